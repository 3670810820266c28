#pragma once
// The names in a byline: without "By", roles, addresses and dates. Agencies are kept. Pure.

#include <QStringList>

QStringList authorNames(const QString &byline);

// Those of several bylines, each once whatever its case; the publisher is a name as it stands. A
// thousand at most, out of the first thousand bylines.
QStringList authorNames(const QStringList &bylines, const QString &publisher);

// "Lee, Ann B." as libraries write it, as people do: "Ann B. Lee". Other names as they are.
QString givenNameFirst(const QString &name);

// Whether an address is that of the account that a site was made with, and not a person's.
bool isHouseAccount(const QString &address);

// Behind a name of one word there is an account more often than a person: "Editor", "kk75".
bool looksLikeLogin(const QString &name);

// Whether a few words can only be a person's name: for places where other words stand as often.
bool looksLikeName(const QString &part);
