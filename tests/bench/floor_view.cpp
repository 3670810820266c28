// The floor: the same window with a bare QWebEngineView beside the list, showing the pages given;
// the keys J and K swap the next one's body in and the last one's.
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListWidget>
#include <QMainWindow>
#include <QShortcut>
#include <QSplitter>
#include <QWebEngineScript>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void swapIn(QWebEngineView &view, const QString &page)
{
    const qsizetype start = page.indexOf(u"<main>"_s) + 6;
    const QJsonArray body{page.mid(start, page.indexOf(u"</main>"_s) - start)};
    view.page()->runJavaScript(
        u"document.querySelector('main').innerHTML = %1[0]; scrollTo(0, 0)"_s.arg(
            QString::fromUtf8(QJsonDocument(body).toJson())),
        QWebEngineScript::ApplicationWorld);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList pages = QCoreApplication::arguments().mid(1);
    QMainWindow window;
    auto *splitter = new QSplitter;
    auto *list = new QListWidget(splitter);
    for (int row = 0; row < 10; ++row)
        list->addItem(u"Row %1 of a list of ten"_s.arg(row));
    auto *view = new QWebEngineView(splitter);
    splitter->setSizes({300, 900});
    window.setCentralWidget(splitter);
    window.show();

    view->setHtml(contents(pages.value(0)));
    int current = 0;
    const auto go = [&](int step) {
        current = (current + step + int(pages.size())) % int(pages.size());
        swapIn(*view, contents(pages.at(current)));
    };
    QShortcut next(Qt::Key_J, &window);
    QObject::connect(&next, &QShortcut::activated, view, [&] { go(1); });
    QShortcut previous(Qt::Key_K, &window);
    QObject::connect(&previous, &QShortcut::activated, view, [&] { go(-1); });
    return QApplication::exec();
}
