#include "ui/articlelist/articlelistmodel.h"

#include "app/render/datetext.h"
#include "ui/articlelist/draggedrows.h"
#include "ui/articlelist/spokentext.h"

#include <QFutureWatcher>
#include <QMimeData>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 64;         // rows asked for at a time
constexpr int summariesKept = 2'048; // about 4 MB
constexpr int snippetsKept = 512;
constexpr int mostQuestions = 4; // under way: a thumb dragged over a million rows asks for no more
constexpr qsizetype fewRows = 8; // are looked for one by one

// Calls `then` when the future is over, with what it brought or, when it was cancelled, nothing:
// a question counts as answered either way.
template <typename T, typename Function>
void whenOver(const QFuture<QList<T>> &future, QObject *context, Function then)
{
    auto *watcher = new QFutureWatcher<QList<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then] {
        watcher->deleteLater();
        const bool hasResult = !watcher->isCanceled() && watcher->future().resultCount() > 0;
        then(hasResult ? watcher->result() : QList<T>());
    });
    watcher->setFuture(future);
}

// A tool tip is rich text when it looks like it, and a file's name may look like anything.
QString toolTipOf(const ArticleSummary &summary)
{
    const QString paths = (QStringList(summary.path) + summary.places).join(u'\n');
    return u"<p style='white-space:pre'>%1</p>"_s.arg(paths.toHtmlEscaped());
}

} // namespace

ArticleListModel::ArticleListModel(Fetch fetch, QObject *parent)
    : QAbstractListModel(parent)
    , m_fetch(std::move(fetch))
    , m_summaries(summariesKept)
    , m_snippets(snippetsKept)
{
}

void ArticleListModel::showNewcomer(const ArticleSummary &summary)
{
    beginResetModel();
    m_ids = {ArticleId{}};
    m_groups.clear();
    m_summaries.insert(ArticleId{}, new ArticleSummary(summary));
    endResetModel();
}

void ArticleListModel::adopt(ArticleId id)
{
    if (!hasNewcomer())
        return;
    if (m_ids.contains(id)) { // whoever holds the newcomer's row holds that one from here on
        m_ids.first() = id;
        QList<ListGroup> groups = m_groups;
        for (ListGroup &group : groups)
            group.firstRow = std::max(0, group.firstRow - 1);
        return rearrange(m_ids.sliced(1), groups);
    }
    m_ids.first() = id;
    if (const ArticleSummary *summary = m_summaries.object(ArticleId{})) {
        auto *adopted = new ArticleSummary(*summary);
        adopted->id = id;
        m_summaries.insert(id, adopted);
        m_stale.insert(id); // the library may know more of it, as whether it was read
    }
    Q_EMIT dataChanged(index(0), index(0));
}

void ArticleListModel::show(const QList<ArticleId> &ids, const QList<ListGroup> &groups,
                            FetchSnippets fetchSnippets)
{
    beginResetModel();
    m_ids = ids;
    m_groups = groups;
    m_fetchSnippets = std::move(fetchSnippets);
    m_snippets.clear();
    m_isAskingSnippets = false;
    ++m_list;
    endResetModel();
}

// What is the same at both ends is left alone, so that a million rows with one more among them are
// two runs over flat memory; and a run in between that only came or only went is said to be that.
void ArticleListModel::follow(const QList<ArticleId> &order, const QList<ListGroup> &groups)
{
    QList<ArticleId> ids = order;
    QList<ListGroup> headers = groups;
    if (hasNewcomer()) {
        ids.prepend(ArticleId{});
        for (ListGroup &group : headers)
            group.firstRow += group.firstRow > 0;
    }
    const auto [oldEnd, newEnd] = std::ranges::mismatch(std::as_const(m_ids), std::as_const(ids));
    const auto head = oldEnd - m_ids.cbegin();
    const auto most = std::min(m_ids.size(), ids.size()) - head;
    qsizetype tail = 0;
    while (tail < most && m_ids.at(m_ids.size() - 1 - tail) == ids.at(ids.size() - 1 - tail))
        ++tail;
    const qsizetype gone = m_ids.size() - head - tail;
    const qsizetype come = ids.size() - head - tail;
    if (gone > 0 && come > 0)
        return rearrange(ids, headers);

    if (come > 0)
        beginInsertRows({}, int(head), int(head + come) - 1);
    else if (gone > 0)
        beginRemoveRows({}, int(head), int(head + gone) - 1);
    const bool hasNewHeaders = m_groups != headers;
    m_ids = ids;
    m_groups = headers;
    if (come > 0)
        endInsertRows();
    else if (gone > 0)
        endRemoveRows();
    else if (hasNewHeaders)
        Q_EMIT layoutChanged(); // midnight: today is yesterday
}

// A layout may change its order but not its length, so rows without an article come before it, or
// go after it.
void ArticleListModel::rearrange(const QList<ArticleId> &ids, const QList<ListGroup> &groups)
{
    const qsizetype before = m_ids.size();
    if (ids.size() > before) {
        beginInsertRows({}, int(before), int(ids.size()) - 1);
        m_ids.resize(ids.size());
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList held = persistentIndexList();
    const QList<int> rows = rowsOf(held, ids);
    m_ids = ids;
    m_ids.resize(std::max(before, ids.size()));
    m_groups = groups;
    QModelIndexList moved;
    for (const int row : rows)
        moved.append(index(row));
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (ids.size() < before) {
        beginRemoveRows({}, int(ids.size()), int(before) - 1);
        m_ids = ids;
        endRemoveRows();
    }
}

// Where the articles of `held` stand in `ids`.
QList<int> ArticleListModel::rowsOf(const QModelIndexList &held, const QList<ArticleId> &ids) const
{
    QList<int> rows;
    if (held.size() <= fewRows) {
        for (const QModelIndex &index : held) {
            const bool stays = ids.value(index.row()) == m_ids.at(index.row());
            rows.append(stays ? index.row() : int(ids.indexOf(m_ids.at(index.row()))));
        }
        return rows;
    }
    QHash<ArticleId, int> wanted;
    for (const QModelIndex &index : held)
        wanted.insert(m_ids.at(index.row()), -1);
    qsizetype missing = wanted.size();
    for (int row = 0; row < ids.size() && missing > 0; ++row) {
        const auto found = wanted.find(ids.at(row));
        if (found != wanted.end()) {
            *found = row;
            --missing;
        }
    }
    for (const QModelIndex &index : held)
        rows.append(wanted.value(m_ids.at(index.row())));
    return rows;
}

void ArticleListModel::refresh(const QList<ArticleId> &ids)
{
    bool isAnyKnown = false;
    for (const ArticleId id : ids) {
        if (m_asked.contains(id))
            m_overtaken.insert(id);
        if (m_summaries.contains(id)) {
            m_stale.insert(id);
            isAnyKnown = true;
        }
    }
    if (isAnyKnown)
        changedEverywhere();
}

void ArticleListModel::amend(const QList<ArticleId> &ids,
                             const std::function<void(ArticleSummary &)> &change)
{
    for (const ArticleId id : ids) {
        if (ArticleSummary *summary = m_summaries.object(id))
            change(*summary);
    }
    changedEverywhere();
}

ArticleId ArticleListModel::idAt(int row) const
{
    return m_ids.value(row);
}

int ArticleListModel::rowOf(ArticleId id) const
{
    return int(m_ids.indexOf(id));
}

const ArticleSummary *ArticleListModel::knownSummary(ArticleId id) const
{
    return m_summaries.object(id);
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

// The newcomer is a file too.
Qt::ItemFlags ArticleListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index)
        | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList ArticleListModel::mimeTypes() const
{
    return {u"text/uri-list"_s, u"text/html"_s, u"text/plain"_s};
}

QMimeData *ArticleListModel::mimeData(const QModelIndexList &indexes) const
{
    constexpr qsizetype most = 1000; // as many as a file manager takes with grace
    QList<int> rows;
    for (const QModelIndex &index : indexes.first(qMin(indexes.size(), most + 1)))
        rows += index.row();
    std::ranges::sort(rows);
    QList<ArticleSummary> articles;
    for (const int row : std::as_const(rows)) {
        if (const ArticleSummary *summary = summaryAt(row))
            articles += *summary;
    }
    const bool isWhole = articles.size() == indexes.size() && indexes.size() <= most;
    return isWhole && !articles.isEmpty() ? dragData(articles) : nullptr;
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == IdRole)
        return QVariant::fromValue(m_ids.at(index.row()));
    if (role == SnippetRole)
        return snippetAt(index.row());

    const ArticleSummary *summary = summaryAt(index.row());
    if (!summary) // its page is on the way; dataChanged() will follow
        return role == Qt::DisplayRole ? QVariant(u"…"_s) : QVariant();

    switch (role) {
    case Qt::DisplayRole:
        return summary->headline;
    case SourceRole:
        return summary->source.isEmpty() ? summary->section : summary->source;
    case DateRole:
        return shortDateText(summary->date, QLocale());
    case FirstWordsRole:
        return summary->firstWords;
    case UnreadRole:
        return !summary->read;
    case StarredRole:
        return summary->starred;
    case TagsRole:
        return summary->tags;
    case PlacesRole:
        return summary->places.size() + 1;
    case AwayRole:
        return summary->isAway;
    case Qt::AccessibleTextRole:
        return spokenText(*summary, QLocale());
    case Qt::ToolTipRole:
        return toolTipOf(*summary);
    }
    return {};
}

QHash<int, QByteArray> ArticleListModel::roleNames() const
{
    return {{Qt::DisplayRole, "headline"},  {IdRole, "id"},
            {SourceRole, "source"},         {DateRole, "date"},
            {FirstWordsRole, "firstWords"}, {UnreadRole, "unread"},
            {StarredRole, "starred"},       {TagsRole, "tags"},
            {PlacesRole, "places"},         {AwayRole, "away"},
            {SnippetRole, "snippet"}};
}

const ArticleSummary *ArticleListModel::summaryAt(int row) const
{
    const ArticleId id = m_ids.at(row);
    const ArticleSummary *summary = m_summaries.object(id);
    if (!summary || m_stale.contains(id))
        fetchAround(row);
    return summary;
}

void ArticleListModel::fetchAround(int row) const
{
    if (m_asked.contains(m_ids.at(row)))
        return;
    if (m_questions >= mostQuestions) {
        m_isAnyRefused = true;
        return;
    }
    const int first = row / pageSize * pageSize;
    QList<ArticleId> missing;
    for (const ArticleId id :
         m_ids.sliced(first, qMin<qsizetype>(pageSize, m_ids.size() - first))) {
        const bool wanted = !m_summaries.contains(id) || m_stale.contains(id);
        if (wanted && id != ArticleId{} && !m_asked.contains(id))
            missing.append(id);
    }
    if (missing.isEmpty())
        return;
    m_asked.unite({missing.cbegin(), missing.cend()});
    ++m_questions;
    // The model itself does not change by being looked at: only the answer changes it.
    auto *self = const_cast<ArticleListModel *>(this);
    whenOver(m_fetch(missing), self, [self, missing, first](const QList<ArticleSummary> &found) {
        --self->m_questions;
        const QSet<ArticleId> asked(missing.cbegin(), missing.cend());
        self->m_asked.subtract(asked);
        self->take(found, first);
        self->m_overtaken.subtract(asked);
    });
}

// Tells of the rows that it finds near where they were when they were asked for; rows may have come
// above them since. A row that was refused a question may have one now, when it is looked at again.
void ArticleListModel::take(const QList<ArticleSummary> &summaries, int firstRow)
{
    QSet<ArticleId> found;
    for (const ArticleSummary &summary : summaries) {
        if (m_overtaken.contains(summary.id))
            m_stale.insert(summary.id);
        else
            m_stale.remove(summary.id);
        m_summaries.insert(summary.id, new ArticleSummary(summary));
        found.insert(summary.id);
    }
    int top = std::numeric_limits<int>::max();
    int bottom = -1;
    const int end = int(std::min<qsizetype>(m_ids.size(), firstRow + 2 * pageSize));
    for (int row = std::max(0, firstRow - pageSize); row < end; ++row) {
        if (found.contains(m_ids.at(row))) {
            top = std::min(top, row);
            bottom = row;
        }
    }
    const bool isElsewhere = bottom < 0 && !found.isEmpty();
    if (std::exchange(m_isAnyRefused, false) || isElsewhere)
        changedEverywhere();
    else if (bottom >= 0)
        Q_EMIT dataChanged(index(top), index(bottom));
}

void ArticleListModel::changedEverywhere()
{
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
}

void ArticleListModel::lookAt(int firstRow, int lastRow)
{
    if (firstRow < 0 || lastRow >= m_ids.size())
        return;
    const int next = int(std::min<qsizetype>(m_ids.size() - 1, 2 * lastRow - firstRow + 1));
    for (const int row : {firstRow, lastRow, next, std::max(0, 2 * firstRow - lastRow - 1)})
        summaryAt(row);
    if (m_fetchSnippets && !m_isAskingSnippets)
        fetchSnippets(firstRow, next);
}

QVariant ArticleListModel::snippetAt(int row) const
{
    const Snippet *snippet = m_snippets.object(m_ids.at(row));
    return snippet && !snippet->text.isEmpty() ? QVariant::fromValue(*snippet) : QVariant();
}

// One question at a time: the source answers the newest only.
void ArticleListModel::fetchSnippets(int firstRow, int lastRow)
{
    QList<ArticleId> missing;
    for (int row = firstRow; row <= lastRow; ++row) {
        if (!m_snippets.contains(m_ids.at(row)) && m_ids.at(row) != ArticleId{})
            missing.append(m_ids.at(row));
    }
    if (missing.isEmpty())
        return;
    m_isAskingSnippets = true;
    const auto accept = [this, missing, list = m_list](const QList<Snippet> &found) {
        if (list != m_list) // another one is shown since
            return;
        m_isAskingSnippets = false;
        if (found.isEmpty())
            return;
        for (const ArticleId id : missing)
            m_snippets.insert(id, new Snippet{id, {}, {}}); // without one, it is not asked again
        for (const Snippet &snippet : found)
            m_snippets.insert(snippet.id, new Snippet(snippet));
        changedEverywhere();
    };
    whenOver(m_fetchSnippets(missing), this, accept);
}
