#include "app/formats/html/pagebody.h"

#include "app/formats/html/bylines.h"
#include "app/formats/html/captions.h"
#include "app/formats/html/classwords.h"
#include "app/formats/html/leadpicture.h"
#include "app/formats/html/noscriptpictures.h"
#include "app/formats/html/pictureaddresses.h"
#include "app/html/strictwriter.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTrimming = 4000; // characters in one entry

class Body
{
public:
    Body(const PageFacts &facts, PagePictures &pictures, Article &article)
        : m_facts(facts)
        , m_pictures(pictures)
        , m_article(article)
        , m_writer(1 << 20)
        , m_noscript(facts)
        , m_captions(facts)
        , m_foldedHeadline(foldedLetters(article.headline))
        , m_written(std::size_t(facts.size()), false)
    {
    }

    void write(const QList<int> &story, const LeadPicture &lead);

private:
    void writeElement(int root);
    bool skips(int node) const;
    bool isOnlyTime(int node) const;
    void open(int node, bool isInFigure);
    void writePicture(int node);
    void writeBackground(int element);
    QStringList addressesOf(int picture) const;
    int leadAmong(const QList<int> &story, const LeadPicture &lead) const;
    int leadNamed(int number) const;
    QString leadFigure(int number);
    bool isPrintedBefore(int node) const;
    QSet<QString> shownElsewhere() const;
    void collectTrimmings();

    const PageFacts &m_facts;
    PagePictures &m_pictures;
    Article &m_article;
    StrictWriter m_writer;
    NoscriptPictures m_noscript;
    Captions m_captions;
    const QString m_foldedHeadline;
    std::vector<bool> m_written;
    QSet<int> m_shown;
    QSet<int> m_captionsShown;
    QSet<int> m_captionsMoved; // into the figure of the picture before them
    bool m_proseBegun = false;
};

HtmlNode elementOf(HtmlTag tag)
{
    HtmlNode element;
    element.tag = tag;
    return element;
}

// What the article shows elsewhere already.
bool Body::skips(int i) const
{
    const HtmlNode &node = m_facts.node(i);
    if (m_facts.isLeftOut(i) || node.tag == HtmlTag::Rt || node.tag == HtmlTag::Rp)
        return true; // a reading aid over a word would stand in the middle of it
    if (m_captionsMoved.contains(i))
        return true;
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
    return foldedLetters(visibleText(m_facts.document(), i)) == m_foldedHeadline;
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

void Body::open(int i, bool isInFigure)
{
    HtmlNode element = m_facts.node(i);
    // Some wrap the whole story in a figure; a picture's has little but a caption.
    if (m_captions.isFigure(i))
        element.tag = HtmlTag::Figure;
    else if (m_captions.isCaption(i))
        element.tag = HtmlTag::Figcaption;
    else if (element.tag == HtmlTag::Figure
             || (isInFigure && isBlock(element.tag) && m_facts.counts(i).letters == 0))
        element.tag = HtmlTag::Div;
    if (element.tag != HtmlTag::A || m_article.url.isEmpty())
        return m_writer.open(element);
    const QString address = element.attribute("href"_L1).trimmed();
    const QUrl link(address);
    if (!link.isRelative())
        return m_writer.open(element);
    const QByteArray resolved = address.startsWith(u'#')
        ? QByteArray()
        : m_article.url.resolved(link).toEncoded(QUrl::FullyEncoded);
    std::vector<HtmlAttribute> attributes(element.attributes.begin(), element.attributes.end());
    for (HtmlAttribute &attribute : attributes) {
        if (attribute.name == "href"_L1)
            attribute.utf8 = resolved;
    }
    element.attributes = HtmlAttributes(attributes);
    m_writer.open(element);
}

QStringList Body::addressesOf(int picture) const
{
    return pictureAddresses(m_facts, picture) + m_noscript.of(picture);
}

void Body::writePicture(int i)
{
    if (m_noscript.isRepeated(i))
        return;
    const QString caption = m_captions.textOf(i);
    // One that is not here, and has no other words, may be the same picture in another size.
    const int words = m_captions.elementOf(i);
    const int number = m_pictures.numberOf(m_facts.node(i), addressesOf(i),
                                           m_captionsShown.contains(words) ? QString() : caption);
    if (number < 0 || m_shown.contains(number))
        return;
    m_shown.insert(number);
    m_captionsShown.insert(words);
    m_pictures.setCaption(number, caption);
    const int apart = m_captions.apartFrom(i);
    const bool isLoose = m_captions.isBare(i) && !m_captionsMoved.contains(apart);
    if (isLoose)
        m_writer.open(elementOf(HtmlTag::Figure));
    m_writer.image(number, m_facts.node(i).attribute("alt"_L1));
    if (apart >= 0 && !m_captionsMoved.contains(apart)) {
        m_writer.open(elementOf(HtmlTag::Figcaption));
        writeElement(apart);
        m_writer.close();
        m_captionsMoved.insert(apart);
    }
    if (isLoose)
        m_writer.close();
}

// Only one that is here: nobody can tell a missing one from an ornament.
void Body::writeBackground(int element)
{
    const HtmlNode &node = m_facts.node(element);
    const QStringList addresses = backgroundAddresses(node);
    if (!m_pictures.isHere(node, addresses) || !m_pictures.isLarge(node, addresses))
        return;
    const int number = m_pictures.numberOf(node, addresses, {});
    if (number < 0 || m_shown.contains(number))
        return;
    m_shown.insert(number);
    m_writer.image(number, node.attribute("aria-label"_L1));
}

void Body::writeElement(int root)
{
    std::vector<int> ends;
    const int end = m_facts.node(root).end;
    int figureEnd = root;
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
            if (isBackgroundPicture(m_facts, i))
                writeBackground(i);
            figureEnd = m_captions.isFigure(i) ? std::max(figureEnd, node.end) : figureEnd;
            open(i, i < figureEnd);
            ends.push_back(node.end);
        }
        ++i;
    }
    for (std::size_t left = ends.size(); left > 0; --left)
        m_writer.close();
}

// The picture between the headline and the story; -1 when the story shows one of its own there.
int Body::leadAmong(const QList<int> &story, const LeadPicture &lead) const
{
    for (const int picture : lead.candidates) {
        if (m_noscript.isRepeated(picture))
            continue;
        const bool isHere = m_pictures.isHere(m_facts.node(picture), addressesOf(picture));
        const bool isSaid = !m_captions.textOf(picture).isEmpty() && lead.number < 0;
        if (isInStory(m_facts, story, picture) && (isHere || isSaid))
            return -1;
        if (isHere ? m_pictures.isLarge(m_facts.node(picture), addressesOf(picture)) : isSaid)
            return picture;
    }
    return -1;
}

// The img element of a picture that is known by its address only.
int Body::leadNamed(int number) const
{
    const QString name = QUrl(m_pictures.images()[number].contentUrl).fileName();
    for (int i = 0; i < m_facts.size() && !name.isEmpty(); ++i) {
        if (m_facts.node(i).tag == HtmlTag::Img && m_captions.elementOf(i) >= 0
            && std::ranges::any_of(addressesOf(i), [&](const QString &address) {
                   return address.contains(name) && QUrl(address).fileName() == name;
               }))
            return i;
    }
    return -1;
}

QString Body::leadFigure(int number)
{
    StrictWriter writer(number + 1);
    writer.open(elementOf(HtmlTag::Figure));
    writer.image(number, m_pictures.images()[number].alternateName);
    writer.open(elementOf(HtmlTag::Figcaption));
    writer.text(m_pictures.images()[number].caption);
    return writer.take();
}

void Body::write(const QList<int> &story, const LeadPicture &lead)
{
    int number = lead.number;
    int picture = leadAmong(story, lead);
    if (picture >= 0)
        number = m_pictures.numberOf(m_facts.node(picture), addressesOf(picture),
                                     m_captions.textOf(picture));
    else if (number >= 0)
        picture = leadNamed(number);
    if (number >= 0 && picture >= 0)
        m_pictures.setCaption(number, m_captions.textOf(picture));
    if (lead.number >= 0)
        m_pictures.setCaption(lead.number, lead.caption);

    for (const int root : story) {
        m_writer.open(elementOf(HtmlTag::Div));
        writeElement(root);
        m_writer.close();
    }
    m_article.bodyHtml = m_writer.take();
    if (number >= 0 && !m_shown.contains(number)) {
        m_article.bodyHtml.prepend(leadFigure(number));
        const int words = picture < 0 ? -1 : m_captions.elementOf(picture);
        for (int i = std::max(words, 0); words >= 0 && i < m_facts.node(words).end; ++i)
            m_written[std::size_t(i)] = true;
    }
    m_article.images = m_pictures.images();
    collectTrimmings();
}

// Lines that the article has as its fields.
QSet<QString> Body::shownElsewhere() const
{
    QSet<QString> known{m_article.headline, m_article.description};
    for (const ArticleImage &image : m_pictures.images())
        known.insert(image.caption);
    return known;
}

bool isSilent(HtmlTag tag)
{
    return tag == HtmlTag::Script || tag == HtmlTag::Style || tag == HtmlTag::Noscript
        || tag == HtmlTag::Select || tag == HtmlTag::Textarea || tag == HtmlTag::Iframe
        || tag == HtmlTag::Template;
}

// Everything a reader would have seen in the page and does not see in the story, a block an entry.
void Body::collectTrimmings()
{
    const HtmlDocument &document = m_facts.document();
    QString line;
    int block = -1;
    QSet<QString> known = shownElsewhere();
    const auto flush = [&] {
        if (line.isEmpty())
            return;
        line = tidied(line);
        // Plain searching: preparing for a faster one takes longer, most often.
        const bool isStandfirst = m_article.isStandfirstPrinted
            && !std::ranges::search(m_article.description, line).empty();
        if (!line.isEmpty() && !isStandfirst && !known.contains(line)) {
            known.insert(line);
            m_article.trimmings.append(line.left(longestTrimming));
        }
        line.clear();
    };
    const int body = document.first(HtmlTag::Body);
    for (int i = qMax(body, 0); i < m_facts.size();) {
        const HtmlNode &node = m_facts.node(i);
        if (isSilent(node.tag) || (node.tag != HtmlTag::Text && isUnseen(node))) {
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
               const LeadPicture &lead, Article &article)
{
    Body(facts, pictures, article).write(story, lead);
}
