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
class QHBoxLayout;

class PrintPreview final : public QDialog
{
    Q_OBJECT

public:
    PrintPreview(ArticlePrinter &printer, const QList<Article> &articles, const QPageLayout &paper,
                 QWidget *parent = nullptr);
    ~PrintPreview() override;

    QPageLayout paper() const { return m_paper; }

Q_SIGNALS:
    void paperChanged(const QPageLayout &paper); // chosen by the reader

protected:
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *createTopRow();
    QHBoxLayout *createBottomRow();
    void createShortcuts();
    void fillPapers();
    void choosePaper();
    void layOut();
    void showPages(const QByteArray &pdf);
    void showProblem(const Error &error);
    void showPageNumber();
    void zoomBy(qreal factor);
    void fitWidth();
    qreal shownZoom() const;
    void colourTheDesk();

    QPointer<ArticlePrinter> m_printer; // a sibling as a rule, which may go first
    QList<Article> m_articles;
    QPageLayout m_paper;
    std::optional<PrintJobId> m_job; // the pages on their way
    QByteArray m_pdf;
    QBuffer m_buffer; // the document reads from it as long as it is shown
    QPdfDocument m_document;

    QComboBox *m_papers = nullptr;
    QComboBox *m_orientations = nullptr;
    QLabel *m_pageNumber = nullptr;
    QLabel *m_notice = nullptr; // instead of the pages
    QPdfView *m_view = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
};
