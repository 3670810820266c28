#include "ui/shelf/shelf.h"

#include "ui/shelf/shelfmodel.h"
#include "ui/shelf/shelfview.h"
#include "ui/support/icons.h"

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Shelf::Shelf(QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
}

void Shelf::build()
{
    if (m_tree)
        return;
    m_model = new ShelfModel(this);
    m_tree = new ShelfView(*m_model, this);
    if (m_hasOpenRows)
        m_tree->setOpenRows(m_openRows);
    m_add = new QToolButton(this);
    m_add->setText(tr("Add Folder…"));
    m_add->setToolTip(tr("Add a folder to the library: its articles are listed, searched and kept "
                         "in step with the disk"));
    m_add->setAccessibleName(tr("Add Folder to Library"));
    m_add->setIcon(themedIcon(u"list-add"_s));
    m_add->setIconSize({16, 16});
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 4);
    layout->setSpacing(2);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
    setFocusProxy(m_tree);
    m_tree->show(); // at once: a layout shows what comes late only later
    m_add->show();
    connectTree();
}

void Shelf::connectTree()
{
    connect(m_add, &QToolButton::clicked, this, &Shelf::folderWanted);
    connect(m_tree, &ShelfView::placeChosen, this, &Shelf::placeChosen);
    connect(m_tree, &ShelfView::placeEntered, this, &Shelf::placeEntered);
    connect(m_tree, &ShelfView::foldersDropped, this, &Shelf::foldersDropped);
    connect(m_tree, &ShelfView::menuWanted, this, &Shelf::showMenu);
    connect(m_model, &ShelfModel::renamed, this, &Shelf::renamed);
    connect(m_tree, &ShelfView::removeWanted, this, [this](const ShelfRow &row) {
        if (row.kind == ShelfRow::Kind::VisitedFolder)
            perform(row, ShelfTask::Close);
        else if (row.kind == ShelfRow::Kind::Folder || row.kind == ShelfRow::Kind::Search)
            perform(row, ShelfTask::Remove);
    });
}

void Shelf::setOpenRows(const QStringList &keys)
{
    m_openRows = keys;
    m_hasOpenRows = true;
    if (m_tree)
        m_tree->setOpenRows(keys);
}

QStringList Shelf::openRows() const
{
    return m_tree ? m_tree->openRows() : m_openRows;
}

void Shelf::showLibrary(const LibraryOverview &overview)
{
    build();
    m_tree->showLibrary(overview);
}

void Shelf::select(const SearchQuery &query)
{
    if (m_tree)
        m_tree->select(query);
}

void Shelf::showMenu(const ShelfRow &row, const QPoint &place)
{
    shelfMenu(row, this, [this, row](ShelfTask task) { perform(row, task); })->popup(place);
}

void Shelf::perform(const ShelfRow &row, ShelfTask task)
{
    switch (task) {
    case ShelfTask::AddFolder:
        Q_EMIT folderWanted();
        break;
    case ShelfTask::Rename:
        m_tree->edit(m_model->find(row));
        break;
    default:
        Q_EMIT taskChosen(row, task);
        break;
    }
}
