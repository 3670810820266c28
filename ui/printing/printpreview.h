#pragma once
// The very pages that a printer would get, before it gets them. A dialog that deletes itself when
// it is closed; owned by its parent. GUI thread.

#include "ui/printing/articleprinter.h"

#include <QBuffer>
#include <QDialog>
#include <QPageLayout>
#include <QPdfDocument>
#include <QPointer>

#include <optional>

class QComboBox;
class QLabel;
class QPdfView;
class QPushButton;
class PrintOptionsPanel;
class QHBoxLayout;

class PrintPreview final : public QDialog
{
    Q_OBJECT

public:
    // With the printer's settings, which it changes as the reader does.
    PrintPreview(ArticlePrinter &printer, const PrintMatter &matter, QWidget *parent = nullptr);
    ~PrintPreview() override;

Q_SIGNALS:
    void settingsChanged(const PrintSettings &settings); // chosen by the reader

protected:
    void changeEvent(QEvent *event) override;

private:
    void followPrinter();
    void prepareView();
    QHBoxLayout *createTopRow();
    QHBoxLayout *createBottomRow();
    void createShortcuts();
    void fillPapers();
    void choose();
    void layOut();
    void showPages(const QByteArray &pdf);
    void showProgress(int laidOut, int articles);
    void showProblem(const Error &error);
    void showPageNumber();
    void zoomBy(qreal factor);
    void fitWidth();
    qreal shownZoom() const;
    void colourTheDesk();

    QPointer<ArticlePrinter> m_printer; // a sibling as a rule, which may go first
    PrintMatter m_matter;
    PrintSettings m_settings;
    QPageLayout m_paper;             // of m_settings
    std::optional<PrintJobId> m_job; // the pages on their way
    QByteArray m_pdf;
    QBuffer m_buffer; // the document reads from it as long as it is shown
    QPdfDocument m_document;

    PrintOptionsPanel *m_options = nullptr;
    QComboBox *m_papers = nullptr;
    QComboBox *m_orientations = nullptr;
    QLabel *m_pageNumber = nullptr;
    QLabel *m_notice = nullptr; // instead of the pages
    QPdfView *m_view = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
};
