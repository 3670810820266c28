#include "ui/mainwindow/windowdialogs.h"

#include "ui/mainwindow/readingdesk.h"
#include "ui/mainwindow/shortcutlist.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/preferences/defaultreader.h"
#include "ui/preferences/preferences.h"
#include "ui/support/icons.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

struct WindowDialogs
{
    Q_DECLARE_TR_FUNCTIONS(WindowDialogs)
};

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(WindowDialogs::tr("About Broadsheet"));
    box->setIconPixmap(QIcon(u":/icons/org.broadsheet.Broadsheet.svg"_s).pixmap(96, 96));
    box->setText(u"<h2>Broadsheet %1</h2>"_s.arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        WindowDialogs::tr("<p>A reader for the news that is already on your disk.</p>"
                          "<p>It asks the network for nothing and never changes your files.</p>"
                          "<p>Free software under the GNU General Public License, version 3 or "
                          "later.</p>"));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace

void askForFiles(QWidget *parent, const QString &startFolder,
                 const std::function<void(const QStringList &)> &then)
{
    auto *dialog = new QFileDialog(parent, WindowDialogs::tr("Open Articles"), startFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {WindowDialogs::tr("Articles (*.txt *.text *.html *.htm *.xhtml *.mhtml *.mht *.gz)"),
         WindowDialogs::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, then);
    dialog->open();
}

void askForFolder(QWidget *parent, const QString &title, const QString &startFolder,
                  const std::function<void(const QString &)> &then)
{
    auto *dialog = new QFileDialog(parent, title, startFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, then);
    dialog->open();
}

void askForName(QWidget *parent, const QString &title, const QString &label, const QString &name,
                const std::function<void(const QString &)> &then)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(name.left(120));
    dialog->resize(420, 0);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [then](const QString &chosen) {
                         if (!chosen.simplified().isEmpty())
                             then(chosen.simplified().left(120));
                     });
    dialog->open();
}

void offerToOpen(QWidget *parent, const QUrl &address)
{
    auto *question = new QMessageBox(parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIconPixmap(ownIcon(u"internet-web-browser"_s).pixmap(32, 32));
    question->setWindowTitle(WindowDialogs::tr("Open in Browser"));
    question->setTextFormat(Qt::PlainText);
    question->setText(WindowDialogs::tr("This leaves your files and goes to the internet:"));
    // Punycode: an address that only looks like another one shows that it is not.
    const QString shown = QString::fromLatin1(address.toEncoded());
    QString wrapped; // a message box does not break a long word
    for (qsizetype at = 0; at < shown.size(); at += 64)
        wrapped += (at > 0 ? u"\n"_s : QString()) + shown.mid(at, 64);
    question->setInformativeText(wrapped);
    question->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *open = question->addButton(WindowDialogs::tr("&Open in Browser"),
                                     QMessageBox::AcceptRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(open);
    QObject::connect(open, &QPushButton::clicked, parent,
                     [address] { QDesktopServices::openUrl(address); });
    question->open();
}

void connectPreferences(const WindowActions &actions, ReadingDesk &desk, QWidget *parent)
{
    QObject::connect(actions.preferences, &QAction::triggered, parent, [&desk, parent] {
        auto *dialog = new Preferences(desk.zoom(), new DefaultReader, parent);
        QObject::connect(dialog, &Preferences::zoomChosen, &desk, &ReadingDesk::setZoom);
        dialog->open();
    });
}

void connectHelp(const WindowActions &actions, QWidget *parent)
{
    QObject::connect(actions.shortcuts, &QAction::triggered, parent,
                     [&actions, parent] { (new ShortcutList(actions, parent))->open(); });
    QObject::connect(actions.about, &QAction::triggered, parent, [parent] { showAbout(parent); });
}
