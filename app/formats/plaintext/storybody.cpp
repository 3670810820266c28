#include "app/formats/plaintext/storybody.h"

#include "app/formats/plaintext/dateline.h"
#include "app/formats/plaintext/linerules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestCrosshead = 70; // characters
constexpr qsizetype mostCrossheadWords = 10;
constexpr qsizetype longestCaption = 220;
constexpr qsizetype longestAttribution = 80;

// Labels that pages and corpora put before a picture's text: BBC News since 2014, the rest common.
struct PictureLabel
{
    enum Part { Alternative, Caption, Credit };

    QStringView text;
    Part part;
};
constexpr auto pictureLabels = std::to_array<PictureLabel>({
    {u"Image caption ", PictureLabel::Caption},
    {u"Media caption ", PictureLabel::Caption},
    {u"Caption: ", PictureLabel::Caption},
    {u"Image source, ", PictureLabel::Credit},
    {u"Image copyright ", PictureLabel::Credit},
    {u"Photo: ", PictureLabel::Credit},
    {u"(Photo: ", PictureLabel::Credit},
    {u"Bild: ", PictureLabel::Credit},
    {u"Foto: ", PictureLabel::Credit},
    {u"(Foto: ", PictureLabel::Credit},
    {u"[Image:", PictureLabel::Alternative},
    {u"[IMG:", PictureLabel::Alternative},
    {u"[Photo:", PictureLabel::Alternative},
    {u"[Picture:", PictureLabel::Alternative},
});

void appendEscaped(QString &html, QStringView text)
{
    for (const QChar character : text) {
        switch (character.unicode()) {
        case u'&':
            html += u"&amp;";
            break;
        case u'<':
            html += u"&lt;";
            break;
        case u'>':
            html += u"&gt;";
            break;
        case u'"':
            html += u"&quot;";
            break;
        default:
            html += character;
        }
    }
}

// Whether the first letter with a direction runs from right to left.
bool isRightToLeft(QStringView text)
{
    for (const QChar character : text) {
        if (character.unicode() < 0x590) {
            if (character.isLetter())
                return false;
            continue;
        }
        return text.isRightToLeft();
    }
    return false;
}

bool isQuoted(QStringView text)
{
    if (text.size() < 3)
        return false;
    const bool opens = QStringView(u"\"“„«'‘").contains(text.front());
    return opens && QStringView(u"\"”“»'’").contains(text.back());
}

qsizetype numberGroups(QStringView text)
{
    qsizetype groups = 0;
    bool wasDigit = false;
    for (const QChar character : text) {
        groups += character.isDigit() && !wasDigit ? 1 : 0;
        wasDigit = character.isDigit();
    }
    return groups;
}

// The number that an item of an ordered list begins with.
int itemNumber(QStringView item)
{
    qsizetype digits = 0;
    while (digits < item.size() && item[digits].isDigit())
        ++digits;
    return item.left(digits).toInt();
}

class BodyWriter
{
public:
    explicit BodyWriter(TextStory &story) : m_story(story) { }

    void write()
    {
        for (qsizetype i = m_story.bodyStart; i < m_story.bodyEnd; ++i) {
            if (m_story.isUnread(i))
                m_lines.append(i);
        }
        qsizetype size = 0;
        for (const qsizetype i : m_lines)
            size += m_story.lines[i].text.size() + 16;
        m_html.reserve(size);
        for (const ArticleImage &image : m_story.article.images)
            appendFigure(image, m_pictures++);
        for (qsizetype k = 0; k < m_lines.size();)
            k = writeAt(k);
        m_story.article.bodyHtml = m_html;
    }

private:
    QStringView at(qsizetype k) const { return m_story.lines[m_lines[k]].text; }
    // A line stands right under the one before, in a text that parts paragraphs by blank lines.
    bool isUnder(qsizetype k) const
    {
        return k > 0 && k < m_lines.size() && m_lines[k] == m_lines[k - 1] + 1
            && !m_story.lines[m_lines[k]].blankBefore;
    }
    // Two lines, one under the other, and nothing more.
    bool isPair(qsizetype k) const { return !isUnder(k) && isUnder(k + 1) && !isUnder(k + 2); }

    qsizetype writeAt(qsizetype k);
    qsizetype writeFigure(qsizetype k);
    qsizetype writeLabelledPicture(qsizetype k);
    qsizetype writeQuotation(qsizetype k);
    qsizetype writeList(qsizetype k);
    qsizetype writeLines(qsizetype k);
    void writeParagraph(qsizetype k);
    void readDateline(qsizetype k);
    bool isFigureAt(qsizetype k) const;
    bool isCrosshead(qsizetype k) const;
    void addFigure(const ArticleImage &image);
    void appendFigure(const ArticleImage &image, qsizetype number);
    void open(QStringView element, QStringView text);
    void append(QStringView element, QStringView text);

    TextStory &m_story;
    QList<qsizetype> m_lines; // the body's own, by their number
    QString m_html;
    qsizetype m_pictures = 0;
    bool m_hasProse = false;
};

void BodyWriter::open(QStringView element, QStringView text)
{
    m_html += u'<';
    m_html += element;
    if (isRightToLeft(text))
        m_html += u" dir=\"rtl\"";
    m_html += u'>';
}

void BodyWriter::append(QStringView element, QStringView text)
{
    open(element, text);
    appendEscaped(m_html, text);
    m_html += u"</";
    m_html += element;
    m_html += u">\n";
}

void BodyWriter::addFigure(const ArticleImage &image)
{
    m_story.article.images.append(image);
    appendFigure(image, m_pictures++);
}

void BodyWriter::appendFigure(const ArticleImage &image, qsizetype number)
{
    m_html += u"<figure><img src=\"picture:%1\" alt=\""_s.arg(number);
    appendEscaped(m_html, image.alternateName);
    m_html += u"\">";
    if (!image.caption.isEmpty()) {
        open(u"figcaption", image.caption);
        appendEscaped(m_html, image.caption);
        m_html += u"</figcaption>";
    }
    m_html += u"</figure>\n";
}

qsizetype BodyWriter::writeAt(qsizetype k)
{
    if (at(k).front() == u'>')
        return writeQuotation(k);
    if (const qsizetype end = writeLabelledPicture(k); end > k)
        return end;
    if (const qsizetype end = writeList(k); end > k)
        return end;
    if (isFigureAt(k))
        return writeFigure(k);
    if (const qsizetype end = writeQuotation(k); end > k)
        return end;
    if (isCrosshead(k)) {
        append(u"h2", at(k));
        return k + 1;
    }
    return writeLines(k);
}

// A picture leaves two lines in a text extract: its alternative text and its caption, one right
// under the other and with no full stop after the first.
bool BodyWriter::isFigureAt(qsizetype k) const
{
    if (k + 1 >= m_lines.size() || at(k).size() > longestCaption || endsSentence(at(k))
        || at(k + 1).size() > longestCaption || at(k).endsWith(u':') || isQuoted(at(k)))
        return false;
    if (k + 2 >= m_lines.size() || !isProse(at(k + 2)) || startsLowerCase(at(k))
        || startsLowerCase(at(k + 1)) || numberGroups(at(k)) > 1 || numberGroups(at(k + 1)) > 2
        || datelineOf(at(k)))
        return false;
    const bool isAtTop = !m_hasProse && k == 0 && m_pictures == 0;
    const bool isShort = !endsSentence(at(k + 1)) && at(k + 1).size() <= longestCaption
        && !at(k + 1).endsWith(u':');
    if (isAtTop && isPair(k) && m_story.isParted)
        return at(k + 1).size() <= 2 * longestCrosshead || isShort;
    if (isAtTop)
        return isShort;
    return isPair(k) && isShort && m_story.isParted;
}

qsizetype BodyWriter::writeFigure(qsizetype k)
{
    ArticleImage image;
    image.alternateName = at(k).toString();
    image.caption = at(k + 1).toString();
    addFigure(image);
    return k + 2;
}

// One picture's lines: "Image copyright …", "Image caption …", in either order.
qsizetype BodyWriter::writeLabelledPicture(qsizetype k)
{
    ArticleImage image;
    const qsizetype first = k;
    PictureLabel::Part before = PictureLabel::Alternative;
    for (; k < m_lines.size() && k < first + 2 && at(k).size() <= longestCaption; ++k) {
        const QStringView line = at(k);
        const auto label = std::ranges::find_if(pictureLabels, [line](const PictureLabel &known) {
            return line.startsWith(known.text, Qt::CaseInsensitive);
        });
        if (label == pictureLabels.end())
            break;
        const bool isSecond = k > first;
        if (isSecond && (label->part == before || label->part == PictureLabel::Alternative))
            break; // the next picture's
        before = label->part;
        const bool isCaption = label->part == PictureLabel::Caption;
        const QString text = (isCaption ? line.mid(label->text.size()).trimmed() : line).toString();
        if (label->part == PictureLabel::Alternative)
            image.alternateName = text;
        else if (image.caption.isEmpty())
            image.caption = text;
        else
            image.caption = isCaption ? u"%1 (%2)"_s.arg(text, image.caption)
                                      : u"%1 (%2)"_s.arg(image.caption, text);
    }
    if (k > first)
        addFigure(image);
    return k;
}

// "> quoted" lines, and a quotation in a block of its own with the speaker's name under it.
qsizetype BodyWriter::writeQuotation(qsizetype k)
{
    if (at(k).front() == u'>') {
        m_html += u"<blockquote>";
        for (; k < m_lines.size() && at(k).front() == u'>'; ++k) {
            QStringView text = at(k);
            while (!text.isEmpty() && (text.front() == u'>' || text.front().isSpace()))
                text = text.mid(1);
            if (!text.isEmpty())
                append(u"p", text);
        }
        m_html += u"</blockquote>\n";
        return k;
    }
    if (!isQuoted(at(k)) || at(k).size() <= 20 || !isPair(k))
        return k;
    const QStringView speaker = at(k + 1);
    if (speaker.size() > longestAttribution || endsSentence(speaker) || isQuoted(speaker))
        return k;
    m_html += u"<blockquote>";
    append(u"p", at(k));
    append(u"p", speaker);
    m_html += u"</blockquote>\n";
    return k + 2;
}

// Two or more items, or one with a bullet. Dashes begin spoken lines in some languages: those need
// company.
qsizetype BodyWriter::writeList(qsizetype k)
{
    const bool isOrdered = at(k).front().isDigit();
    // "1. FC Köln", "30. März": numbers, but not of a list unless they count.
    const auto follows = [this, isOrdered, k](qsizetype line) {
        return listMarkerLength(at(line)) > 0 && at(line).front().isDigit() == isOrdered
            && (!isOrdered || line == k || itemNumber(at(line)) == itemNumber(at(line - 1)) + 1);
    };
    qsizetype end = k;
    while (end < m_lines.size() && follows(end))
        ++end;
    const bool isBullet = QStringView(u"•·‣◦▪■●*").contains(at(k).front());
    if (end - k < (isBullet ? 1 : 2))
        return k;

    const int first = isOrdered ? itemNumber(at(k)) : 1;
    if (!isOrdered)
        m_html += u"<ul>\n";
    else
        m_html += first == 1 ? u"<ol>\n"_s : u"<ol start=\"%1\">\n"_s.arg(first);
    for (; k < end; ++k)
        append(u"li", at(k).mid(listMarkerLength(at(k))).trimmed());
    m_html += isOrdered ? u"</ol>\n" : u"</ul>\n";
    return end;
}

// A short line between paragraphs, without a full stop, quoted or not.
bool BodyWriter::isCrosshead(qsizetype k) const
{
    const QStringView text = at(k);
    if (!m_hasProse || text.size() > longestCrosshead || k + 1 >= m_lines.size()
        || (m_story.isParted && isUnder(k)))
        return false;
    if (text.count(u' ') >= mostCrossheadWords || startsLowerCase(text) || numberGroups(text) > 2)
        return false;
    const bool isQuestion = text.endsWith(u'?');
    if ((endsSentence(text) && !isQuestion) || QStringView(u",;:-–—").contains(text.back()))
        return false;
    const QStringView next = at(k + 1);
    return isProse(next) || (endsSentence(next) && next.size() > text.size());
}

// One paragraph; or a block of short lines that belong together: an address, a table of results.
qsizetype BodyWriter::writeLines(qsizetype k)
{
    qsizetype end = k + 1;
    const auto isLoose = [this](qsizetype line) {
        return !endsSentence(at(line)) && at(line).size() < 2 * longestCrosshead
            && listMarkerLength(at(line)) == 0;
    };
    if (m_story.isParted && isLoose(k)) {
        while (isUnder(end) && isLoose(end))
            ++end;
    }
    if (end == k + 1) {
        writeParagraph(k);
        return end;
    }
    open(u"p", at(k));
    for (qsizetype line = k; line < end; ++line) {
        if (line > k)
            m_html += u"<br>";
        appendEscaped(m_html, at(line));
    }
    m_html += u"</p>\n";
    return end;
}

void BodyWriter::writeParagraph(qsizetype k)
{
    if (!m_hasProse)
        readDateline(k);
    m_hasProse = m_hasProse || isProse(at(k)) || endsSentence(at(k));
    append(u"p", at(k));
}

// The dateline stays in the paragraph: it is the story's, and its place and agency are fields.
void BodyWriter::readDateline(qsizetype k)
{
    const std::optional<Dateline> dateline = datelineOf(at(k));
    if (!dateline)
        return;
    Article &article = m_story.article;
    if (article.place.isEmpty() && !dateline->place.isEmpty()) {
        article.place = dateline->place;
        article.provenance.insert(u"contentLocation"_s, u"dateline"_s);
    }
    if (article.publisher.isEmpty() && !dateline->agency.isEmpty()) {
        const QString known = publisherNamed(dateline->agency);
        article.publisher = known.isEmpty() ? dateline->agency : known;
        article.provenance.insert(u"publisher"_s, u"dateline"_s);
    }
    if (dateline->date && !article.date().isValid()) {
        article.datePublished = *dateline->date;
        article.provenance.insert(u"datePublished"_s, u"dateline"_s);
    }
}

} // namespace

void readBody(TextStory &story)
{
    BodyWriter(story).write();
}
