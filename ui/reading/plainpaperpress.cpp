#include "ui/reading/plainpaperpress.h"

#include "app/render/plainpage.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

// Letters in points mean the same on paper as they do in the style sheet.
constexpr int dotsAnInch = 600;

// A bullet or a number, where an item's first line begins.
void drawMarker(QPainter &painter, const QTextBlock &block, QPointF start)
{
    const QTextList *list = block.textList();
    if (!list)
        return;
    const bool isNumbered = list->format().style() <= QTextListFormat::ListDecimal;
    const QString marker = isNumbered ? list->itemText(block) : u"•"_s;
    const QFont font(block.charFormat().font(), painter.device());
    const QTextLine line = block.layout()->lineAt(0);
    const QFontMetricsF metrics(font, painter.device());
    const double gap = metrics.averageCharWidth();
    const bool isRightToLeft = block.textDirection() == Qt::RightToLeft;
    const double x = isRightToLeft ? start.x() + line.x() + line.width() + gap
                                   : start.x() + line.x() - metrics.horizontalAdvance(marker) - gap;
    painter.setFont(font);
    painter.drawText(QPointF(x, start.y() + line.y() + line.ascent()), marker);
}

struct PageLine
{
    int page; // from 0
    QTextBlock block;
    int number; // in the block
};

// In the order of the text on each page: the cells of a row that a page's end cuts take turns.
std::vector<PageLine> linesByPage(const QTextDocument &text)
{
    std::vector<PageLine> all;
    const double height = text.pageSize().height();
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        const double top = text.documentLayout()->blockBoundingRect(block).top();
        for (int number = 0; number < block.layout()->lineCount(); ++number) {
            const QTextLine line = block.layout()->lineAt(number);
            const double middle = top + line.y() + line.height() / 2;
            all.push_back({int(middle / height), block, number});
        }
    }
    std::ranges::stable_sort(all, {}, &PageLine::page);
    return all;
}

// Line by line: the document's own layout draws the last line of a page again, unseen, on the next
// one, where whoever copies the text finds it.
void draw(const QTextDocument &text, QPdfWriter &paper)
{
    QPainter painter(&paper);
    int page = 0;
    for (const PageLine &line : linesByPage(text)) {
        for (; page < line.page; ++page)
            paper.newPage();
        QPointF start = text.documentLayout()->blockBoundingRect(line.block).topLeft();
        start.ry() -= page * text.pageSize().height();
        if (line.number == 0)
            drawMarker(painter, line.block, start);
        line.block.layout()->lineAt(line.number).draw(&painter, start);
    }
}

QByteArray pagesOf(const QString &html, const QPageLayout &layout)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter paper(&buffer);
    paper.setResolution(dotsAnInch);
    paper.setPageLayout(layout);
    QTextDocument text;
    text.setDocumentMargin(0);
    text.documentLayout()->setPaintDevice(&paper);
    text.setPageSize(layout.paintRectPixels(dotsAnInch).size());
    text.setHtml(plainPaper(html));
    draw(text, paper);
    return pdf;
}

} // namespace

void PlainPaperPress::layOut(const QString &html, const QList<ArticleImage> &,
                             const QPageLayout &layout)
{
    m_isGivenUp = false;
    QTimer::singleShot(0, this, [this, html, layout] {
        if (m_isGivenUp)
            return answer({}, u"cancelled"_s);
        answer(pagesOf(html, layout), {});
    });
}

void PlainPaperPress::layOutOriginal(const OriginalPage &, const QPageLayout &)
{
    QTimer::singleShot(0, this, [this] { answer({}, u"a saved page needs the web engine"_s); });
}

void PlainPaperPress::answer(const QByteArray &pdf, const QString &problem)
{
    if (problem.isEmpty())
        Q_EMIT laidOut(pdf);
    else
        Q_EMIT failed(problem);
}
