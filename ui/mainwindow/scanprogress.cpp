#include "ui/mainwindow/scanprogress.h"

#include "ui/support/icons.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString timeText(qint64 msLeft)
{
    const qint64 seconds = (msLeft + 999) / 1000;
    if (seconds < 10)
        return ScanProgress::tr("a few seconds left");
    if (seconds < 55)
        return ScanProgress::tr("%1 s left").arg((seconds + 9) / 10 * 10);
    if (seconds < 3600)
        return ScanProgress::tr("%1 min left").arg((seconds + 59) / 60);
    return ScanProgress::tr("%1 h %2 min left").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace

QString progressText(const LibrarySession::ScanProgress &progress)
{
    const QLocale locale;
    const QString counts = ScanProgress::tr("%1 of %2 articles")
                               .arg(locale.toString(progress.done),
                                    locale.toString(progress.total));
    return progress.msLeft < 0 ? counts
                               : ScanProgress::tr("%1 · %2").arg(counts, timeText(progress.msLeft));
}

ScanProgress::ScanProgress(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_bar(new QProgressBar(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 10);
    m_bar->setAccessibleName(tr("Reading folders"));
    m_pause = makeButton(u"media-playback-pause"_s, tr("Pause reading"));
    auto *stop = makeButton(u"process-stop"_s, tr("Stop reading the folder"));
    connect(stop, &QToolButton::clicked, this, &ScanProgress::cancelled);
    connect(m_pause, &QToolButton::clicked, this, [this] {
        setPaused(!m_isPaused);
        Q_EMIT pauseToggled(m_isPaused);
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_pause);
    layout->addWidget(stop);

    m_quiet.setSingleShot(true);
    m_quiet.setInterval(1s);
    connect(&m_quiet, &QTimer::timeout, this, &QWidget::show);
    hide();
}

QToolButton *ScanProgress::makeButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setIcon(ownIcon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void ScanProgress::start(const QString &folder)
{
    m_folder = QDir(folder).dirName().left(40);
    m_progress = {};
    m_bar->setRange(0, 0);
    setPaused(false);
    m_quiet.start();
}

void ScanProgress::setProgress(const LibrarySession::ScanProgress &progress)
{
    m_progress = progress;
    m_bar->setRange(0, progress.total);
    m_bar->setValue(progress.done);
    showText();
}

void ScanProgress::setPaused(bool paused)
{
    m_isPaused = paused;
    m_pause->setIcon(ownIcon(paused ? u"media-playback-start"_s : u"media-playback-pause"_s));
    m_pause->setAccessibleName(paused ? tr("Go on reading") : tr("Pause reading"));
    m_pause->setToolTip(m_pause->accessibleName());
    showText();
}

void ScanProgress::showText()
{
    QString text = m_folder.isEmpty() ? tr("Reading…") : tr("Reading “%1”…").arg(m_folder);
    if (m_isPaused)
        text = tr("Paused · %1 of %2")
                   .arg(QLocale().toString(m_progress.done), QLocale().toString(m_progress.total));
    else if (m_progress.total > 0)
        text = progressText(m_progress);
    m_label->setText(text);
    m_bar->setAccessibleDescription(text);
}

QString ScanProgress::text() const
{
    return m_label->text();
}

void ScanProgress::finish()
{
    m_quiet.stop();
    hide();
}
