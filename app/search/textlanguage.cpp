#include "app/search/textlanguage.h"

#include "app/search/stopwords.h"

#include <QLocale>

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lookedAt = 400;     // characters: as a rule more tells no more, and takes time
constexpr qsizetype lookedAgain = 4000; // where those do not tell
constexpr int nearlyAll = 90;           // per cent
constexpr qsizetype enough = 120;       // characters that may speak against what the page says

struct Detected
{
    QString language; // empty when it cannot tell
    int percent = 0;  // of the text that is in it
};

// Its names are those of ISO 639-1, with regions and scripts ("zh-Hant") and a few old ones.
QString subtag(CLD2::Language language)
{
    const QString tag = primaryLanguage(QString::fromLatin1(CLD2::LanguageCode(language)));
    if (tag == u"iw")
        return u"he"_s;
    return tag == u"nb" || tag == u"nn" ? u"no"_s : tag;
}

// By its middle: what stands first is often a place and a name.
Detected detected(const QString &text, qsizetype characters)
{
    const qsizetype from = text.size() > 2 * characters ? (text.size() - characters) / 2 : 0;
    const QByteArray bytes = QStringView(text).mid(from, characters).toUtf8();
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int textBytes = 0;
    bool isReliable = false;
    CLD2::ExtDetectLanguageSummary(bytes.constData(), int(bytes.size()), true, nullptr, 0,
                                   languages, percents, scores, nullptr, &textBytes, &isReliable);
    const CLD2::Language best = languages[0];
    if (!isReliable || best == CLD2::UNKNOWN_LANGUAGE || best == CLD2::TG_UNKNOWN_LANGUAGE)
        return {};
    return {subtag(best), percents[0]};
}

// Told apart by their readers, and not by a few hundred letters.
bool areLike(const QString &one, const QString &other)
{
    static const QList<QStringList> families{
        {u"no"_s, u"da"_s, u"sv"_s}, {u"hr"_s, u"sr"_s, u"bs"_s, u"sh"_s, u"sl"_s},
        {u"id"_s, u"ms"_s},          {u"gl"_s, u"pt"_s, u"es"_s, u"ca"_s},
        {u"cs"_s, u"sk"_s},          {u"ru"_s, u"uk"_s, u"be"_s, u"bg"_s, u"mk"_s},
        {u"nl"_s, u"af"_s}};
    return std::ranges::any_of(families, [&](const QStringList &family) {
        return family.contains(one) && family.contains(other);
    });
}

// Few write in it, and a paragraph of names in a large relative looks like it.
bool isSmallRelative(const QString &language)
{
    static const QStringList small{u"gl"_s, u"ca"_s, u"af"_s, u"mk"_s, u"bs"_s, u"sl"_s,
                                   u"ms"_s, u"sk"_s, u"be"_s, u"no"_s, u"da"_s};
    return small.contains(language);
}

Detected detected(const QString &text)
{
    const Detected found = detected(text, lookedAt);
    const bool isTold = found.percent >= nearlyAll && !isSmallRelative(found.language);
    return isTold || text.size() <= lookedAt ? found : detected(text, lookedAgain);
}

bool namesALanguage(const QString &subtag)
{
    const bool isWellFormed = (subtag.size() == 2 || subtag.size() == 3)
        && std::ranges::all_of(subtag, [](QChar c) { return c >= u'a' && c <= u'z'; });
    if (!isWellFormed || subtag == u"und" || subtag == u"mul" || subtag == u"zxx")
        return false;
    return QLocale(subtag).language() != QLocale::C;
}

} // namespace

QString languageOf(const QString &stated, const QString &text)
{
    QString said = primaryLanguage(stated);
    if (said == u"nb" || said == u"nn")
        said = u"no"_s;
    const bool isSaid = namesALanguage(said);
    const Detected found = detected(text);
    if (found.language.isEmpty())
        return isSaid ? said : u"und"_s;
    const bool isPlain = found.percent >= nearlyAll && text.size() >= enough;
    return isSaid && (!isPlain || areLike(said, found.language)) ? said : found.language;
}
