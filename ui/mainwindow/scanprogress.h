#pragma once
// How far the reading of a folder has come, in the status bar: silent for the first second, then a
// quiet bar with a way to stop it. GUI thread.

#include "app/session/librarysession.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

class ScanProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit ScanProgress(QWidget *parent = nullptr);

    void start(const QString &folder);
    void setProgress(const LibrarySession::ScanProgress &progress);
    void finish();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_label;
    QProgressBar *m_bar;
    QTimer m_quiet;
};
