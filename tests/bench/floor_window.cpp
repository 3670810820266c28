// The floor: the least that a program with a window and a list can be.
#include <QApplication>
#include <QListWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto *list = new QListWidget;
    for (int row = 0; row < 10; ++row)
        list->addItem(u"Row %1 of a list of ten"_s.arg(row));
    window.setCentralWidget(list);
    window.show();
    return QApplication::exec();
}
