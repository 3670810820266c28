#include "ui/mainwindow/scanprogress.h"

#include "ui/support/icons.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ScanProgress::ScanProgress(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_bar(new QProgressBar(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 10);
    m_bar->setAccessibleName(tr("Reading the folder"));
    auto *stop = new QToolButton(this);
    stop->setIcon(themedIcon(u"process-stop"_s));
    stop->setAutoRaise(true);
    stop->setAccessibleName(tr("Stop reading the folder"));
    stop->setToolTip(stop->accessibleName());
    connect(stop, &QToolButton::clicked, this, &ScanProgress::cancelled);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(stop);

    m_quiet.setSingleShot(true);
    m_quiet.setInterval(1s);
    connect(&m_quiet, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void ScanProgress::start(const QString &folder)
{
    const QString name = QDir(folder).dirName().left(40);
    m_label->setText(name.isEmpty() ? tr("Reading…") : tr("Reading “%1”…").arg(name));
    m_bar->setRange(0, 0);
    m_quiet.start();
}

void ScanProgress::setProgress(const LibrarySession::ScanProgress &progress)
{
    m_bar->setRange(0, progress.total);
    m_bar->setValue(progress.done);
}

void ScanProgress::finish()
{
    m_quiet.stop();
    hide();
}
