#pragma once
// The files that could not be read, one sentence each, for the reader who asks which. A dialog that
// deletes itself when it is closed. GUI thread.

#include "app/base/result.h"

#include <QDialog>

class ProblemList final : public QDialog
{
    Q_OBJECT

public:
    ProblemList(const QList<Error> &problems, QWidget *parent);
};
