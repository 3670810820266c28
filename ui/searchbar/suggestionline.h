#pragma once
// "Did you mean …?" above what was found: one quiet line, there only while there is something to
// suggest. GUI thread; owned by the window.

#include <QWidget>

class QLabel;

class SuggestionLine final : public QWidget
{
    Q_OBJECT

public:
    explicit SuggestionLine(QWidget *parent = nullptr);

    void suggest(const QString &text); // empty: nothing

Q_SIGNALS:
    void taken(const QString &text);

private:
    QLabel *m_label = nullptr; // made for the first suggestion
    QString m_text;
};
