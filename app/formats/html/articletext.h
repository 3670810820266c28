#pragma once
// A story's words as its page's structured data give them, looked for in the page: where they stand
// is the story, whatever its elements are called. Pure; any thread.

#include "app/formats/html/pagefacts.h"

class ArticleText final
{
public:
    explicit ArticleText(const QString &articleBody);

    // Too short to tell a story from a teaser.
    bool isEmpty() const { return m_samples.isEmpty(); }
    // How much of it stands in what is not left out below `nodes`: 0 to 1.
    double shareIn(const PageFacts &facts, const QList<int> &nodes) const;
    // The innermost element that holds nearly all of it, or -1.
    int container(const PageFacts &facts) const;

private:
    QStringList m_samples; // letters and digits only
};
