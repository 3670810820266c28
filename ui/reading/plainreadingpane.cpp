#include "ui/reading/plainreadingpane.h"

#include "app/render/plainpage.h"

#include "ui/reading/pagewords.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextFrame>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHits = 5000; // that are looked for in one article
constexpr double measure = 37
    * 13.5; // points of the text's width at 100 %, as on the engine's page

QList<QTextCursor> hitsIn(QTextDocument &text, const QString &words,
                          QTextDocument::FindFlags how = {})
{
    QList<QTextCursor> hits;
    QTextCursor at(&text);
    while (hits.size() < mostHits) {
        at = text.find(words, at, how);
        if (at.isNull())
            break;
        hits += at;
    }
    return hits;
}

int storyEnd(const QTextDocument &text)
{
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().anchorNames().contains(plainStoryEnd))
                return block.position();
        }
    }
    return text.characterCount() - 1;
}

qsizetype next(qsizetype at, qsizetype count, ReadingPane::Direction direction)
{
    if (count == 0)
        return -1;
    if (direction == ReadingPane::Direction::Forward)
        return (at + 1) % count;
    return at <= 0 ? count - 1 : at - 1;
}

} // namespace

PlainReadingPane::PlainReadingPane(QWidget *parent) : ReadingPane(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&m_view);
    setFocusProxy(&m_view);
    connectView();
    setDark(false);
}

void PlainReadingPane::connectView()
{
    connect(&m_view, &PlainBrowser::painted, this, [this] {
        if (!std::exchange(m_isPaintDue, false))
            return;
        // Not from within the painting.
        QTimer::singleShot(0, this, &ReadingPane::articleShown);
    });
    connect(&m_view, &PlainBrowser::resized, this, &PlainReadingPane::keepMeasure);
    connect(&m_view, &PlainBrowser::zoomRequested, this, [this](int steps) {
        constexpr int step = 10; // percent
        setZoom(m_zoom + steps * step);
    });
    connect(&m_view, &PlainBrowser::backRequested, this, &ReadingPane::backRequested);
    connect(&m_view, &PlainBrowser::forwardRequested, this, &ReadingPane::forwardRequested);
    connect(&m_view, &QTextBrowser::anchorClicked, this, &PlainReadingPane::activate);
    connect(&m_view, qOverload<const QUrl &>(&QTextBrowser::highlighted), this,
            &ReadingPane::linkHovered);
    connect(&m_view, &QTextEdit::copyAvailable, this, &ReadingPane::selectionChanged);
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (m_article && !m_isPaintDue)
            Q_EMIT scrolled(place());
    });
}

void PlainReadingPane::showArticle(const Article &article)
{
    m_article = article;
    m_view.setAccessibleName(tr("Article: %1").arg(article.headline));
    m_isPaintDue = true;
    fill();
    m_view.moveCursor(QTextCursor::Start);
    m_view.viewport()->update();
}

void PlainReadingPane::showNothing()
{
    m_article.reset();
    m_view.setAccessibleName(tr("Article"));
    fill();
}

void PlainReadingPane::fill()
{
    m_hits.clear();
    m_marks.clear();
    m_hit = m_mark = -1;
    colourHits();
    if (!m_article) {
        m_view.setPlainText(tr("Choose an article to read it here."));
        return keepMeasure();
    }
    ScreenOptions options = screenOptions(locale());
    options.words.missingPicture = tr("Picture not shown");
    m_view.setHtml(plainPage(*m_article, options, m_dark, m_zoom));
    keepMeasure();
}

// The lines are no longer than can be read with ease, in the middle of the pane.
void PlainReadingPane::keepMeasure()
{
    constexpr int least = 24; // pixels beside the text
    const double widest = measure * m_zoom / 100 * m_view.logicalDpiX() / 72;
    const double margin = std::max<double>(least, (m_view.viewport()->width() - widest) / 2);
    QTextFrame *frame = m_view.document()->rootFrame();
    QTextFrameFormat format = frame->frameFormat();
    if (format.leftMargin() == margin && format.topMargin() == least)
        return;
    format.setLeftMargin(margin);
    format.setRightMargin(margin);
    format.setTopMargin(least);
    format.setBottomMargin(2 * least);
    frame->setFrameFormat(format);
}

// What is no address of the web stays where it is: the window decides about the others.
void PlainReadingPane::activate(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (scheme == u"http"_s || scheme == u"https"_s || scheme == u"mailto"_s)
        Q_EMIT linkActivated(url);
}

void PlainReadingPane::setDark(bool dark)
{
    m_dark = dark;
    QPalette colours = m_view.palette();
    colours.setColor(QPalette::Base, QColor(screenPaper(dark)));
    colours.setColor(QPalette::Text, QColor(screenColour(u"ink"_s, dark)));
    m_view.setPalette(colours);
    const double where = place();
    fill();
    scrollTo(where);
}

void PlainReadingPane::setZoom(int percent)
{
    const int zoom = std::clamp(percent, smallestZoom, largestZoom);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    const double where = place();
    fill();
    scrollTo(where);
    Q_EMIT zoomChanged(zoom);
}

void PlainReadingPane::find(const QString &text, Direction direction)
{
    if (text != m_sought || m_hits.isEmpty()) {
        m_sought = text;
        m_hits = text.isEmpty() ? QList<QTextCursor>() : hitsIn(*m_view.document(), text);
        // From where the reader is.
        const int from = m_view.textCursor().selectionStart();
        const auto here = std::ranges::find_if(
            m_hits, [from](const QTextCursor &hit) { return hit.selectionStart() >= from; });
        m_hit = here - m_hits.begin() - 1;
        if (direction == Direction::Backward)
            ++m_hit;
    }
    m_hit = next(m_hit, m_hits.size(), direction);
    colourHits();
    if (m_hit >= 0)
        goTo(m_hits.at(m_hit));
    Q_EMIT found(int(m_hit) + 1, int(m_hits.size()));
}

void PlainReadingPane::mark(const QStringList &words)
{
    m_marks.clear();
    m_mark = -1;
    for (const QString &word : words)
        m_marks += hitsIn(*m_view.document(), word,
                          QTextDocument::FindWholeWords | QTextDocument::FindCaseSensitively);
    std::ranges::sort(m_marks, {}, &QTextCursor::selectionStart);
    colourHits();
}

void PlainReadingPane::goToMark(Direction direction)
{
    m_mark = next(m_mark, m_marks.size(), direction);
    if (m_mark >= 0)
        goTo(m_marks.at(m_mark));
}

void PlainReadingPane::goTo(const QTextCursor &hit)
{
    QTextCursor at = hit;
    at.setPosition(hit.selectionStart());
    m_view.setTextCursor(at); // which brings it into sight
}

void PlainReadingPane::colourHits()
{
    QList<QTextEdit::ExtraSelection> colours;
    QTextCharFormat came;
    came.setBackground(QColor(screenColour(u"hit"_s, m_dark)));
    for (const QTextCursor &hit : m_marks + m_hits)
        colours += {hit, came};
    if (m_hit >= 0) {
        QTextCharFormat now = came;
        now.setFontUnderline(true);
        now.setFontWeight(QFont::Bold);
        colours += {m_hits.at(m_hit), now};
    }
    m_view.setExtraSelections(colours);
}

void PlainReadingPane::copySelection()
{
    m_view.copy();
}

void PlainReadingPane::selectAll()
{
    QTextCursor story(m_view.document());
    story.setPosition(storyEnd(*m_view.document()), QTextCursor::KeepAnchor);
    m_view.setTextCursor(story);
    m_view.setFocus();
}

bool PlainReadingPane::hasSelection() const
{
    return m_view.textCursor().hasSelection();
}

void PlainReadingPane::askSelection(const std::function<void(const QString &html)> &then)
{
    QString html;
    const QString text = m_view.textCursor().selection().toPlainText();
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        html += u"<p>%1</p>"_s.arg(line.trimmed().toHtmlEscaped());
    QTimer::singleShot(0, this, [then, html] { then(html); });
}

double PlainReadingPane::place() const
{
    const QScrollBar *bar = m_view.verticalScrollBar();
    return bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0;
}

void PlainReadingPane::scrollTo(double position)
{
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(int(position * bar->maximum()));
}

void PlainReadingPane::scrollByPage(Direction direction)
{
    QScrollBar *bar = m_view.verticalScrollBar();
    const bool forward = direction == Direction::Forward;
    if (bar->value() == (forward ? bar->maximum() : bar->minimum())) {
        Q_EMIT endReached(direction);
        return;
    }
    bar->setValue(bar->value() + (forward ? 1 : -1) * bar->pageStep() * 9 / 10);
}
