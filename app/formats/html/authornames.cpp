#include "app/formats/html/authornames.h"

#include "app/article/datewords.h"
#include "app/formats/html/bylinewords.h"
#include "app/formats/html/expression.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 1000;   // of one article
constexpr qsizetype mostBylines = 1000; // of one article

const Expression &anyLetter()
{
    static const Expression letter(u"\\p{L}"_s);
    return letter;
}

bool isOfDates(const QString &word)
{
    QString bare = word;
    bare.remove(u'.').remove(u',');
    const DateWord meaning = dateWordMeaning(bare).word;
    return meaning == DateWord::Month || meaning == DateWord::Weekday
        || meaning == DateWord::Modified || meaning == DateWord::Published;
}

const Expression &label()
{
    static const Expression expression(
        u"^\\s*(?:(?:ein|eine|an?|un|une)\\s+)?(?:(?:written|posted|published|reported|story|text|"
        "words|interview|article|artikel|beitrag|kommentar|analyse|geschrieben|verfasst|"
        "veröffentlicht|escrito|publicado|publié|écrit|reviewed)\\s+)?"
        "(?:by|vom|von|par|por|de notre correspondant|di|av|af|door|da|oleh|penulis|"
        "aut(?:or(?:e|en|in|:in)?|eure?)s?|authors?|redaktion|reporter|text|texte|texto|testo|"
        "fotos?)(?:\\s*[:|]\\s*|\\s+)"_s,
        Expression::Case::Insensitive);
    return expression;
}

const Expression &between()
{
    static const Expression expression(
        u"\\s*(?:\\s(?:and|und|et|y|e|og|och|en|with|mit)\\s|&|\\||;|•|·|\\n|\\s[–—-]\\s)\\s*"_s);
    return expression;
}

// "… and lives by the sea.": unlike "Ann Lee Jr.".
bool endsSentence(const QString &part)
{
    const QString last = part.section(u' ', -1);
    return last.endsWith(u'.') && last.size() > 4 && last.front().isLower();
}

// A word that people's names do not have, but roles, places, dates and buttons do.
bool isNoName(const QString &part)
{
    static const Expression expression(
        u"https?:|www\\.|@|\\d{2}|^\\d+\\s?[hdm]$|[?!=/*:…]|^no "
        u"author$|^(?:admin|administrator|webmaster|"
        "root|null|none|undefined|unknown)$|^(?:publiziert|"
        "veröffentlicht|posted|written|geschrieben) (?:am|on|von|by)$|^auteurs?$|^authors?$|"
        "^autor(?:in|en)?$|^name\\b|^(?:by|von|par|por|share|tweet|email|e-mail|print|twitter|"
        "facebook|follow|comments?|kommentare?|more|mehr|profil|profile|(?:view|see) "
        "all posts.*|(?:zeige )?alle beiträge.*|voir tous les articles.*|ver tod[ao]s l[ao]s .*|"
        "publicado .*|publié .*|pubblicato .*|about|über)$|"
        "\\b(?:editor|reporter|correspondent|writer|staff "
        "writer|redakteur|redakteurin|korrespondent|"
        "korrespondentin|chief|updated|published|minutes|min read|contributor|sign in|sign up|"
        "subscribe|menu|account|log in|alle artikel|weitere artikel|"
        "follow author|member list)\\b|登録|登录|ログイン|会員"_s,
        Expression::Case::Insensitive);
    return part.size() < 2 || part.size() > 60 || part.count(u' ') > 6 || endsSentence(part)
        || part.count(u'(') != part.count(u')') || expression.isIn(part) || !anyLetter().isIn(part);
}

// "Steven Musil January 9, 2015" is a name and a date, "Ann Lee, MA" a name and a degree.
QString withoutDate(const QString &part)
{
    qsizetype end = 0;
    while (end < part.size() // "kkay7" is an account
           && !(part.at(end).isDigit() && (end == 0 || !part.at(end - 1).isLetter())))
        ++end;
    if (end == part.size() || end < 3)
        return part;
    QStringList words = part.left(end).split(u' ', Qt::SkipEmptyParts);
    while (words.size() > 1 && isOfDates(words.last()))
        words.removeLast();
    return words.join(u' ');
}

// "FOCUS-Online-Experte Robin Lang", "Redakteurin Ina Blum".
QString withoutRole(const QString &part)
{
    static const Expression role(u"^(?:\\S*(?:expert(?:e|in)|redakteur(?:in)?|"
                                 u"korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|"
                                 "correspondent|editor|kolumnist(?:in)?))\\s+(?=\\p{Lu})"_s,
                                 Expression::Case::Insensitive);
    return role.removedFrom(part);
}

// "Ann Lee (with Ina Blum)": the one and the other.
QString together(const QString &line)
{
    static const Expression with(u"\\s*\\((?:with|mit|avec|con|com)\\s+([^)]*)\\)"_s);
    QString names;
    qsizetype from = 0;
    for (const ExpressionMatch &match : with.allIn(line)) {
        names += line.sliced(from, match.start() - from) + u", "_s + match.text(1);
        from = match.end();
    }
    return names + line.sliced(from);
}

} // namespace

void AuthorList::add(const QString &name)
{
    const QString folded = name.toCaseFolded();
    if (isFull() || m_known.contains(folded))
        return;
    m_known.insert(folded);
    m_names.append(name);
}

bool AuthorList::isFull() const
{
    return m_names.size() >= mostNames;
}

bool looksLikeName(const QString &part)
{
    static const Expression name(
        u"^\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:van|von|de|der|den|di|da|del|la|le|el|al|bin|dos|du))*"
        "(?:\\s+\\p{Lu}[\\p{L}.'’-]*){1,3}$|^\\p{Lo}{2,12}$"_s);
    static const Expression other(
        u"\\b(?:staff|more|learn|news|team|list|login|about|author|vice|president|director|manager|"
        "professor|agency|university|institute|times|post|press|media|online|members?)\\b"_s,
        Expression::Case::Insensitive);
    return !isNoName(part) && name.isIn(part) && !other.isIn(part);
}

bool isHouseAccount(const QString &address)
{
    // https://wordpress.org/documentation/article/administration-screens: the first one is "admin".
    static const Expression account(
        u"/author/(?:admin|administrator|webmaster|root)\\d*/?(?:[#?].*)?$"_s,
        Expression::Case::Insensitive);
    return account.isIn(address);
}

bool looksLikeLogin(const QString &name)
{
    static const Expression login(u"^[\\w.-]+$"_s);
    return login.isIn(name);
}

QString givenNameFirst(const QString &name)
{
    // Two agencies, "AFP, DPA", are no person.
    static const Expression inverted(
        u"^((?:(?:van|von|de|der|den|di|da|del|la|le)\\s)*\\p{Lu}[\\p{L}'’-]+),\\s*"
        "(\\p{Lu}(?:\\.|\\p{Ll})[^,;&]{0,40})$"_s);
    const auto match = inverted.firstIn(name.simplified());
    return match.isFound() ? match.text(2) + u' ' + match.text(1) : name;
}

QStringList authorNames(const QString &byline)
{
    static const Expression signature(
        u"\\s*\\((?:[^)]{1,8}|https?://[^)]*)\\)"_s); // (obe), (http://a.example)
    static const Expression comma(u"\\s*[,/、，]\\s*"_s);
    AuthorList names;
    for (const QString &one : byline.split(u'\n')) {
        QString line = withoutBylineWords(one.simplified());
        line = together(signature.removedFrom(label().removedFrom(line)));
        // Below a name there may be another one, or what the person does.
        const bool isBelow = !names.names().isEmpty();
        for (const QString &part : between().split(line, Qt::SkipEmptyParts)) {
            if (part.contains("://"_L1) || part.contains(".com/"_L1))
                continue;
            // A comma parts names, or a name from a role.
            bool isFirst = !isBelow;
            for (const QString &whole : comma.split(part, Qt::SkipEmptyParts)) {
                const QString piece = withoutPlace(withoutRole(withoutDate(whole.trimmed())));
                const bool isOne = isFirst ? !isNoName(piece)
                                           : looksLikeName(piece) || isAgency(piece);
                isFirst = isFirst && !isOne;
                if (isOne)
                    names.add(piece);
            }
        }
    }
    return names.names();
}

QStringList authorNames(const QStringList &bylines, const QString &publisher)
{
    AuthorList names;
    for (const QString &byline : bylines.first(qMin(bylines.size(), mostBylines))) {
        // "Rod & Reel" is one name when it is the publisher's.
        const bool isWhole = !byline.isEmpty() && byline == publisher;
        for (const QString &name : isWhole ? QStringList{byline} : authorNames(byline))
            names.add(name);
        if (names.isFull())
            break;
    }
    return names.names();
}
