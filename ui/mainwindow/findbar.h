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

Q_SIGNALS:
    void asked(const QString &text, ReadingPane::Direction direction); // empty: no more marks
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void ask(ReadingPane::Direction direction);
    QToolButton *addButton(const QString &icon, const QString &name);

    // Made when the bar is first opened: looking up the field's pictures alone would take as long
    // as painting the window.
    QLineEdit *m_words = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
};
