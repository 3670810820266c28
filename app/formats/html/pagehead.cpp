#include "app/formats/html/pagehead.h"

#include "app/formats/html/pagefacts.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMetas = 2000; // names; a page with many has a hundred

} // namespace

PageHead headOf(const HtmlDocument &document)
{
    PageHead head;
    head.language = document.nodes.front().attribute("lang"_L1);
    if (head.language.isEmpty())
        head.language = document.nodes.front().attribute("xml:lang"_L1);
    for (int i = 0; i < int(document.nodes.size()); ++i) {
        const HtmlNode &node = document.nodes[std::size_t(i)];
        if (node.tag == HtmlTag::Title && head.title.isEmpty())
            head.title = tidied(document.text(i));
        if (node.tag == HtmlTag::Link && node.has("rel"_L1))
            head.links.insert(node.attribute("rel"_L1).toLower(), node.attribute("href"_L1));
        if (node.tag != HtmlTag::Meta || head.metas.size() >= mostMetas)
            continue;
        const QString content = tidied(node.attribute("content"_L1));
        if (content.isEmpty())
            continue;
        for (const auto key : {"property"_L1, "name"_L1, "itemprop"_L1, "http-equiv"_L1}) {
            for (const QString &name :
                 node.attribute(key).toLower().split(u' ', Qt::SkipEmptyParts)) {
                head.allMetas[name].append(content);
                if (!head.metas.contains(name))
                    head.metas.insert(name, content);
            }
        }
    }
    return head;
}
