#include "ui/articlelist/articlelistmodel.h"

#include "app/render/datetext.h"
#include "ui/support/whendone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 64;         // rows asked for at a time
constexpr int summariesKept = 4'096; // about 4 MB
constexpr qsizetype fewRuns = 32;    // so many separate removals are still done one by one

} // namespace

ArticleListModel::ArticleListModel(Fetch fetch, QObject *parent)
    : QAbstractListModel(parent), m_fetch(std::move(fetch)), m_summaries(summariesKept)
{
}

void ArticleListModel::showNewcomer(const ArticleSummary &summary)
{
    beginResetModel();
    m_ids = {ArticleId{}};
    m_summaries.insert(ArticleId{}, new ArticleSummary(summary));
    endResetModel();
}

void ArticleListModel::adopt(ArticleId id)
{
    if (!hasNewcomer())
        return;
    if (m_ids.contains(id)) {
        beginRemoveRows({}, 0, 0);
        m_ids.removeFirst();
        endRemoveRows();
        return;
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

void ArticleListModel::apply(const LibraryChanges &changes)
{
    for (const ArticleId id : changes.changed) {
        m_stale.insert(id);
        m_asked.remove(id);
    }
    const QList<ArticleId> order = hasNewcomer() ? QList{ArticleId{}} + changes.order
                                                 : changes.order;
    removeMissing({order.cbegin(), order.cend()});
    appendNew(order);
    reorder(order);
    if (!changes.changed.isEmpty() && !m_ids.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_ids.size()) - 1));
}

// Few gaps are closed where they are, so that a view can keep its place. Many (another folder was
// opened) are first gathered at the end: closing each by itself would be quadratic.
void ArticleListModel::removeMissing(const QSet<ArticleId> &wanted)
{
    const auto isGone = [&wanted](ArticleId id) { return !wanted.contains(id); };
    qsizetype runs = 0;
    for (qsizetype row = 0; row < m_ids.size(); ++row)
        runs += isGone(m_ids[row]) && (row == 0 || !isGone(m_ids[row - 1]));
    if (runs > fewRuns) {
        QList<ArticleId> gathered = m_ids;
        std::stable_partition(gathered.begin(), gathered.end(), std::not_fn(isGone));
        reorder(gathered);
    }
    for (qsizetype end = m_ids.size(); end > 0;) {
        if (!isGone(m_ids[end - 1])) {
            --end;
            continue;
        }
        qsizetype begin = end - 1;
        while (begin > 0 && isGone(m_ids[begin - 1]))
            --begin;
        beginRemoveRows({}, int(begin), int(end) - 1);
        m_ids.remove(begin, end - begin);
        endRemoveRows();
        end = begin;
    }
}

void ArticleListModel::appendNew(const QList<ArticleId> &order)
{
    const QSet<ArticleId> known(m_ids.cbegin(), m_ids.cend());
    QList<ArticleId> arrived;
    std::ranges::copy_if(order, std::back_inserter(arrived),
                         [&](ArticleId id) { return !known.contains(id); });
    if (arrived.isEmpty())
        return;
    beginInsertRows({}, int(m_ids.size()), int(m_ids.size() + arrived.size()) - 1);
    m_ids += arrived;
    endInsertRows();
}

// `order` holds the same ids as the list does.
void ArticleListModel::reorder(const QList<ArticleId> &order)
{
    Q_ASSERT(order.size() == m_ids.size());
    if (order == m_ids)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<ArticleId, int> rows;
    rows.reserve(order.size());
    for (int row = 0; row < order.size(); ++row)
        rows.insert(order[row], row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(rows.value(m_ids.at(old.row()), -1)));
    m_ids = order;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

ArticleId ArticleListModel::idAt(int row) const
{
    return m_ids.value(row);
}

int ArticleListModel::rowOf(ArticleId id) const
{
    return int(m_ids.indexOf(id));
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == IdRole)
        return QVariant::fromValue(m_ids.at(index.row()));

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
    case Qt::AccessibleTextRole:
        return spokenText(*summary);
    case Qt::ToolTipRole:
        return summary->path;
    }
    return {};
}

QHash<int, QByteArray> ArticleListModel::roleNames() const
{
    return {{Qt::DisplayRole, "headline"},  {IdRole, "id"},
            {SourceRole, "source"},         {DateRole, "date"},
            {FirstWordsRole, "firstWords"}, {UnreadRole, "unread"}};
}

// What a screen reader says of a row: what the eye sees, and what it sees only as bold.
QString ArticleListModel::spokenText(const ArticleSummary &summary)
{
    QStringList parts{summary.read ? QString() : tr("unread"), summary.headline,
                      summary.source.isEmpty() ? summary.section : summary.source,
                      shortDateText(summary.date, QLocale())};
    parts.removeAll(QString());
    return parts.join(u", "_s);
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
    // The model itself does not change by being looked at: only the answer changes it.
    auto *self = const_cast<ArticleListModel *>(this);
    whenDone(m_fetch(missing), self, [self, missing, first](const QList<ArticleSummary> &found) {
        self->m_asked.subtract({missing.cbegin(), missing.cend()});
        self->take(found, first);
    });
}

void ArticleListModel::take(const QList<ArticleSummary> &summaries, int firstRow)
{
    int top = int(m_ids.size());
    int bottom = -1;
    for (const ArticleSummary &summary : summaries) {
        m_stale.remove(summary.id);
        m_summaries.insert(summary.id, new ArticleSummary(summary));
        // It was near there when it was asked for; rows may have come above it since.
        const int near = int(m_ids.indexOf(summary.id, firstRow));
        const int row = near >= 0 ? near : rowOf(summary.id);
        if (row >= 0) {
            top = qMin(top, row);
            bottom = qMax(bottom, row);
        }
    }
    if (bottom >= 0)
        Q_EMIT dataChanged(index(top), index(bottom));
}
