#include "app/formats/html/authornames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &label()
{
    static const QRegularExpression expression(
        u"^\\s*(?:(?:written|posted|published|reported|story|text|words|interview|article)\\s+)?"
        "(?:by|vom|von|par|por|de notre "
        "correspondant|di|av|af|door|da|oleh|autor(?:in)?|author|text|"
        "fotos?)(?:\\s*:\\s*|\\s+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

const QRegularExpression &between()
{
    static const QRegularExpression expression(
        u"\\s*(?:\\s(?:and|und|et|y|e|og|och|en|with|mit)\\s|&|\\||;|•|·|\\n)\\s*"_s);
    return expression;
}

// A word that people's names do not have, but roles, places and dates do.
bool isNoName(const QString &part)
{
    static const QRegularExpression expression(
        u"https?:|www\\.|@|\\d{2}|[?=/*]|^no "
        u"author$|^(?:publiziert|veröffentlicht|posted|written|geschrieben) "
        u"(?:am|on|von|by)$|^auteurs?$|^authors?$|^name\\b|\\b(?:editor|reporter|correspondent|"
        u"writer|staff writer|"
        "redakteur|korrespondent|chief|updated|published|minutes|min read|follow|contributor)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return part.size() < 2 || part.size() > 80 || expression.match(part).hasMatch();
}

bool looksLikeName(const QString &part)
{
    const qsizetype words = part.simplified().count(u' ') + 1;
    return words >= 2 && words <= 4 && !isNoName(part) && part.front().isUpper();
}

} // namespace

QStringList authorNames(const QString &byline)
{
    QString line = byline.simplified();
    line.remove(label());
    static const QRegularExpression signature(u"\\s*\\([^)]{1,8}\\)"_s); // initials: (obe)
    line.remove(signature);
    QStringList names;
    for (const QString &part : line.split(between(), Qt::SkipEmptyParts)) {
        if (part.contains("://"_L1))
            continue;
        // A comma parts names, or a name from a role.
        const QStringList pieces = part.split(QRegularExpression(u"\\s*[,/]\\s*"_s),
                                              Qt::SkipEmptyParts);
        QStringList good;
        for (const QString &piece : pieces) {
            if (good.isEmpty() ? !isNoName(piece) : looksLikeName(piece))
                good.append(piece.trimmed());
        }
        for (const QString &name : good) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}
