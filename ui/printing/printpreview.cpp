#include "ui/printing/printpreview.h"

#include "ui/printing/paperlayout.h"
#include "ui/printing/printoptionspanel.h"
#include "ui/printing/printquestions.h"
#include "ui/problems/problemtext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal zoomStep = 1.2;
constexpr qreal smallestZoom = 0.25;
constexpr qreal largestZoom = 5;
constexpr QSize usualSize(1080, 1040);

constexpr QPageSize::PageSizeId papers[] = {QPageSize::A4, QPageSize::Letter, QPageSize::Legal,
                                            QPageSize::A5, QPageSize::A3};

// Signs and not the theme's icons, which may be too dark to be seen on a dark window.
QToolButton *toolButton(const QString &sign, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setMinimumSize(28, 28);
    return button;
}

} // namespace

PrintPreview::PrintPreview(ArticlePrinter &printer, const PrintMatter &matter, QWidget *parent)
    : QDialog(parent)
    , m_printer(&printer)
    , m_matter(matter)
    , m_settings(printer.settings())
    , m_paper(layoutOf(m_settings))
    , m_options(new PrintOptionsPanel(m_settings, matter))
    , m_notice(new QLabel(tr("Laying out the pages…")))
    , m_view(new QPdfView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print Preview"));
    setSizeGripEnabled(true);
    prepareView();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(createTopRow());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(m_notice, 1);
    row->addWidget(m_options);
    column->addLayout(row, 1);
    column->addLayout(createBottomRow());
    connect(m_options, &PrintOptionsPanel::changed, this, &PrintPreview::choose);
    createShortcuts();
    colourTheDesk();

    followPrinter();
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this,
            &PrintPreview::showPageNumber);
    const QSize room = screen()->availableSize() * 0.92;
    resize(usualSize.boundedTo(room));
    layOut();
    m_view->setFocus();
}

void PrintPreview::prepareView()
{
    m_view->setAccessibleName(tr("Pages"));
    m_view->setAccessibleDescription(m_matter.articles.first().headline);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setDocumentMargins(QMargins(24, 24, 24, 24));
    m_view->setPageSpacing(18);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setDocument(&m_document);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void PrintPreview::followPrinter()
{
    connect(m_printer, &ArticlePrinter::pdfReady, this,
            [this](PrintJobId job, const QByteArray &pdf) {
                if (m_job == job)
                    showPages(pdf);
            });
    connect(m_printer, &ArticlePrinter::failed, this, [this](PrintJobId job, const Error &error) {
        if (m_job == job)
            showProblem(error);
    });
    connect(m_printer, &ArticlePrinter::progressed, this,
            [this](PrintJobId job, int laidOut, int articles) {
                if (m_job == job)
                    showProgress(laidOut, articles);
            });
}

PrintPreview::~PrintPreview()
{
    m_view->setDocument(nullptr); // the document goes before the view does
    if (m_job && m_printer)
        m_printer->cancel(*std::exchange(m_job, {}));
}

void PrintPreview::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourTheDesk();
}

QHBoxLayout *PrintPreview::createTopRow()
{
    m_papers = new QComboBox;
    m_papers->setAccessibleName(tr("Paper"));
    fillPapers();
    m_orientations = new QComboBox;
    m_orientations->setAccessibleName(tr("Orientation"));
    m_orientations->addItem(tr("Portrait"), int(QPageLayout::Portrait));
    m_orientations->addItem(tr("Landscape"), int(QPageLayout::Landscape));
    m_orientations->setCurrentIndex(m_paper.orientation() == QPageLayout::Landscape ? 1 : 0);
    auto *paperLabel = new QLabel(tr("P&aper:"));
    paperLabel->setBuddy(m_papers);
    auto *smaller = toolButton(u"−"_s, tr("Zoom out"));
    auto *larger = toolButton(u"+"_s, tr("Zoom in"));
    auto *fit = toolButton(tr("Fit width"), tr("Fit the width of the window"));
    m_pageNumber = new QLabel;
    m_pageNumber->setAccessibleName(tr("Page shown"));

    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(paperLabel);
    row->addWidget(m_papers);
    row->addWidget(m_orientations);
    row->addStretch();
    row->addWidget(m_pageNumber);
    row->addStretch();
    row->addWidget(smaller);
    row->addWidget(larger);
    row->addWidget(fit);
    connect(m_papers, &QComboBox::activated, this, &PrintPreview::choose);
    connect(m_orientations, &QComboBox::activated, this, &PrintPreview::choose);
    connect(smaller, &QToolButton::clicked, this, [this] { zoomBy(1 / zoomStep); });
    connect(larger, &QToolButton::clicked, this, [this] { zoomBy(zoomStep); });
    connect(fit, &QToolButton::clicked, this, &PrintPreview::fitWidth);
    return row;
}

QHBoxLayout *PrintPreview::createBottomRow()
{
    m_print = new QPushButton(tr("&Print…"));
    m_save = new QPushButton(tr("&Save as PDF…"));
    auto *close = new QPushButton(tr("&Close"));
    m_print->setDefault(true);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(close);
    row->addStretch();
    row->addWidget(m_save);
    row->addWidget(m_print);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this,
            [this] { askAndExport(*m_printer, m_matter, m_paper, this); });
    connect(m_print, &QPushButton::clicked, this,
            [this] { askAndPrint(*m_printer, m_matter, m_paper, this); });
    return row;
}

void PrintPreview::createShortcuts()
{
    const auto on = [this](const QList<QKeySequence> &keys, auto what) {
        for (const QKeySequence &key : keys)
            connect(new QShortcut(key, this), &QShortcut::activated, this, what);
    };
    on(QKeySequence::keyBindings(QKeySequence::ZoomIn) + QList{QKeySequence(u"Ctrl+="_s)},
       [this] { zoomBy(zoomStep); });
    on(QKeySequence::keyBindings(QKeySequence::ZoomOut), [this] { zoomBy(1 / zoomStep); });
    on({QKeySequence(u"Ctrl+0"_s)}, [this] { fitWidth(); });
    on({QKeySequence::Print}, [this] { m_print->click(); });
    on({QKeySequence::Save}, [this] { m_save->click(); });
}

// The usual papers, and the one in the printer where it is none of them.
void PrintPreview::fillPapers()
{
    // "Letter", not Qt's "Letter / ANSI A (8.5 x 11 in)".
    static const QRegularExpression furtherWords(u" [(/].*"_s);
    const auto add = [this](const QPageSize &size) {
        m_papers->addItem(size.name().remove(furtherWords), QVariant::fromValue(size));
    };
    for (QPageSize::PageSizeId id : papers)
        add(QPageSize(id));
    const auto chosen = std::ranges::find_if(papers, [this](QPageSize::PageSizeId id) {
        return m_paper.pageSize().isEquivalentTo(QPageSize(id));
    });
    if (chosen == std::end(papers))
        add(m_paper.pageSize());
    m_papers->setCurrentIndex(int(chosen - std::begin(papers)));
}

void PrintPreview::choose()
{
    PrintSettings settings = m_options->chosen(m_settings);
    const auto size = m_papers->currentData().value<QPageSize>();
    if (!m_paper.pageSize().isEquivalentTo(size)) // else it stays the printer's own
        settings.paper = size.key();
    settings.isLandscape = m_orientations->currentData().toInt() == QPageLayout::Landscape;
    if (settings == m_settings || !m_printer)
        return;
    m_settings = settings;
    m_paper = layoutOf(settings);
    m_printer->setSettings(settings);
    layOut();
    Q_EMIT settingsChanged(settings);
}

void PrintPreview::layOut()
{
    if (m_job && m_printer)
        m_printer->cancel(*std::exchange(m_job, {}));
    m_notice->setText(tr("Laying out the pages…"));
    m_notice->setVisible(m_document.pageCount() == 0);
    m_view->setVisible(m_document.pageCount() > 0);
    m_print->setEnabled(false);
    m_save->setEnabled(false);
    m_job = m_printer->toPdf(m_matter, m_paper);
}

void PrintPreview::showPages(const QByteArray &pdf)
{
    m_job.reset();
    m_document.close();
    m_buffer.close();
    m_pdf = pdf;
    m_buffer.setBuffer(&m_pdf);
    m_buffer.open(QIODevice::ReadOnly);
    m_document.load(&m_buffer);
    m_notice->hide();
    m_view->show();
    m_print->setEnabled(true);
    m_save->setEnabled(true);
    showPageNumber();
}

// In the middle as long as there are no pages, and above those that are on their way out.
void PrintPreview::showProgress(int laidOut, int articles)
{
    const QString sentence = tr("Laying out article %1 of %2…").arg(laidOut + 1).arg(articles);
    m_notice->setText(sentence);
    m_pageNumber->setText(m_document.pageCount() > 0 ? sentence : QString());
}

void PrintPreview::showProblem(const Error &error)
{
    m_job.reset();
    m_notice->setText(problemText(error));
    m_view->hide();
    m_notice->show();
}

void PrintPreview::showPageNumber()
{
    const int pages = m_document.pageCount();
    const int page = std::clamp(m_view->pageNavigator()->currentPage() + 1, 1, std::max(1, pages));
    m_pageNumber->setText(pages > 0 ? tr("Page %1 of %2").arg(page).arg(pages) : QString());
}

void PrintPreview::zoomBy(qreal factor)
{
    const qreal zoom = std::clamp(shownZoom() * factor, smallestZoom, largestZoom);
    m_view->setZoomMode(QPdfView::ZoomMode::Custom);
    m_view->setZoomFactor(zoom);
}

void PrintPreview::fitWidth()
{
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
}

// QPdfView does not tell how large it shows a page that it fits to its width.
qreal PrintPreview::shownZoom() const
{
    if (m_view->zoomMode() == QPdfView::ZoomMode::Custom || m_document.pageCount() == 0)
        return m_view->zoomFactor();
    const QMargins margins = m_view->documentMargins();
    const qreal width = m_view->viewport()->width() - margins.left() - margins.right();
    return width / (m_document.pagePointSize(0).width() * m_view->logicalDpiX() / 72);
}

// White sheets want a desk that is darker than they are and calmer than the window. On a dark
// window Fusion draws a box that is not ticked in the window's own colours: it gets a lighter
// ground.
void PrintPreview::colourTheDesk()
{
    const QColor window = palette().color(QPalette::Window);
    QPalette choices = palette();
    if (window.lightness() < 128)
        choices.setColor(QPalette::Base, window.lighter(180));
    m_options->setPalette(choices);
    QPalette desk = m_view->palette();
    desk.setColor(QPalette::Dark,
                  window.lightness() < 128 ? window.darker(145) : window.darker(122));
    m_view->setPalette(desk);
}
