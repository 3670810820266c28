#pragma once
// The pictures of a page: a sanitised body shows number N of Article::images as
// <img src="picture:N">, and whoever makes a page says what stands there instead. Pure; any thread.

#include <QSet>
#include <QString>

#include <functional>

// `html` with every <img src="picture:N" alt="…"> replaced by what `shown` answers for N and for
// its alternative text (still escaped). `html` must be well-formed, as the sanitiser leaves it.
QString withPictures(const QString &html,
                     const std::function<QString(int number, const QString &alternative)> &shown);

// `html` with "picture:" in front of every number made `address`; nothing else of the tags changes.
QString withPictureAddresses(const QString &html, const QString &address);

// The numbers of the pictures that `html` shows.
QSet<int> picturesIn(const QString &html);
