#pragma once
// How far the reading of folders has come, in the status bar: silent for the first second, then a
// quiet bar with counts and the time left, and ways to pause and to stop it. GUI thread.

#include "app/session/librarysession.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

class ScanProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit ScanProgress(QWidget *parent = nullptr);

    void start(const QString &folder);
    void setProgress(const LibrarySession::ScanProgress &progress);
    void setPaused(bool paused);
    void finish();

    QString text() const;

Q_SIGNALS:
    void cancelled();
    void pauseToggled(bool paused); // by the reader

private:
    QToolButton *makeButton(const QString &icon, const QString &name);
    void showText();

    QLabel *m_label;
    QProgressBar *m_bar;
    QToolButton *m_pause;
    QTimer m_quiet;
    QString m_folder;
    LibrarySession::ScanProgress m_progress;
    bool m_isPaused = false;
};

// "12,345 of 100,000 articles · 2 min left".
QString progressText(const LibrarySession::ScanProgress &progress);
