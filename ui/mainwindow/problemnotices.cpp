#include "ui/mainwindow/problemnotices.h"

#include "ui/mainwindow/messagebar.h"
#include "ui/problems/problemlist.h"
#include "ui/problems/problemtext.h"

ProblemNotices::ProblemNotices(MessageBar *bar, QObject *parent) : QObject(parent), m_bar(bar) { }

void ProblemNotices::tell(const Error &error)
{
    m_toldPath = error.subject;
    m_bar->showMessage(problemText(error));
}

void ProblemNotices::tellAll(const QList<Error> &errors)
{
    QList<Error> untold = errors;
    untold.removeIf([this](const Error &error) { return error.subject == m_toldPath; });
    if (untold.isEmpty())
        return;
    QString sentence = problemSummary(untold);
    if (const QString told = m_bar->message(); !told.isEmpty())
        sentence.prepend(told + QChar::Space);
    if (untold.size() == 1)
        return m_bar->showMessage(sentence);
    m_bar->showMessage(sentence, tr("Show &Which"),
                       [this, errors] { (new ProblemList(errors, m_bar->window()))->open(); });
}

void ProblemNotices::forget()
{
    m_toldPath.clear();
    m_bar->hide();
}
