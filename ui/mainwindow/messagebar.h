#pragma once
// One sentence above the article when something could not be done, with at most one thing to do
// about it. It never takes the focus and never stands in the way. GUI thread.

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(const QString &sentence);
    // With a button that calls `act`.
    void showMessage(const QString &sentence, const QString &button, std::function<void()> act);
    // Something was done that can be undone: news, and no warning.
    void offer(const QString &sentence, const QString &button, std::function<void()> act);
    QString message() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void present(const QString &sentence, const QString &button, std::function<void()> act);
    void takeColours();

    // Made for the first message: most days there is none.
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_button = nullptr;
    QToolButton *m_close = nullptr;
    std::function<void()> m_act;
    bool m_isNews = false;
    bool m_colouring = false;
};
