#include "app/search/foldedtext.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Put into links by newsletters, social networks and feeds, or asking for the same page on paper or
// on a telephone; they never choose the page.
bool choosesNoPage(const QString &parameter)
{
    static const QSet<QString> names{
        u"fbclid"_s, u"gclid"_s,     u"dclid"_s,        u"msclkid"_s, u"yclid"_s,  u"igshid"_s,
        u"cmp"_s,    u"ocid"_s,      u"ref"_s,          u"cmpid"_s,   u"mc_cid"_s, u"mc_eid"_s,
        u"smid"_s,   u"ns_source"_s, u"ns_mchannel"_s,  u"xtor"_s,    u"wt_mc"_s,  u"wt_zmc"_s,
        u"print"_s,  u"printable"_s, u"printversion"_s, u"amp"_s,     u"mobile"_s, u"outputtype"_s,
        u"_ga"_s,    u"share"_s};
    return parameter.startsWith(u"utm_") || parameter.startsWith(u"at_")
        || names.contains(parameter);
}

// A publisher's page for telephones or for paper is the same page.
QString withoutVariants(QString host)
{
    for (const QLatin1StringView prefix :
         {QLatin1StringView("www."), QLatin1StringView("m."), QLatin1StringView("mobile."),
          QLatin1StringView("amp."), QLatin1StringView("print.")}) {
        if (host.startsWith(prefix) && host.count(u'.') > 1)
            return host.sliced(prefix.size());
    }
    return host;
}

QString pathWithoutVariants(QString path)
{
    for (;;) {
        while (path.endsWith(u'/'))
            path.chop(1);
        const qsizetype slash = path.lastIndexOf(u'/');
        const QStringView last = QStringView(path).sliced(slash + 1);
        if (slash <= 0 || (last != u"amp" && last != u"print" && last != u"amp.html"))
            return path;
        path.truncate(slash);
    }
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019) || c == QChar(0x2018) || c == QChar(0x02BC) || c == u'`'
        || c == QChar(0x00B4);
}

} // namespace

QString foldedText(const QString &text)
{
    const bool isPlain = std::ranges::all_of(text, [](QChar c) { return c < QChar(0x80); });
    const QString decomposed = isPlain
        ? QString::fromLatin1(text.toLatin1().toLower()) // the same, and far quicker
        : text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    bool parted = false;
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed.at(i);
        if (c.isMark() || c == QChar(0x00AD)) // an accent; a soft hyphen
            continue;
        // Inside a word an apostrophe joins: "US's" and "US’s", also where a page lost it.
        if (isApostrophe(c) && i > 0 && i + 1 < decomposed.size()
            && decomposed.at(i - 1).isLetterOrNumber() && decomposed.at(i + 1).isLetterOrNumber())
            continue;
        if (!c.isLetterOrNumber() && !c.isSurrogate()) {
            parted = !folded.isEmpty();
            continue;
        }
        if (parted)
            folded += u' ';
        parted = false;
        if (c == QChar(0x00DF)) // capitals print "STRASSE"; Qt folds no letter into two
            folded += u"ss";
        else
            folded += c;
    }
    return folded;
}

QString foldedUrl(const QUrl &url)
{
    const QString host = withoutVariants(url.host().toLower());
    if (host.isEmpty())
        return {};
    const QString path = pathWithoutVariants(url.path(QUrl::FullyEncoded));
    QUrlQuery query(url);
    QStringList kept;
    const auto items = query.queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : items) {
        if (!choosesNoPage(name.toLower()))
            kept += name + u'=' + value;
    }
    kept.sort();
    return kept.isEmpty() ? host + path : host + path + u'?' + kept.join(u'&');
}
