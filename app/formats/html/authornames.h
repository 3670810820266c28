#pragma once
// The names in a byline: without "By", roles, addresses and dates. Agencies are kept. Pure.

#include <QStringList>

QStringList authorNames(const QString &byline);
