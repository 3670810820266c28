#include "ui/printing/printquestions.h"

#include "ui/portals/portal.h"
#include "ui/printing/articleprinter.h"
#include "ui/printing/portalprinting.h"

#include <QDBusConnection>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

QString documentName(const PrintMatter &matter)
{
    return QFileInfo(pdfFileName(matter.articles.first())).completeBaseName();
}

// The dialog and the printer it sets up: the printer must live as long as the dialog, and then as
// long as its job.
class PrintQuestion final : public QObject
{
public:
    PrintQuestion(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                  QWidget *parent)
        : QObject(parent), m_target(std::make_unique<QPrinter>(QPrinter::HighResolution))
    {
        m_target->setPageLayout(paper);
        m_target->setDocName(documentName(matter));
        m_dialog = new QPrintDialog(m_target.get(), parent);
        m_dialog->setOptions(
            QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange
            | QAbstractPrintDialog::PrintCollateCopies | QAbstractPrintDialog::PrintShowPageSize);
        // Queued: the dialog must be through with the printer before it is given away.
        connect(
            m_dialog, &QDialog::finished, this,
            [this, &printer, matter](int result) {
                if (result == QDialog::Accepted)
                    printer.print(matter, std::move(m_target));
                m_dialog->deleteLater();
                deleteLater();
            },
            Qt::QueuedConnection);
        m_dialog->open();
    }

private:
    std::unique_ptr<QPrinter> m_target;
    QPrintDialog *m_dialog = nullptr; // the parent widget's
};

} // namespace

void askAndPrint(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                 QWidget *parent)
{
    const auto askHere = [&printer, matter, paper, parent] {
        new PrintQuestion(printer, matter, paper, parent);
    };
    if (!isInSandbox())
        return askHere();
    askPortalAndPrint(printer, matter, paper, documentName(matter), QDBusConnection::sessionBus(),
                      parent, askHere);
}

void askAndExport(ArticlePrinter &printer, const PrintMatter &matter, const QPageLayout &paper,
                  QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, ArticlePrinter::tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it overwrites
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setMimeTypeFilters({u"application/pdf"_s});
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(pdfFileName(matter.articles.first()));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &printer,
        [&printer, matter, paper](const QString &file) { printer.exportPdf(matter, file, paper); });
    dialog->open();
}

QString pdfFileName(const Article &article)
{
    constexpr qsizetype longest = 80; // letters: under 255 bytes in any script
    QString name = article.headline.simplified();
    name.removeIf([](QChar letter) {
        return !(letter.isPrint() || letter.isSurrogate()) || u"/\\:*?\"<>|"_s.contains(letter);
    });
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    name.truncate(longest);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    name = name.trimmed();
    if (name.isEmpty())
        name = QFileInfo(article.path).completeBaseName();
    return (name.isEmpty() ? u"article"_s : name) + u".pdf"_s;
}
