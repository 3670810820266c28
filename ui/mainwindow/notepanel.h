#pragma once
// The reader's own note on the article on the screen, below it. It knows nothing of the library;
// the window takes its words there. GUI thread.

#include <QWidget>

class QPlainTextEdit;

class NotePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NotePanel(QWidget *parent = nullptr);

    void setText(const QString &text); // without edited()
    QString text() const;
    void open(); // shows it and gives it the keyboard

Q_SIGNALS:
    void edited(); // by the reader
    void closeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();

    QPlainTextEdit *m_words = nullptr; // made when a note is first wanted
};
