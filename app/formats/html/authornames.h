#pragma once
// The names in a byline: without "By", roles, addresses and dates. Agencies are kept. Pure.

#include <QSet>
#include <QStringList>

// Names of one article, each once whatever its case; a thousand at most, which none has.
class AuthorList final
{
public:
    void add(const QString &name);
    bool isFull() const;
    const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
    QSet<QString> m_known; // without their cases
};

QStringList authorNames(const QString &byline);

// Those of several bylines, of the first thousand; the publisher is a name as it stands.
QStringList authorNames(const QStringList &bylines, const QString &publisher);

// "Lee, Ann B." as libraries write it, as people do: "Ann B. Lee". Other names as they are.
QString givenNameFirst(const QString &name);

// Whether an address is that of the account that a site was made with, and not a person's.
bool isHouseAccount(const QString &address);

// Behind a name of one word there is an account more often than a person: "Editor", "kk75".
bool looksLikeLogin(const QString &name);

// Whether a few words can only be a person's name: for places where other words stand as often.
bool looksLikeName(const QString &part);
