#include "app/html/strictwriter.h"

#include "app/html/stricttags.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// More blocks inside one another than this are of no use to a reader.
constexpr std::size_t maximumBlocks = 24;
constexpr qsizetype maximumAddress = 8192; // characters

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

void appendEscaped(QString &out, QChar c)
{
    switch (c.unicode()) {
    case u'&':
        out += "&amp;"_L1;
        break;
    case u'<':
        out += "&lt;"_L1;
        break;
    case u'>':
        out += "&gt;"_L1;
        break;
    case u'"':
        out += "&quot;"_L1;
        break;
    default:
        out += c;
    }
}

bool isPair(QChar high, QChar low)
{
    return high.isHighSurrogate() && low.isLowSurrogate()
        && (QChar::surrogateToUcs4(high, low) & 0xFFFE) != 0xFFFE;
}

// Soft hyphens hide words from whoever looks for them; the engine hyphenates by itself.
// Characters that no text has: controls, halves of pairs, and code points that are none.
bool isCharacter(QStringView text, qsizetype i)
{
    const char16_t c = text[i].unicode();
    if (c < 0x20)
        return isSpace(text[i]);
    if (c < 0x7F)
        return true;
    if (QChar::isHighSurrogate(c))
        return i + 1 < text.size() && isPair(text[i], text[i + 1]);
    if (QChar::isLowSurrogate(c))
        return i > 0 && isPair(text[i - 1], text[i]);
    return c > 0x9F && c != 0xAD && c != 0xFFFE && c != 0xFFFF && !(c >= 0xFDD0 && c <= 0xFDEF);
}

// How many characters from the first on are written as they are: of the ones that texts are made
// of, without blanks of any kind.
qsizetype plainLength(QStringView text)
{
    const auto isPlain = [](QChar character) {
        const char16_t c = character.unicode();
        return (c > 0x20 && c < 0x7F && c != u'&' && c != u'<' && c != u'>' && c != u'"')
            || (c > 0xA0 && c < 0x1680 && c != 0xAD) || (c > 0x3000 && c < 0xD800);
    };
    return std::ranges::find_if_not(text, isPlain) - text.begin();
}

// The same of words with a blank between them.
qsizetype plainWords(QStringView text)
{
    qsizetype length = plainLength(text);
    while (length > 0 && length < text.size() && text[length] == u' ') {
        const qsizetype next = plainLength(text.sliced(length + 1));
        if (next == 0)
            break;
        length += 1 + next;
    }
    return length;
}

QString cleanAttribute(const QString &value)
{
    QString clean;
    bool space = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (isSpace(value[i])) {
            space = !clean.isEmpty();
        } else if (isCharacter(value, i)) {
            if (space)
                clean += u' ';
            space = false;
            appendEscaped(clean, value[i]);
        }
    }
    return clean;
}

QString addressOf(const QString &href)
{
    if (href.size() > maximumAddress)
        return {};
    QUrl url(href.trimmed());
    const QString scheme = url.scheme();
    const bool isWeb = scheme == "http"_L1 || scheme == "https"_L1;
    if (!url.isValid() || !(isWeb ? !url.host().isEmpty() : scheme == "mailto"_L1))
        return {};
    url.setUserInfo({});
    return url.toString(QUrl::FullyEncoded);
}

QString spanAttribute(const HtmlNode &element, QLatin1StringView name)
{
    const int span = element.attribute(name).trimmed().toInt();
    return span > 1 && span <= 100 ? u" %1=\"%2\""_s.arg(name).arg(span) : QString();
}

// The start tag, with what attributes it may have; empty when the element is none without them.
QString startTagOf(HtmlTag tag, const HtmlNode *element, const QString &newDirection)
{
    QString start = u'<' + strictName(tag);
    if (tag == HtmlTag::A) {
        const QString address = addressOf(element->attribute("href"_L1));
        if (address.isEmpty())
            return {};
        start += " href=\""_L1 + cleanAttribute(address) + u'"';
    }
    if (!newDirection.isEmpty())
        start += " dir=\""_L1 + newDirection + u'"';
    if (element && isCell(tag)) {
        start += spanAttribute(*element, "colspan"_L1);
        start += spanAttribute(*element, "rowspan"_L1);
    }
    if (element && tag == HtmlTag::Ol) {
        bool isNumber = false;
        const int number = element->attribute("start"_L1).trimmed().toInt(&isNumber);
        if (isNumber && number != 1)
            start += " start=\""_L1 + QString::number(number) + u'"';
    }
    return start + u'>';
}

QString directionOf(const HtmlNode &element)
{
    const QString dir = element.attribute("dir"_L1).trimmed().toLower();
    return dir == "ltr"_L1 || dir == "rtl"_L1 ? dir : QString();
}

} // namespace

HtmlTag StrictWriter::context() const
{
    return m_blocks.empty() ? HtmlTag::Body : m_blocks.back().tag;
}

bool StrictWriter::isInlineOpen(HtmlTag tag) const
{
    return std::ranges::any_of(
        m_frames, [tag](const Frame &frame) { return frame.isInline && frame.tag == tag; });
}

// Whether the block may stand in what is open now, an implied paragraph or item left aside.
bool StrictWriter::admits(HtmlTag block) const
{
    auto parent = m_blocks.rbegin();
    while (parent != m_blocks.rend() && parent->isImplied
           && (parent->tag == HtmlTag::P || block == HtmlTag::Li))
        ++parent;
    const HtmlTag in = parent == m_blocks.rend() ? HtmlTag::Body : parent->tag;
    if (block == HtmlTag::Li)
        return isList(in);
    if (block == HtmlTag::Caption)
        return in == HtmlTag::Table && !parent->hasContent;
    if (isRowGroup(block))
        return in == HtmlTag::Table;
    if (block == HtmlTag::Tr)
        return isRowGroup(in);
    if (isCell(block))
        return in == HtmlTag::Tr;
    if (block == HtmlTag::Figcaption)
        return in == HtmlTag::Figure && !parent->hasCaption;
    if (in == HtmlTag::Figure && block == HtmlTag::Figure)
        return false;
    return m_blocks.size() < maximumBlocks
        && (holdsBlocks(in) || isList(in) || in == HtmlTag::Li || isCell(in));
}

void StrictWriter::open(const HtmlNode &element)
{
    Frame frame;
    frame.tag = strictTag(element.tag);
    frame.dir = directionOf(element);
    if (frame.dir.isEmpty() && !m_frames.empty())
        frame.dir = m_frames.back().dir;

    if (isStrictInline(frame.tag)) {
        if (!isInlineOpen(frame.tag))
            frame.startTag = startTagOf(frame.tag, &element, {});
        frame.isInline = !frame.startTag.isEmpty();
    } else if (!strictName(frame.tag).isEmpty() && admits(frame.tag)) {
        closeImplied();
        if (isList(context()) && frame.tag != HtmlTag::Li)
            openBlock(HtmlTag::Li, nullptr, frame.dir, true);
        if (frame.tag == HtmlTag::Li && !m_blocks.empty() && m_blocks.back().isImplied)
            closeBlock();
        frame.blocks = qsizetype(m_blocks.size());
        openBlock(frame.tag, &element, frame.dir, false);
    } else if (isBoundary(frame.tag)) {
        frame.isBoundary = true;
        closeImplied();
        lineBreak();
        m_breaks = qMin(m_breaks, 1);
    }
    m_frames.push_back(std::move(frame));
}

void StrictWriter::close()
{
    const Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    if (frame.blocks >= 0) {
        while (qsizetype(m_blocks.size()) > frame.blocks)
            closeBlock();
    } else if (frame.isBoundary) {
        closeImplied();
        lineBreak();
        m_breaks = qMin(m_breaks, 1);
    } else if (frame.isWritten) {
        m_out += "</"_L1 + strictName(frame.tag) + u'>';
    }
}

void StrictWriter::openBlock(HtmlTag tag, const HtmlNode *element, const QString &dir,
                             bool isImplied)
{
    closeInlines();
    Block block;
    block.tag = tag;
    block.start = m_out.size();
    block.isImplied = isImplied;
    const QString outside = m_blocks.empty() ? QString() : m_blocks.back().dir;
    const bool turns = takesDirection(tag) && !dir.isEmpty() && dir != outside;
    block.dir = turns ? dir : outside;
    m_out += startTagOf(tag, element, turns ? dir : QString());
    m_blocks.push_back(std::move(block));
    m_space = m_lineBegun = false;
    m_breaks = 0;
    m_preformattedSpace.clear();
}

void StrictWriter::closeBlock()
{
    closeInlines();
    const Block block = std::move(m_blocks.back());
    m_blocks.pop_back();
    m_space = m_lineBegun = false;
    m_breaks = 0;
    if (!block.hasContent && !isCell(block.tag)) {
        m_out.truncate(block.start);
        return;
    }
    if (isPictureParagraph(block)) {
        const qsizetype end = m_out.indexOf(u'>', block.start) + 1;
        m_out.replace(block.start, end - block.start, "<figure>"_L1);
        m_out += "</figure>"_L1;
    } else {
        m_out += "</"_L1 + strictName(block.tag) + u'>';
    }
    if (m_blocks.empty()) {
        m_out += u'\n';
        return;
    }
    m_blocks.back().hasContent |= block.hasContent;
    m_blocks.back().hasCaption |= block.tag == HtmlTag::Figcaption;
    // Words that go on after a block inside an item or a cell begin on a line anyway.
}

// A paragraph of pictures and no word is a figure, as pages mark it that care.
bool StrictWriter::isPictureParagraph(const Block &block) const
{
    const HtmlTag in = context();
    return block.tag == HtmlTag::P && !block.hasWords
        && (in == HtmlTag::Body || in == HtmlTag::Blockquote);
}

// Ends the paragraph that loose words opened.
void StrictWriter::closeImplied()
{
    if (!m_blocks.empty() && m_blocks.back().isImplied && m_blocks.back().tag == HtmlTag::P)
        closeBlock();
}

void StrictWriter::closeInlines()
{
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame) {
        if (frame->isWritten)
            m_out += "</"_L1 + strictName(frame->tag) + u'>';
        frame->isWritten = false;
    }
}

// Makes sure that a word may stand here; false when it may not stand anywhere near.
bool StrictWriter::reachesContent()
{
    const HtmlTag in = context();
    if (isTablePart(in))
        return false;
    const QString dir = m_frames.empty() ? QString() : m_frames.back().dir;
    if (isList(in))
        openBlock(HtmlTag::Li, nullptr, dir, true);
    else if (holdsBlocks(in))
        openBlock(HtmlTag::P, nullptr, dir, true);
    return true;
}

void StrictWriter::breakLines()
{
    const Block &block = m_blocks.back();
    if (m_breaks >= 2 && block.tag == HtmlTag::P) {
        // Two line breaks are how old pages part paragraphs.
        closeInlines();
        const QString start = m_out.mid(block.start,
                                        m_out.indexOf(u'>', block.start) + 1 - block.start);
        m_out += m_blocks.size() == 1 ? "</p>\n"_L1 : "</p>"_L1;
        m_out += start;
        m_blocks.back().hasWords = true; // some of its paragraphs may have
    } else {
        for (int i = 0; i < qMin(m_breaks, 2); ++i)
            m_out += "<br>"_L1;
    }
    m_breaks = 0;
    m_space = false;
}

// Writes what is due before the next word: breaks, a space, the inline elements around it.
void StrictWriter::beginLine()
{
    if (m_breaks > 0)
        breakLines();
    else if (m_space && m_lineBegun)
        m_out += u' ';
    m_space = false;
    m_lineBegun = true;
    for (Frame &frame : m_frames) {
        if (frame.isInline && !frame.isWritten) {
            m_out += frame.startTag;
            frame.isWritten = true;
        }
    }
}

void StrictWriter::text(QStringView text)
{
    if (context() == HtmlTag::Pre)
        return preformatted(text);
    bool begun = false; // the word
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isSpace(text[i])) {
            m_space = true;
            begun = false;
            continue;
        }
        const qsizetype plain = plainWords(text.mid(i));
        if (plain == 0 && !isCharacter(text, i))
            continue;
        if (!begun) {
            if (!reachesContent())
                return;
            beginLine();
            begun = true;
        }
        if (!text[i].isSpace()) // a paragraph of no-break spaces is empty
            m_blocks.back().hasContent = m_blocks.back().hasWords = true;
        if (plain > 0) {
            m_out += text.mid(i, plain);
            i += plain - 1;
        } else {
            appendEscaped(m_out, text[i]);
        }
    }
}

// White space counts, but for lines before the first word and all after the last.
void StrictWriter::preformatted(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isSpace(text[i])) {
            if (text[i] != u'\r')
                m_preformattedSpace += text[i] == u'\f' ? u' ' : text[i];
            continue;
        }
        if (!isCharacter(text, i))
            continue;
        if (!m_blocks.back().hasContent)
            m_preformattedSpace.remove(0, m_preformattedSpace.lastIndexOf(u'\n') + 1);
        m_out += m_preformattedSpace;
        m_preformattedSpace.clear();
        m_space = false;
        beginLine();
        m_blocks.back().hasContent |= !text[i].isSpace();
        appendEscaped(m_out, text[i]);
    }
}

void StrictWriter::lineBreak()
{
    if (context() == HtmlTag::Pre) {
        m_preformattedSpace += u'\n';
        return;
    }
    if (m_lineBegun && !m_blocks.empty())
        ++m_breaks;
    m_space = false;
}

void StrictWriter::image(qsizetype number, const QString &alternateName)
{
    if (number < 0 || number >= m_images)
        return;
    const HtmlTag in = context();
    const bool isLoose = in == HtmlTag::Body || in == HtmlTag::Blockquote;
    if (isLoose)
        openBlock(HtmlTag::Figure, nullptr, {}, true);
    else if (in != HtmlTag::Figure && !reachesContent())
        return;
    beginLine();
    m_blocks.back().hasContent = true;
    m_out += "<img src=\"picture:"_L1 + QString::number(number) + u'"';
    const QString alt = cleanAttribute(alternateName);
    if (!alt.isEmpty())
        m_out += " alt=\""_L1 + alt + u'"';
    m_out += u'>';
    if (isLoose)
        closeBlock();
}

QString StrictWriter::take()
{
    while (!m_frames.empty())
        close();
    while (!m_blocks.empty())
        closeBlock();
    return std::move(m_out);
}
