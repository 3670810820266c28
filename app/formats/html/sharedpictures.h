#pragma once
// Pictures that a page holds once, in a style, and shows in several places: SingleFile writes
// `:root{--sf-img-1:url("data:…")}` and `<img style="background-image:var(--sf-img-1)">`. The tree
// has no styles, so that the page's source is asked, and only where an element needs it. Owned by
// one read.

#include <QByteArray>
#include <QHash>
#include <QString>

class SharedPictures final
{
public:
    explicit SharedPictures(const QByteArray &source) : m_source(source) { }

    // The address, "data:…", that a style attribute asks for; empty when it asks for none.
    QString addressIn(const QString &style);

private:
    void readSource();

    QByteArray m_source;                    // UTF-8
    QHash<QByteArray, QString> m_addresses; // by number
    bool m_isRead = false;
};
