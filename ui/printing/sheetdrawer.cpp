#include "ui/printing/sheetdrawer.h"

#include <QPrinter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Sharper than this nobody sees, and an A4 page of 1200 dpi would be half a gigabyte of pixels.
constexpr int finestResolution = 600; // dots per inch

// The pages asked for, in the order and as often as the printer cannot do it by itself.
QList<int> pagesToDraw(const QPrinter &printer, int pageCount)
{
    QList<int> pages;
    const QPageRanges ranges = printer.pageRanges();
    const bool all = printer.printRange() != QPrinter::PageRange || ranges.isEmpty();
    for (int page = 0; page < pageCount; ++page) {
        if (all || ranges.contains(page + 1))
            pages += page;
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::ranges::reverse(pages);
    if (printer.supportsMultipleCopies() || printer.copyCount() < 2)
        return pages;

    QList<int> copies;
    if (printer.collateCopies()) {
        for (int copy = 0; copy < printer.copyCount(); ++copy)
            copies += pages;
    } else {
        for (int page : std::as_const(pages))
            copies += QList<int>(printer.copyCount(), page);
    }
    return copies;
}

} // namespace

SheetDrawer::SheetDrawer(const QByteArray &pdf, std::unique_ptr<QPrinter> printer, QObject *parent)
    : QObject(parent), m_pdf(pdf), m_buffer(&m_pdf), m_printer(std::move(printer))
{
}

SheetDrawer::~SheetDrawer()
{
    if (m_painter && m_drawn < m_pages.size())
        m_printer->abort(); // given up half way: nothing is to come out
}

void SheetDrawer::start()
{
    QMetaObject::invokeMethod(this, &SheetDrawer::begin, Qt::QueuedConnection);
}

void SheetDrawer::begin()
{
    m_buffer.open(QIODevice::ReadOnly);
    m_document.load(&m_buffer);
    if (m_document.status() != QPdfDocument::Status::Ready)
        return finish(Error{Error::Kind::Failed, m_printer->printerName(), u"PDF"_s});

    m_pages = pagesToDraw(*m_printer, m_document.pageCount());
    if (m_pages.isEmpty())
        return finish({});
    m_printer->setFullPage(true); // the PDF has its own margins
    m_painter = std::make_unique<QPainter>();
    if (!m_painter->begin(m_printer.get())) {
        m_painter.reset();
        return finish(Error{Error::Kind::Failed, m_printer->printerName(), QString()});
    }
    drawNext();
}

void SheetDrawer::drawNext()
{
    if (m_drawn > 0 && !m_printer->newPage())
        return finish(Error{Error::Kind::Failed, m_printer->printerName(), QString()});
    draw(m_pages[m_drawn++]);
    if (m_drawn == m_pages.size()) {
        m_painter->end();
        return finish({});
    }
    QMetaObject::invokeMethod(this, &SheetDrawer::drawNext, Qt::QueuedConnection);
}

void SheetDrawer::draw(int page)
{
    const int resolution = std::min(m_printer->resolution(), finestResolution);
    const QSizeF points = m_document.pagePointSize(page);
    const QImage image = m_document.render(page, (points * resolution / 72).toSize());
    const QSizeF size = points * m_printer->resolution() / 72;
    m_painter->fillRect(QRectF({}, size), Qt::white);
    m_painter->drawImage(QRectF({}, size), image);
}

void SheetDrawer::finish(const Outcome &outcome)
{
    Q_EMIT finished(outcome);
}
