#pragma once
// A line of text that shows, behind what was typed, how it may go on; Tab or the right arrow take
// it. GUI thread; owned by the search bar.

#include <QLineEdit>

class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    void setRest(const QString &rest); // of what is being typed; empty: nothing
    bool takeRest();                   // false when there is none, or the cursor is elsewhere

Q_SIGNALS:
    void entered(); // the focus came

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QString m_rest;
};
