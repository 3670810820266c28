#include "app/related/relatedreasons.h"

#include "app/search/foldedtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 3;
constexpr qsizetype mostTogether = 4;
constexpr qsizetype mostWords = 3;

// "Lama" says nothing beside "Dalai Lama".
bool isSaid(const QString &form, const QStringList &said)
{
    return std::ranges::any_of(said, [&](const QString &one) {
        return one.contains(form, Qt::CaseInsensitive) || form.contains(one, Qt::CaseInsensitive);
    });
}

// What the other story names.
class OtherStory final
{
public:
    explicit OtherStory(const IndexedText &text) : m_text(text) { }

    // The words of a name may stand apart in it: then it does not name it.
    bool names(const AskedName &name)
    {
        return name.terms.size() == 1 || prints(m_text.body, name.printed)
            || prints(m_text.headline, name.printed)
            || folded().contains(u' ' + foldedText(name.printed) + u' ');
    }

private:
    // As it stands, which is soon seen, and where it begins and ends with a word.
    static bool prints(const QString &text, const QString &name)
    {
        const qsizetype at = text.indexOf(name);
        const qsizetype end = at + name.size();
        return at >= 0 && (at == 0 || !text.at(at - 1).isLetterOrNumber())
            && (end == text.size() || !text.at(end).isLetterOrNumber());
    }

    // To fold all of a text takes longer than all else here.
    const QString &folded()
    {
        if (m_folded.isEmpty())
            m_folded = u' '
                + foldedText(m_text.headline + u' ' + m_text.standfirst + u' ' + m_text.body)
                + u' ';
        return m_folded;
    }

    const IndexedText &m_text;
    QString m_folded;
};

} // namespace

QList<RelatedReason> likenessReasons(const AskedArticle &asked, const QStringList &shared,
                                     const IndexedText &other)
{
    OtherStory story(other);
    const QSet<QString> common(shared.begin(), shared.end());
    QStringList names;
    for (const QString &term : shared) {
        for (const AskedName &name : asked.names) {
            if (names.size() < mostNames && name.terms.contains(term) && common.contains(name.terms)
                && !isSaid(name.printed, names) && story.names(name))
                names.append(name.printed);
        }
    }
    // "White" says nothing where both name the White House.
    QSet<QString> ofNames;
    for (const AskedName &name : asked.names) {
        if (name.terms.size() > 1)
            ofNames += name.terms;
    }
    QStringList words;
    for (const QString &term : shared) {
        const QString form = asked.forms.value(term);
        if (!form.isEmpty() && !ofNames.contains(term) && names.size() + words.size() < mostTogether
            && words.size() < mostWords && !isSaid(form, names + words))
            words.append(form);
    }
    QList<RelatedReason> reasons;
    if (!names.isEmpty())
        reasons.append({RelatedReason::Kind::Names, names.join(u", "_s)});
    if (!words.isEmpty())
        reasons.append({RelatedReason::Kind::Words, words.join(u", "_s)});
    return reasons;
}
