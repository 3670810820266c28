#pragma once
// What a story says first, beside its row: its headline, where and when it stood, its standfirst.
// It takes neither the keyboard nor the pointer. Owned by the sidebar; GUI thread.

#include "app/article/articlesummary.h"

#include <QFrame>

class QLabel;

class StoryPreview final : public QFrame
{
    Q_OBJECT

public:
    explicit StoryPreview(QWidget *parent);

    // Beside that row of the screen, on the side where there is room.
    void showBeside(const QRect &row, const ArticleSummary &story);

private:
    QLabel *m_headline;
    QLabel *m_credits;
    QLabel *m_words;
};
