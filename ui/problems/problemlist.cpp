#include "ui/problems/problemlist.h"

#include "ui/problems/problemtext.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QVBoxLayout>

ProblemList::ProblemList(const QList<Error> &problems, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Files That Could Not Be Read"));

    auto *list = new QListWidget(this);
    list->setAccessibleName(windowTitle());
    list->setWordWrap(true);
    list->setAlternatingRowColors(true);
    list->setUniformItemSizes(false);
    for (const Error &problem : problems) {
        auto *item = new QListWidgetItem(problemText(problem), list);
        item->setToolTip(problem.subject);
    }
    list->setCurrentRow(0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list);
    layout->addWidget(buttons);
    resize(560, 360);
}
