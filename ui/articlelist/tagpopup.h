#pragma once
// The tags of the selected articles, to be ticked, and a field to find one or to make a new one by
// typing it. It changes nothing itself: it says what is wanted, at once. A popup that deletes
// itself when it is closed. GUI thread.

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

class TagPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit TagPopup(QWidget *parent);

    // `all` are the library's, by name; each of the selected articles has some of them.
    void setTags(const QStringList &all, const QList<QStringList> &ofArticles);

Q_SIGNALS:
    void tagSet(const QString &tag, bool tagged);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void narrow(const QString &typed);
    void takeTyped();
    void say(QListWidgetItem *item);
    QListWidgetItem *add(const QString &tag, Qt::CheckState state);
    QListWidgetItem *find(const QString &tag) const;

    QLineEdit *m_field;
    QListWidget *m_list;
};
