#include "ui/mainwindow/statusnotes.h"

#include "app/library/libraryoverview.h"
#include "ui/problems/problemlist.h"
#include "ui/problems/problemtext.h"
#include "ui/support/icons.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QStringList awayNames(const QList<FolderOverview> &folders)
{
    QStringList names;
    for (const FolderOverview &folder : folders) {
        if (folder.isAway)
            names.append(folder.name.left(60).simplified());
    }
    return names;
}

} // namespace

QString watchSentence(const LibrarySession::WatchLimit &limit)
{
    const int minutes = qMax(1, (limit.msBetween + 30'000) / 60'000);
    const QString folders = limit.unwatched == 1
        ? StatusNotes::tr("1 folder is not watched")
        : StatusNotes::tr("%1 folders are not watched").arg(QLocale().toString(limit.unwatched));
    const QString reason = limit.isFull
        ? StatusNotes::tr("the system watches no more than it does now")
        : StatusNotes::tr("their disk does not tell of changes");
    const QString instead = minutes == 1
        ? StatusNotes::tr("Broadsheet looks through them every minute instead")
        : StatusNotes::tr("Broadsheet looks through them every %1 minutes instead").arg(minutes);
    return StatusNotes::tr("%1, because %2. %3.").arg(folders, reason, instead);
}

QString awaySentence(const LibraryOverview &overview)
{
    const QStringList names = awayNames(overview.folders);
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        return StatusNotes::tr("“%1” cannot be reached now. Its articles stay listed, and can be "
                               "read when it is back.")
            .arg(names.first());
    return StatusNotes::tr("%1 folders cannot be reached now: %2. Their articles stay listed, and "
                           "can be read when they are back.")
        .arg(names.size())
        .arg(names.first(qMin(5, names.size())).join(u", "_s));
}

StatusNotes::StatusNotes(QWidget *parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(4, 0, 4, 0);
    m_layout->setSpacing(2);
}

void StatusNotes::note(QToolButton *&button, const QString &icon, const QString &text,
                       const QString &sentence)
{
    if (text.isEmpty()) {
        if (button)
            button->hide();
        return;
    }
    if (!button) {
        button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setIcon(ownIcon(icon));
        m_layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, made = button] {
            if (made == m_problemNote)
                (new ProblemList(m_problems, window()))->open();
            else
                Q_EMIT sentenceWanted(made->accessibleDescription());
        });
    }
    button->setText(text);
    button->setAccessibleName(text);
    button->setAccessibleDescription(sentence);
    button->setToolTip(sentence);
    button->show();
}

void StatusNotes::setProblems(const QList<Error> &problems)
{
    m_problems = problems;
    const auto count = problems.size();
    const QString text = count == 0 ? QString()
        : count == 1                ? tr("1 problem")
                                    : tr("%1 problems").arg(QLocale().toString(count));
    note(m_problemNote, u"dialog-warning"_s, text, problemSummary(problems));
}

void StatusNotes::setWatchLimit(const LibrarySession::WatchLimit &limit)
{
    const QString text = limit.unwatched > 0 ? tr("Not all folders are watched") : QString();
    note(m_watchNote, u"dialog-information"_s, text, watchSentence(limit));
}

void StatusNotes::setOverview(const LibraryOverview &overview)
{
    const QStringList names = awayNames(overview.folders);
    const QString text = names.isEmpty() ? QString()
        : names.size() == 1              ? tr("“%1” is away").arg(names.first().left(24))
                                         : tr("%1 folders are away").arg(names.size());
    note(m_awayNote, u"network-offline"_s, text, awaySentence(overview));
}
