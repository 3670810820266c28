#include "ui/articlelist/listselection.h"

#include <algorithm>

QList<std::pair<int, int>> selectedRuns(const QItemSelection &selection)
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges);
    QList<std::pair<int, int>> runs;
    for (const auto &[first, last] : std::as_const(ranges)) {
        if (runs.isEmpty() || first > runs.last().second + 1)
            runs.append({first, last});
        else
            runs.last().second = std::max(runs.last().second, last);
    }
    return runs;
}

qsizetype selectedRows(const QItemSelection &selection)
{
    qsizetype rows = 0;
    for (const auto &[first, last] : selectedRuns(selection))
        rows += last - first + 1;
    return rows;
}
