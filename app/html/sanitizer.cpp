#include "app/html/sanitizer.h"

#include "app/html/document.h"
#include "app/html/strictmarkup.h"
#include "app/html/strictwriter.h"

using namespace Qt::StringLiterals;

namespace {

// N of "picture:N", or -1.
qsizetype pictureNumber(const QString &src)
{
    constexpr auto scheme = "picture:"_L1;
    const QStringView digits = QStringView(src).mid(scheme.size());
    bool isNumber = false;
    const qsizetype number = digits.toInt(&isNumber);
    return src.startsWith(scheme) && isNumber && number >= 0 ? number : -1;
}

void writeNode(StrictWriter &writer, const HtmlNode &node)
{
    switch (node.tag) {
    case HtmlTag::Text:
        writer.text(node.text);
        break;
    case HtmlTag::Br:
        writer.lineBreak();
        break;
    case HtmlTag::Img:
        writer.image(pictureNumber(node.attribute("src"_L1)), node.attribute("alt"_L1));
        break;
    default:
        writer.open(node);
    }
}

} // namespace

QString sanitized(const QString &html, qsizetype images)
{
    if (isStrictMarkup(html, images))
        return html;

    const HtmlDocument document = parsedFragment(html);
    StrictWriter writer(images);
    std::vector<int> ends; // of the elements open
    for (int i = 0; i < int(document.nodes.size());) {
        while (!ends.empty() && i >= ends.back()) {
            writer.close();
            ends.pop_back();
        }
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (isUnread(node.tag)) {
            i = node.end;
            continue;
        }
        writeNode(writer, node);
        if (node.tag != HtmlTag::Text && node.tag != HtmlTag::Br && node.tag != HtmlTag::Img)
            ends.push_back(node.end);
        ++i;
    }
    return writer.take();
}
