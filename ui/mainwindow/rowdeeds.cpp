#include "ui/mainwindow/rowdeeds.h"

#include "app/session/librarysession.h"
#include "ui/articlelist/articlelist.h"
#include "ui/articlelist/articlelistview.h"
#include "ui/articlelist/listselection.h"
#include "ui/articlelist/tagpopup.h"
#include "ui/mainwindow/citation.h"
#include "ui/mainwindow/filemanager.h"
#include "ui/portals/portal.h"
#include "ui/portals/portalfiles.h"
#include "ui/support/whendone.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 100;      // files that a file manager is asked to show
constexpr qsizetype mostHandled = 10'000; // whose summaries are held at once
constexpr qsizetype mostLookedAt = 500;   // selected articles whose tags are looked at

void copyToClipboard(const QString &text, const QList<QUrl> &urls = {})
{
    auto *data = new QMimeData;
    data->setText(text);
    if (!urls.isEmpty())
        data->setUrls(urls);
    QGuiApplication::clipboard()->setMimeData(data);
}

// A sandbox has a trash of its own, which the reader never sees.
TrashWay trashWay()
{
    if (!isInSandbox())
        return toOwnTrash;
    return [](const QString &path) { return toTrashByPortal(path, QDBusConnection::sessionBus()); };
}

bool canBePutBack(const TrashedFile &file)
{
    return !file.pathInTrash.isEmpty();
}

QStringList pathsOf(const QList<ArticleSummary> &summaries)
{
    QStringList paths;
    for (const ArticleSummary &summary : summaries)
        paths.append(summary.path);
    paths.removeDuplicates();
    return paths;
}

} // namespace

RowDeeds::RowDeeds(LibrarySession &session, ArticleList &list, QObject *parent)
    : QObject(parent), m_session(session), m_list(list)
{
    connect(list.view(), &ArticleListView::starClicked, this, &RowDeeds::toggleStar);
    connect(list.view(), &ArticleListView::selectionMoved, this, &RowDeeds::changed);
    connect(list.articles(), &ArticleListModel::dataChanged, this, &RowDeeds::changed);
}

QList<ArticleId> RowDeeds::selected() const
{
    QList<ArticleId> ids = m_list.view()->selectedArticles();
    ids.removeAll(ArticleId{});
    return ids;
}

// Looked for among the rows at hand only: a million selected rows are not fetched for a word in a
// menu.
bool RowDeeds::isAny(bool (*holds)(const ArticleSummary &)) const
{
    qsizetype looked = 0;
    const ArticleListModel &articles = *m_list.articles();
    for (const auto &[first, last] : selectedRuns(m_list.view()->selectionModel()->selection())) {
        for (int row = first; row <= last && ++looked <= mostLookedAt; ++row) {
            const ArticleSummary *summary = articles.knownSummary(articles.idAt(row));
            if (summary && holds(*summary))
                return true;
        }
    }
    return false;
}

bool RowDeeds::isAnyUnread() const
{
    return isAny([](const ArticleSummary &summary) { return !summary.read; });
}

bool RowDeeds::isAnyUnstarred() const
{
    return isAny([](const ArticleSummary &summary) { return !summary.starred; });
}

void RowDeeds::setRead(bool read)
{
    const QList<ArticleId> ids = selected();
    m_list.articles()->amend(ids, [read](ArticleSummary &summary) { summary.read = read; });
    m_session.setRead(ids, read);
}

void RowDeeds::setStarred(bool starred)
{
    const QList<ArticleId> ids = selected();
    m_list.articles()->amend(ids,
                             [starred](ArticleSummary &summary) { summary.starred = starred; });
    m_session.setStarred(ids, starred);
}

void RowDeeds::toggleStar(ArticleId id)
{
    const ArticleSummary *summary = m_list.articles()->knownSummary(id);
    if (!summary || id == ArticleId{})
        return;
    const bool starred = !summary->starred;
    m_list.articles()->amend({id}, [starred](ArticleSummary &row) { row.starred = starred; });
    m_session.setStarred({id}, starred);
}

void RowDeeds::markAllRead()
{
    m_list.askForUnread([this](const QList<ArticleId> &unread) {
        if (unread.isEmpty())
            return said(tr("Everything here is read"));
        m_list.articles()->amend(unread, [](ArticleSummary &summary) { summary.read = true; });
        m_session.setRead(unread, true);
        const auto count = int(unread.size());
        remember(count == 1 ? tr("1 article was marked as read.")
                            : tr("%Ln articles were marked as read.", nullptr, count),
                 [this, unread] { m_session.setRead(unread, false); });
    });
}

void RowDeeds::withSummaries(const Summaries &then)
{
    const QList<ArticleId> ids = selected();
    if (ids.size() > mostHandled)
        return said(tr("At most %Ln articles at a time", nullptr, int(mostHandled)));
    if (!ids.isEmpty())
        whenDone(m_session.summaries(ids), this, then);
}

void RowDeeds::withArticles(const QList<ArticleId> &ids, const Articles &then)
{
    if (ids.size() > mostRead)
        return said(tr("At most %Ln articles at a time", nullptr, int(mostRead)));
    readOn(ids, {}, then);
}

// One after another: the newest wish of the reader need not wait for all of them.
void RowDeeds::readOn(const QList<ArticleId> &rest, const QList<Article> &read,
                      const Articles &then)
{
    if (rest.isEmpty()) {
        if (!read.isEmpty())
            then(read);
        return;
    }
    whenDone(m_session.readArticle(rest.first()), this,
             [this, rest, read, then](const Result<Article> &article) {
                 QList<Article> more = read;
                 if (article.has_value())
                     more.append(article.value());
                 else
                     Q_EMIT failed(article.error());
                 readOn(rest.sliced(1), more, then);
             });
}

void RowDeeds::editTags()
{
    const QList<ArticleId> ids = selected();
    if (!ids.isEmpty())
        whenDone(m_session.summaries(ids.first(std::min(ids.size(), mostLookedAt))), this,
                 [this](const QList<ArticleSummary> &summaries) { showTags(summaries); });
}

void RowDeeds::showTags(const QList<ArticleSummary> &summaries)
{
    QList<QStringList> tags;
    for (const ArticleSummary &summary : summaries)
        tags.append(summary.tags);
    auto *popup = new TagPopup(m_list.window());
    popup->setTags(m_libraryTags, tags);
    connect(
        popup, &TagPopup::tagSet, this,
        [this, ids = selected()](const QString &tag, bool tagged) { setTag(ids, tag, tagged); });
    const ArticleListView *view = m_list.view();
    const QRect row = view->visualRect(view->currentIndex()) & view->viewport()->rect();
    const QPoint corner = row.isEmpty() ? view->viewport()->rect().center() : row.bottomLeft();
    popup->move(view->viewport()->mapToGlobal(corner + QPoint(16, -8)));
    popup->show();
}

void RowDeeds::setTag(const QList<ArticleId> &ids, const QString &tag, bool tagged)
{
    m_list.articles()->amend(ids, [&](ArticleSummary &summary) {
        summary.tags.removeIf(
            [&](const QString &other) { return other.compare(tag, Qt::CaseInsensitive) == 0; });
        if (tagged)
            summary.tags.append(tag);
        summary.tags.sort(Qt::CaseInsensitive);
    });
    if (tagged && !m_libraryTags.contains(tag, Qt::CaseInsensitive))
        m_libraryTags.append(tag);
    m_session.setTag(ids, tag, tagged);
}

void RowDeeds::moveToTrash()
{
    withSummaries([this](const QList<ArticleSummary> &summaries) { trash(summaries); });
}

// A file that holds many articles is not thrown away for one of them.
void RowDeeds::trash(const QList<ArticleSummary> &summaries)
{
    QList<ArticleId> ids;
    QString shared;
    for (const ArticleSummary &summary : summaries) {
        if (summary.part.isEmpty())
            ids.append(summary.id);
        else
            shared = QFileInfo(summary.path).fileName();
    }
    if (!shared.isEmpty())
        Q_EMIT said(tr("“%1” holds other articles too, and stays where it is").arg(shared));
    if (ids.isEmpty())
        return;
    goOnBeside(ids);
    const QString headline = summaries.first().headline.simplified().left(80);
    whenDone(m_session.moveToTrash(ids, trashWay()), this,
             [this, headline](const Trashed &trashed) { tellTrashed(trashed, headline); });
}

void RowDeeds::tellTrashed(const Trashed &trashed, const QString &headline)
{
    if (!trashed.problems.isEmpty())
        Q_EMIT failedAll(trashed.problems);
    if (trashed.files.isEmpty())
        return;
    const auto putBack = [this, files = trashed.files] {
        whenDone(m_session.restoreFromTrash(files), this, [this](const QList<Error> &problems) {
            if (!problems.isEmpty())
                Q_EMIT failedAll(problems);
        });
    };
    const auto count = int(trashed.files.size());
    const QString sentence = count == 1 ? tr("“%1” was moved to the trash.").arg(headline)
                                        : tr("%Ln files were moved to the trash.", nullptr, count);
    if (std::ranges::all_of(trashed.files, canBePutBack))
        remember(sentence, putBack);
    else
        Q_EMIT said(sentence);
}

// When the article on the screen leaves, the next one that stays comes; else the one before.
void RowDeeds::goOnBeside(const QList<ArticleId> &leaving)
{
    const ArticleListModel &articles = *m_list.articles();
    const QSet<ArticleId> gone(leaving.cbegin(), leaving.cend());
    const int current = m_list.view()->currentRow();
    if (!gone.contains(articles.idAt(current)))
        return;
    int row = current;
    while (row < articles.rowCount() && gone.contains(articles.idAt(row)))
        ++row;
    if (row == articles.rowCount()) {
        row = current;
        while (row >= 0 && gone.contains(articles.idAt(row)))
            --row;
    }
    if (row >= 0)
        m_list.view()->choose(articles.idAt(row));
}

void RowDeeds::remember(const QString &sentence, std::function<void()> undo)
{
    m_undo = std::move(undo);
    Q_EMIT undoable(sentence);
    Q_EMIT changed();
}

void RowDeeds::undo()
{
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
    Q_EMIT undone();
    Q_EMIT changed();
}

void RowDeeds::showInFileManager()
{
    withSummaries([this](const QList<ArticleSummary> &summaries) {
        const QStringList paths = pathsOf(summaries);
        ::showInFileManager(paths.first(std::min(paths.size(), mostShown)),
                            QDBusConnection::sessionBus(), this);
    });
}

void RowDeeds::copyPaths()
{
    withSummaries([this](const QList<ArticleSummary> &summaries) {
        const QStringList paths = pathsOf(summaries);
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        copyToClipboard(paths.join(u'\n'), urls);
        Q_EMIT said(paths.size() == 1 ? tr("File path copied")
                                      : tr("%Ln file paths copied", nullptr, int(paths.size())));
    });
}

void RowDeeds::copyCitations()
{
    withArticles(selected(), [this](const QList<Article> &articles) {
        QStringList citations;
        for (const Article &article : articles)
            citations.append(citationOf(article, QLocale()));
        copyToClipboard(citations.join(u'\n'));
        Q_EMIT said(articles.size() == 1
                        ? tr("Citation copied")
                        : tr("%Ln citations copied", nullptr, int(articles.size())));
    });
}

void RowDeeds::printSelected()
{
    print(selected());
}

void RowDeeds::print(const QList<ArticleId> &ids)
{
    withArticles(ids, [this](const QList<Article> &articles) { Q_EMIT printWanted(articles); });
}
