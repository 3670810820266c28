#pragma once
// What the value of an attribute says, without a tree builder. Pure; any thread.

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

// `value` as UTF-8, NULs aside, with its character references read: a view of it where it has none,
// else of `room`. Nothing where it has others than those of numbers and the usual ones by name.
std::optional<QByteArrayView> plainValue(QByteArrayView value, QByteArray &room);
