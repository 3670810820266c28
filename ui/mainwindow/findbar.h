#pragma once
// Finding words in the article: what to look for, how often it is there, on and back. It knows
// nothing of the pane; the window takes its wishes there and the count back. GUI thread.

#include "ui/reading/readingpane.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    // Shows the bar, its words selected, and gives it the keyboard.
    void open();
    void close();

    void findNext() { ask(ReadingPane::Direction::Forward); }
    void findPrevious() { ask(ReadingPane::Direction::Backward); }
    void setCount(int current, int total);
    QString text() const;

Q_SIGNALS:
    void asked(const QString &text, ReadingPane::Direction direction); // empty: no more marks
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(ReadingPane::Direction direction);
    QToolButton *addButton(const QString &icon, const QString &name);

    QLineEdit *m_words;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
};
