#pragma once
// The catalogue's name for an article: its row. Never reused. 0: not in a catalogue.

#include <QHashFunctions>
#include <QMetaType>

enum class ArticleId : quint64 {};

inline size_t qHash(ArticleId id, size_t seed = 0) noexcept
{
    return qHash(quint64(id), seed);
}

Q_DECLARE_METATYPE(ArticleId)
