#pragma once
// What the library has to say that is not urgent, in the status bar: files that could not be read,
// folders that cannot be watched, folders that are away. Nothing stands there while all is well;
// a click says more. Owned by the window; GUI thread.

#include "app/base/result.h"
#include "app/session/librarysession.h"

#include <QWidget>

struct LibraryOverview;
class QHBoxLayout;
class QToolButton;

class StatusNotes final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusNotes(QWidget *parent = nullptr);

    void setProblems(const QList<Error> &problems); // of the last scan
    void setWatchLimit(const LibrarySession::WatchLimit &limit);
    void setOverview(const LibraryOverview &overview);

Q_SIGNALS:
    void sentenceWanted(const QString &sentence); // the reader asks what a note means

private:
    // Made when there is first something to say.
    void note(QToolButton *&button, const QString &icon, const QString &text,
              const QString &sentence);

    QHBoxLayout *m_layout;
    QToolButton *m_problemNote = nullptr;
    QToolButton *m_watchNote = nullptr;
    QToolButton *m_awayNote = nullptr;
    QList<Error> m_problems;
};

// Whole sentences, for the reader.
QString watchSentence(const LibrarySession::WatchLimit &limit);
QString awaySentence(const LibraryOverview &overview); // empty when nothing is away
