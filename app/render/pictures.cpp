#include "app/render/pictures.h"

using namespace Qt::StringLiterals;

namespace {

// The end of the tag that starts at `from`: a '>' outside quotes.
qsizetype endOfTag(const QString &html, qsizetype from)
{
    QChar quote;
    for (qsizetype at = from; at < html.size(); ++at) {
        const QChar here = html.at(at);
        if (!quote.isNull()) {
            if (here == quote)
                quote = QChar();
        } else if (here == u'"' || here == u'\'') {
            quote = here;
        } else if (here == u'>') {
            return at + 1;
        }
    }
    return html.size();
}

// The value of one attribute of a tag; empty when it has none.
QString attribute(const QString &tag, const QString &name)
{
    for (qsizetype at = tag.indexOf(u' '); at >= 0 && at < tag.size();) {
        while (at < tag.size() && tag.at(at).isSpace())
            ++at;
        const qsizetype equals = tag.indexOf(u"=\""_s, at);
        if (equals < 0)
            return {};
        const qsizetype end = tag.indexOf(u'"', equals + 2);
        if (end < 0)
            return {};
        if (QStringView(tag).mid(at, equals - at) == name)
            return tag.mid(equals + 2, end - equals - 2);
        at = end + 1;
    }
    return {};
}

// The N of src="picture:N"; -1 when there is none.
int pictureNumber(const QString &tag)
{
    const QString source = attribute(tag, u"src"_s);
    bool isNumber = false;
    const int number = source.startsWith(u"picture:"_s) ? source.mid(8).toInt(&isNumber) : -1;
    return isNumber ? number : -1;
}

// `html` with every image's tag replaced by what `replaced` makes of it.
QString withTags(const QString &html, const std::function<QString(const QString &tag)> &replaced)
{
    QString page;
    qsizetype from = 0;
    for (;;) {
        const qsizetype start = html.indexOf(u"<img "_s, from);
        if (start < 0)
            return from == 0 ? html : page + html.mid(from);
        const qsizetype end = endOfTag(html, start);
        page += QStringView(html).mid(from, start - from);
        page += replaced(html.mid(start, end - start));
        from = end;
    }
}

} // namespace

QString withPictures(const QString &html, const std::function<QString(int, const QString &)> &shown)
{
    return withTags(html, [&](const QString &tag) {
        const int number = pictureNumber(tag);
        return number < 0 ? tag : shown(number, attribute(tag, u"alt"_s));
    });
}

QString withPictureAddresses(const QString &html, const QString &address)
{
    return withTags(html, [&](const QString &tag) {
        const int number = pictureNumber(tag);
        const QString source = u"src=\"picture:%1\""_s.arg(number);
        return number < 0
            ? tag
            : QString(tag).replace(tag.indexOf(source), source.size(),
                                   u"src=\"%1%2\""_s.arg(address, QString::number(number)));
    });
}

QSet<int> picturesIn(const QString &html)
{
    QSet<int> numbers;
    (void)withTags(html, [&](const QString &tag) {
        if (const int number = pictureNumber(tag); number >= 0)
            numbers += number;
        return QString();
    });
    return numbers;
}
