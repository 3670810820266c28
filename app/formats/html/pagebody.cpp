#include "app/formats/html/pagebody.h"

#include "app/formats/html/bylines.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/noscriptpictures.h"
#include "app/html/strictwriter.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTrimming = 4000; // characters in one entry
constexpr int mostSources = 64;             // of a picture, and blanks between them

class Body
{
public:
    Body(const PageFacts &facts, PagePictures &pictures, Article &article)
        : m_facts(facts)
        , m_pictures(pictures)
        , m_article(article)
        , m_writer(1 << 20)
        , m_noscript(facts)
        , m_written(std::size_t(facts.size()), false)
    {
    }

    void write(const QList<int> &story, int leadPicture);

private:
    void writeElement(int root);
    bool skips(int node) const;
    bool isOnlyTime(int node) const;
    void open(int node);
    void writePicture(int node);
    QStringList sourcesBeside(int picture) const;
    QString captionOf(int picture);
    bool isPrintedBefore(int node) const;
    void collectTrimmings();

    const PageFacts &m_facts;
    PagePictures &m_pictures;
    Article &m_article;
    StrictWriter m_writer;
    NoscriptPictures m_noscript;
    std::vector<bool> m_written;
    QSet<int> m_shown;
    QHash<int, QString> m_captions; // by figure
    bool m_proseBegun = false;
};

// What the article shows elsewhere already.
bool Body::skips(int i) const
{
    const HtmlNode &node = m_facts.node(i);
    if (m_facts.isLeftOut(i) || node.tag == HtmlTag::Rt || node.tag == HtmlTag::Rp)
        return true; // a reading aid over a word would stand in the middle of it
    if (isPrintedBefore(i))
        return true;
    const bool mayRepeat = isHeading(node.tag) || node.tag == HtmlTag::P
        || node.tag == HtmlTag::Header;
    const int letters = m_facts.counts(i).letters;
    if (!mayRepeat || letters == 0)
        return false;
    if (m_article.date().isValid() && isOnlyTime(i))
        return true;
    if (letters > m_article.headline.size() * 2 + 20)
        return false;
    return foldedLetters(visibleText(m_facts.document(), i)) == foldedLetters(m_article.headline);
}

// A paragraph that holds nothing but the moment of publication.
bool Body::isOnlyTime(int i) const
{
    const int time = m_facts.document().first(HtmlTag::Time, i);
    return time > i && time < m_facts.node(i).end
        && m_facts.counts(time).letters == m_facts.counts(i).letters;
}

// The byline and the date line above the story: they are the article's own fields.
bool Body::isPrintedBefore(int i) const
{
    const HtmlTag tag = m_facts.node(i).tag;
    const int letters = m_facts.counts(i).letters;
    if (m_proseBegun || (tag != HtmlTag::P && tag != HtmlTag::Div && tag != HtmlTag::Li)
        || letters == 0 || letters > 120)
        return false;
    const QString text = visibleText(m_facts.document(), i);
    return !dateLine(text, m_article.inLanguage).isEmpty() || !bylineNames({text}).isEmpty();
}

void Body::open(int i)
{
    HtmlNode element = m_facts.node(i);
    // Some wrap the whole story in a figure; a picture's has little but a caption.
    if (element.tag == HtmlTag::Figure && m_facts.counts(i).paragraphs > 1)
        element.tag = HtmlTag::Div;
    if (element.tag == HtmlTag::A) {
        const QUrl link(element.attribute("href"_L1).trimmed());
        for (HtmlAttribute &attribute : element.attributes) {
            if (attribute.name == "href"_L1 && link.isRelative() && !m_article.url.isEmpty())
                attribute.value = attribute.value.trimmed().startsWith(u'#')
                    ? QString()
                    : m_article.url.resolved(link).toString(QUrl::FullyEncoded);
        }
    }
    m_writer.open(element);
}

QString Body::captionOf(int picture)
{
    const int figure = m_facts.ancestor(picture, HtmlTag::Figure);
    if (figure < 0)
        return {};
    if (const auto known = m_captions.constFind(figure); known != m_captions.constEnd())
        return *known;
    const int caption = m_facts.document().first(HtmlTag::Figcaption, figure);
    return *m_captions.insert(figure,
                              caption < 0 ? QString() : visibleText(m_facts.document(), caption));
}

// The other addresses of the same picture: <picture><source srcset><img></picture>.
QStringList Body::sourcesBeside(int picture) const
{
    QStringList srcsets;
    const int parent = m_facts.node(picture).parent;
    const int first = std::max(parent, picture - mostSources);
    for (int i = picture - 1; i > first && m_facts.node(i).parent == parent; --i) {
        const HtmlNode &node = m_facts.node(i);
        if (node.tag == HtmlTag::Source)
            srcsets = QStringList{node.attribute("srcset"_L1), node.attribute("data-srcset"_L1)}
                + srcsets;
        else if (!isBlank(node))
            break;
    }
    return srcsets;
}

void Body::writePicture(int i)
{
    if (m_noscript.isRepeated(i))
        return;
    const int number = m_pictures.numberOf(m_facts.node(i), sourcesBeside(i), m_noscript.of(i));
    if (number < 0 || m_shown.contains(number))
        return;
    m_shown.insert(number);
    const QString caption = captionOf(i);
    m_pictures.setCaption(number, caption);
    m_writer.image(number, m_facts.node(i).attribute("alt"_L1));
}

void Body::writeElement(int root)
{
    std::vector<int> ends;
    const int end = m_facts.node(root).end;
    for (int i = root; i < end;) {
        while (!ends.empty() && i >= ends.back()) {
            m_writer.close();
            ends.pop_back();
        }
        const HtmlNode &node = m_facts.node(i);
        if (skips(i)) {
            i = node.end;
            continue;
        }
        if (node.tag == HtmlTag::Text) {
            m_writer.text(node.text);
            m_proseBegun = m_proseBegun || m_facts.counts(i).letters > 150;
            m_written[std::size_t(i)] = true;
        } else if (node.tag == HtmlTag::Br) {
            m_writer.lineBreak();
        } else if (node.tag == HtmlTag::Img) {
            writePicture(i);
        } else {
            open(i);
            ends.push_back(node.end);
        }
        ++i;
    }
    for (std::size_t left = ends.size(); left > 0; --left)
        m_writer.close();
}

void Body::write(const QList<int> &story, int leadPicture)
{
    for (const int root : story) {
        HtmlNode border;
        border.tag = HtmlTag::Div;
        m_writer.open(border);
        writeElement(root);
        m_writer.close();
    }
    m_article.bodyHtml = m_writer.take();
    if (leadPicture >= 0 && m_pictures.isHere(leadPicture) && !m_shown.contains(leadPicture))
        m_article.bodyHtml.prepend(
            u"<figure><img src=\"picture:%1\"></figure>\n"_s.arg(leadPicture));
    m_article.images = m_pictures.images();
    collectTrimmings();
}

// Everything a reader would have seen in the page and does not see in the story, a block an entry.
void Body::collectTrimmings()
{
    const HtmlDocument &document = m_facts.document();
    QString line;
    int block = -1;
    QSet<QString> known{m_article.headline, m_article.description};
    const auto flush = [&] {
        line = tidied(line);
        const bool isStandfirst = m_article.isStandfirstPrinted
            && m_article.description.contains(line);
        if (!line.isEmpty() && !isStandfirst && !known.contains(line)) {
            known.insert(line);
            m_article.trimmings.append(line.left(longestTrimming));
        }
        line.clear();
    };
    const int body = document.first(HtmlTag::Body);
    for (int i = qMax(body, 0); i < m_facts.size();) {
        const HtmlNode &node = m_facts.node(i);
        const bool isSilent = node.tag == HtmlTag::Script || node.tag == HtmlTag::Style
            || node.tag == HtmlTag::Noscript || node.tag == HtmlTag::Select
            || node.tag == HtmlTag::Textarea || node.tag == HtmlTag::Iframe
            || node.tag == HtmlTag::Template;
        if (isSilent || (node.tag != HtmlTag::Text && isUnseen(node))) {
            if (isBlock(node.tag))
                flush();
            i = node.end;
            continue;
        }
        if (node.tag == HtmlTag::Br || isBlock(node.tag))
            flush();
        if (node.tag == HtmlTag::Text && !m_written[std::size_t(i)]) {
            if (const int here = blockOf(document, i); here != block) {
                flush();
                block = here;
            }
            line += node.text;
        }
        ++i;
    }
    flush();
}

} // namespace

void writeBody(const PageFacts &facts, const QList<int> &story, PagePictures &pictures,
               int leadPicture, Article &article)
{
    Body(facts, pictures, article).write(story, leadPicture);
}
