#include "app/related/textcomparison.h"

#include "app/search/articlewords.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Kind = TextChange::Kind;

constexpr qsizetype mostWords = 40'000; // of a text: the rest is the same, or it is not looked at
constexpr int mostChanges = 3'000;      // words; beyond, the two are different texts
const QString paragraphEnd = u"\n"_s;

// Words with the punctuation that hangs on them; characters of scripts without blanks, one by one.
QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    QString piece;
    const auto end = [&] {
        if (!piece.isEmpty() && pieces.size() < mostWords)
            pieces.append(std::exchange(piece, {}));
        piece.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n') {
            end();
            if (!pieces.isEmpty() && pieces.last() != paragraphEnd)
                pieces.append(paragraphEnd);
        } else if (c.isSpace()) {
            end();
        } else {
            const bool isAlone = c.script() == QChar::Script_Han
                || c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana
                || c.script() == QChar::Script_Thai;
            if (isAlone)
                end();
            piece += c;
        }
    }
    end();
    return pieces;
}

struct Step
{
    Kind kind;
    qsizetype piece; // of the text that has it
};

// The way from one text to the other with the fewest words removed and added; nothing when it is
// longer than is worth telling.
class Difference final
{
public:
    Difference(const QStringList &before, const QStringList &after)
        : m_before(before), m_after(after)
    {
    }

    std::optional<std::vector<Step>> steps()
    {
        const auto most = int(std::min<qsizetype>(mostChanges, m_before.size() + m_after.size()));
        std::vector<int> furthest(size_t(2 * most + 3), 0); // x by diagonal
        const auto at = [&](int diagonal) -> int & {
            return furthest[size_t(diagonal + most + 1)];
        };
        for (int changes = 0; changes <= most; ++changes) {
            m_trace.emplace_back(furthest.begin() + (most + 1 - changes - 1),
                                 furthest.begin() + (most + 1 + changes + 2));
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                const bool isDown = diagonal == -changes
                    || (diagonal != changes && at(diagonal - 1) < at(diagonal + 1));
                int x = isDown ? at(diagonal + 1) : at(diagonal - 1) + 1;
                while (isSame(x, x - diagonal))
                    ++x;
                at(diagonal) = x;
                if (x >= m_before.size() && x - diagonal >= m_after.size())
                    return traced(changes);
            }
        }
        return std::nullopt;
    }

private:
    bool isSame(qsizetype x, qsizetype y) const
    {
        return x < m_before.size() && y < m_after.size() && m_before.at(x) == m_after.at(y);
    }

    std::vector<Step> traced(int changes) const
    {
        std::vector<Step> steps;
        qsizetype x = m_before.size();
        qsizetype y = m_after.size();
        for (int left = changes; left >= 0; --left) {
            const std::vector<int> &furthest = m_trace[size_t(left)];
            const auto at = [&](int diagonal) { return furthest[size_t(diagonal + left + 1)]; };
            const auto diagonal = int(x - y);
            const bool isDown = diagonal == -left
                || (diagonal != left && at(diagonal - 1) < at(diagonal + 1));
            const int fromDiagonal = isDown ? diagonal + 1 : diagonal - 1;
            const qsizetype fromX = left == 0 ? 0 : at(fromDiagonal);
            const qsizetype fromY = left == 0 ? 0 : fromX - fromDiagonal;
            while (x > fromX && y > fromY)
                steps.push_back({Kind::Same, (--y, --x)});
            if (left == 0)
                break;
            if (isDown)
                steps.push_back({Kind::Added, --y});
            else
                steps.push_back({Kind::Removed, --x});
        }
        std::ranges::reverse(steps);
        return steps;
    }

    const QStringList &m_before;
    const QStringList &m_after;
    std::vector<std::vector<int>> m_trace; // by number of changes: what can be reached
};

void append(QList<TextChange> &changes, Kind kind, const QString &piece)
{
    if (changes.isEmpty() || changes.last().kind != kind)
        changes.append({kind, {}});
    QString &text = changes.last().text;
    if (!text.isEmpty() && piece != paragraphEnd && !text.endsWith(u'\n'))
        text += u' ';
    text += piece;
}

QString element(Kind kind, const QString &words)
{
    const QString safe = words.toHtmlEscaped();
    if (kind == Kind::Same || words.isEmpty())
        return safe;
    return (kind == Kind::Added ? u"<ins>%1</ins>"_s : u"<del>%1</del>"_s).arg(safe);
}

// Paragraphs, all of their words in an element of that name unless it is empty.
QString bodyOf(const QList<TextChange> &changes, const QString &inside)
{
    const QString line = inside.isEmpty() ? u"<p>%1</p>\n"_s : u"<p><%2>%1</%2></p>\n"_s;
    QString body;
    QString paragraph;
    const auto end = [&] {
        if (!paragraph.isEmpty())
            body += inside.isEmpty() ? line.arg(paragraph) : line.arg(paragraph, inside);
        paragraph.clear();
    };
    for (const TextChange &change : changes) {
        const QStringList lines = change.text.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                end();
            if (lines.at(i).isEmpty())
                continue;
            if (!paragraph.isEmpty())
                paragraph += u' ';
            paragraph += element(change.kind, lines.at(i));
        }
    }
    end();
    return body;
}

// Adds them to what they are; how many there are.
int countWords(ArticleComparison &comparison, const TextChange &change)
{
    if (change.kind == Kind::Same)
        return 0;
    const auto words = int(std::ranges::count_if(
        piecesOf(change.text), [](const QString &piece) { return piece != paragraphEnd; }));
    (change.kind == Kind::Added ? comparison.wordsAdded : comparison.wordsRemoved) += words;
    return words;
}

} // namespace

QList<TextChange> textChanges(const QString &before, const QString &after)
{
    const QStringList old = piecesOf(before);
    const QStringList now = piecesOf(after);
    QList<TextChange> changes;
    const auto steps = Difference(old, now).steps();
    if (!steps) {
        changes = {{Kind::Removed, old.join(u' ')}, {Kind::Added, now.join(u' ')}};
        for (TextChange &change : changes)
            change.text.replace(u" \n "_s, paragraphEnd);
        return changes;
    }
    for (const Step &step : *steps)
        append(changes, step.kind,
               step.kind == Kind::Added ? now.at(step.piece) : old.at(step.piece));
    return changes;
}

ArticleComparison comparedArticle(const Article &before, const Article &after)
{
    ArticleComparison comparison{.article = after};
    Article &compared = comparison.article;
    compared.id = {};
    compared.images.clear();
    compared.bodyHtml.clear();
    const auto compare = [&](const QString &old, const QString &now, const QString &frame) {
        const QList<TextChange> changes = textChanges(old, now);
        int changed = 0;
        for (const TextChange &change : changes)
            changed += countWords(comparison, change);
        if (changed > 0 || frame.isEmpty())
            compared.bodyHtml += bodyOf(changes, frame);
    };
    compare(before.headline, after.headline, u"strong"_s);
    compare(before.description, after.description, u"em"_s);
    compare(searchedText(before), searchedText(after), {});
    return comparison;
}
