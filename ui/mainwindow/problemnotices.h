#pragma once
// Tells the reader what could not be read, in the message bar, and each thing once. Owned by the
// window; GUI thread.

#include "app/base/result.h"

#include <QList>
#include <QObject>

class MessageBar;

class ProblemNotices final : public QObject
{
    Q_OBJECT

public:
    ProblemNotices(MessageBar *bar, QObject *parent);

    void tell(const Error &error);
    // All of a folder's in one sentence, with a way to see which; beside what stands there already.
    void tellAll(const QList<Error> &errors);
    void forget(); // something else was opened

private:
    MessageBar *m_bar;
    QString m_toldPath;
};
