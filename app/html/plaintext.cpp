#include "app/html/plaintext.h"

#include <QStringView>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// What the sanitiser escapes, and nothing else: this reads its output only.
constexpr std::pair<QLatin1StringView, char16_t> entities[] = {
    {"&amp;"_L1, u'&'}, {"&lt;"_L1, u'<'}, {"&gt;"_L1, u'>'}, {"&quot;"_L1, u'"'}};

// The one that `text` begins with, or null.
const std::pair<QLatin1StringView, char16_t> *entityAt(QStringView text)
{
    if (!text.startsWith(u'&'))
        return nullptr;
    const auto *found = std::ranges::find_if(
        entities, [text](const auto &entity) { return text.startsWith(entity.first); });
    return found == std::end(entities) ? nullptr : found;
}

bool isInlineTag(QStringView name)
{
    return name == "a"_L1 || name == "em"_L1 || name == "strong"_L1 || name == "sub"_L1
        || name == "sup"_L1 || name == "img"_L1;
}

// Whether a space that does not break is typography, as in "10 000 €" and "« non »", and not what
// an editor of web pages left between two words.
bool belongsThere(QStringView text, qsizetype at)
{
    const QChar before = at > 0 ? text[at - 1] : QChar();
    const QChar after = at + 1 < text.size() ? text[at + 1] : QChar();
    return before == u'\u00AB' || (before.isDigit() && after.isDigit())
        || QStringView(u"!?;:%\u2030\u20AC\u00A3$\u00B0\u00BB").contains(after);
}

// A tokenizer over strict markup: there, '<' always opens a tag and no attribute holds a '>'.
class Words
{
public:
    explicit Words(QStringView body) : m_body(body) { m_text.reserve(body.size()); }

    QString all();

private:
    void tag(QStringView inside);
    void said(QStringView text);
    void words(QStringView run);

    QStringView m_body;
    QString m_text;
    int m_figures = 0;
    bool m_blockDue = false;
    bool m_cellDue = false;
    bool m_spaceDue = false;
    bool m_preformatted = false;
};

// Without white space; behind whatever is due before it.
void Words::words(QStringView run)
{
    if (m_text.isEmpty()) {
        m_blockDue = m_cellDue = m_spaceDue = false;
    } else if (m_blockDue) {
        m_text += "\n\n"_L1;
    } else if (m_cellDue) {
        m_text += u'\t';
    } else if (m_spaceDue && !m_text.endsWith(u'\n')) {
        m_text += u' ';
    }
    m_blockDue = m_cellDue = m_spaceDue = false;
    m_text += run;
}

void Words::said(QStringView text)
{
    const auto isBlank = [&](qsizetype i) {
        const QChar c = text[i];
        return c == u' ' || c == u'\n' || c == u'\t'
            || (c == QChar::Nbsp && !belongsThere(text, i));
    };
    for (qsizetype i = 0; i < text.size();) {
        if (m_preformatted && text[i].isSpace() && !m_blockDue) {
            m_text += text[i++];
        } else if (isBlank(i)) {
            m_spaceDue = true;
            ++i;
        } else if (const auto *entity = entityAt(text.mid(i))) {
            words(QStringView(&entity->second, 1));
            i += entity->first.size();
        } else {
            const auto isWord = [&](qsizetype at) {
                return at < text.size() && text[at] != u'&' && !isBlank(at)
                    && !(m_preformatted && text[at].isSpace());
            };
            const qsizetype from = i++;
            while (isWord(i) || (i < text.size() && text[i] == u' ' && isWord(i + 1)))
                ++i;
            words(text.mid(from, i - from));
        }
    }
}

void Words::tag(QStringView inside)
{
    const bool closes = inside.startsWith(u'/');
    QStringView name = inside.mid(closes ? 1 : 0);
    const qsizetype space = name.indexOf(u' ');
    if (space >= 0)
        name = name.first(space);
    if (isInlineTag(name))
        return;
    if (name == "figure"_L1)
        m_figures = qMax(0, m_figures + (closes ? -1 : 1));
    if (name == "br"_L1) {
        if (!m_text.isEmpty() && !m_blockDue && m_figures == 0)
            m_text += u'\n';
        m_spaceDue = false;
    } else if (name == "td"_L1 || name == "th"_L1) {
        m_cellDue = true;
    } else {
        m_blockDue = true;
        m_preformatted = name == "pre"_L1 && !closes;
    }
}

QString Words::all()
{
    qsizetype at = 0;
    while (at < m_body.size()) {
        const qsizetype open = m_body.indexOf(u'<', at);
        const QStringView text = m_body.mid(at, (open < 0 ? m_body.size() : open) - at);
        if (m_figures == 0)
            said(text);
        if (open < 0)
            break;
        const qsizetype end = m_body.indexOf(u'>', open);
        if (end < 0)
            break;
        tag(m_body.mid(open + 1, end - open - 1));
        at = end + 1;
    }
    while (!m_text.isEmpty() && m_text.back().isSpace())
        m_text.chop(1);
    return std::move(m_text);
}

} // namespace

QString plainText(const QString &bodyHtml)
{
    return Words(bodyHtml).all();
}
