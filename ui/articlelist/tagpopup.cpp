#include "ui/articlelist/tagpopup.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTag = 60;

Qt::CheckState stateOf(const QString &tag, const QList<QStringList> &ofArticles)
{
    qsizetype having = 0;
    for (const QStringList &tags : ofArticles)
        having += tags.contains(tag, Qt::CaseInsensitive);
    if (having == 0)
        return Qt::Unchecked;
    return having == ofArticles.size() ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

TagPopup::TagPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup), m_field(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Tags"));
    m_field->setPlaceholderText(tr("Find or add a tag"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setMaxLength(longestTag);
    m_field->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Tags of the selected articles"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    setFixedSize(std::max(240, fontMetrics().averageCharWidth() * 34),
                 fontMetrics().lineSpacing() * 14);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);

    connect(m_field, &QLineEdit::textChanged, this, &TagPopup::narrow);
    connect(m_field, &QLineEdit::returnPressed, this, &TagPopup::takeTyped);
    connect(m_list, &QListWidget::itemChanged, this, &TagPopup::say);
}

void TagPopup::setTags(const QStringList &all, const QList<QStringList> &ofArticles)
{
    QStringList names = all;
    for (const QStringList &tags : ofArticles) {
        for (const QString &tag : tags) {
            if (!names.contains(tag, Qt::CaseInsensitive))
                names.append(tag);
        }
    }
    names.sort(Qt::CaseInsensitive);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QString &tag : std::as_const(names))
        add(tag, stateOf(tag, ofArticles));
    narrow(m_field->text());
}

QListWidgetItem *TagPopup::add(const QString &tag, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(tag, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
    return item;
}

QListWidgetItem *TagPopup::find(const QString &tag) const
{
    return m_list->findItems(tag, Qt::MatchFixedString).value(0); // but for case
}

// Shows the tags that have the typed letters in them; the first of them is what Return ticks when
// it begins with them.
void TagPopup::narrow(const QString &typed)
{
    const QString wanted = typed.simplified();
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits = item->text().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (fits && !first)
            first = item;
    }
    m_list->setCurrentItem(wanted.isEmpty() ? nullptr : first);
}

// What is typed is ticked or unticked; a tag that nobody has yet is made. Nothing typed: done.
void TagPopup::takeTyped()
{
    const QString tag = m_field->text().simplified();
    if (tag.isEmpty()) {
        close();
        return;
    }
    QListWidgetItem *item = find(tag);
    if (!item) {
        const QSignalBlocker quiet(m_list);
        item = add(tag, Qt::Unchecked);
    }
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    m_field->clear();
    m_list->setCurrentItem(item);
}

void TagPopup::say(QListWidgetItem *item)
{
    Q_EMIT tagSet(item->text(), item->checkState() == Qt::Checked);
}

// Up and down walk through the tags, Space ticks the current one while nothing is typed, and Tab
// completes: the hand stays in the field.
bool TagPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    QListWidgetItem *item = m_list->currentItem();
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        QKeyEvent copy(QEvent::KeyPress, key->key(), key->modifiers());
        QCoreApplication::sendEvent(m_list, &copy);
        return true;
    }
    if (key->key() == Qt::Key_Space && m_field->text().isEmpty() && item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return true;
    }
    if (key->key() == Qt::Key_Tab && !m_field->text().isEmpty() && item) {
        m_field->setText(item->text());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void TagPopup::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_field->setFocus();
}
