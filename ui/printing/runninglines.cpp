#include "ui/printing/runninglines.h"

#include "app/render/datetext.h"
#include "app/render/paperpage.h"
#include "ui/printing/paperlayout.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerInch = 1200;
constexpr qreal letterHeight = 8;         // points
constexpr qreal smallestLeftShare = 0.45; // of the line, however long the right side is

QString sourceOf(const Article &article)
{
    const QString scheme = article.url.scheme();
    if (scheme == u"http"_s || scheme == u"https"_s)
        return article.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    return QFileInfo(article.path).fileName();
}

QFont runningFont()
{
    QFont font;
    font.setFamilies({u"Source Sans 3"_s, u"Source Sans Pro"_s, u"Noto Sans"_s,
                      u"Liberation Sans"_s, u"sans-serif"_s});
    font.setPointSizeF(letterHeight);
    return font;
}

// Draws the lines of one sheet after another.
class Sheets
{
public:
    Sheets(QPainter &painter, const QPdfWriter &writer)
        : m_painter(painter)
        , m_metrics(runningFont(), &writer)
        , m_area(writer.pageLayout().paintRectPixels(dotsPerInch))
    {
        m_painter.setFont(runningFont());
    }

    void draw(const RunningLines &lines, bool first, int page, int pages)
    {
        QStringList left{lines.masthead};
        if (!first || lines.masthead.isEmpty())
            left += lines.headline;
        left.removeAll(QString());
        if (!left.isEmpty() || !lines.date.isEmpty()) {
            drawLine(m_area.top(), left.join(u" · "_s), lines.date, lines.rightToLeft);
            drawRule(m_area.top() + m_metrics.height() * 1.3);
        }
        const QString number = QCoreApplication::translate("ArticlePrinter", "Page %1 of %2")
                                   .arg(page)
                                   .arg(pages);
        drawLine(m_area.bottom() - m_metrics.height(), lines.source,
                 lines.hasPageNumbers ? number : QString(), lines.rightToLeft);
    }

private:
    void drawRule(qreal y)
    {
        m_painter.setPen(QPen(Qt::black, dotsPerInch * 0.4 / 72));
        m_painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
    }

    // The right side whole as far as it goes; the left side gets what remains.
    void drawLine(qreal top, const QString &left, const QString &right, bool mirrored)
    {
        const qreal gap = m_metrics.horizontalAdvance(u"MM"_s);
        const qreal width = m_area.width();
        const QString end = m_metrics.elidedText(right, Qt::ElideRight,
                                                 width * (1 - smallestLeftShare) - gap);
        const qreal room = width - m_metrics.horizontalAdvance(end) - gap;
        const QString start = m_metrics.elidedText(left, Qt::ElideMiddle, room);
        const QRectF line(m_area.left(), top, width, m_metrics.height());
        const Qt::Alignment near = Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft);
        const Qt::Alignment far = Qt::AlignAbsolute | (mirrored ? Qt::AlignLeft : Qt::AlignRight);
        m_painter.setPen(Qt::black);
        m_painter.drawText(line, int(near | Qt::AlignTop) | Qt::TextSingleLine, start);
        m_painter.drawText(line, int(far | Qt::AlignTop) | Qt::TextSingleLine, end);
    }

    QPainter &m_painter;
    QFontMetricsF m_metrics;
    QRectF m_area; // between the margins
};

} // namespace

RunningLines runningLines(const Article &article, const QLocale &locale,
                          const RunningFields &fields)
{
    QStringList masthead{article.publisher.simplified(), article.articleSection.simplified()};
    masthead.removeAll(QString());
    masthead.removeDuplicates();
    RunningLines lines;
    if (fields.hasPublisher) {
        lines.masthead = masthead.join(u" · "_s);
        lines.headline = article.headline.simplified();
    }
    if (fields.hasDate)
        lines.date = dateText(article.date(), locale);
    if (fields.hasAddress)
        lines.source = sourceOf(article);
    lines.rightToLeft = readsRightToLeft(article);
    lines.hasPageNumbers = fields.hasPageNumbers;
    return lines;
}

QByteArray runningLinesPdf(const QList<RunningLinesRun> &runs, const QPageLayout &paper)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(paper);
    QPainter painter(&writer);
    painter.translate(-paper.paintRectPixels(dotsPerInch).topLeft());
    Sheets sheets(painter, writer);

    int pages = 0;
    for (const RunningLinesRun &run : runs)
        pages += run.pages;
    int page = 0;
    for (const RunningLinesRun &run : runs) {
        for (int i = 0; i < run.pages; ++i) {
            if (page++ > 0)
                writer.newPage();
            sheets.draw(run.lines, i == 0, page, pages);
        }
    }
    painter.end();
    return pdf;
}
