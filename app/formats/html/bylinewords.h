#pragma once
// What stands around the names in bylines of more languages than app/formats/html/authornames.h
// knows: labels, what people do, where they are, how to write to them. Pure; any thread.

#include <QStringList>

// A line of a byline without its label, its pictures' makers, roles and addresses.
QString withoutBylineWords(const QString &line);

// "Ann Lee in Leeds" without the place.
QString withoutPlace(const QString &name);

// "Reuters", "dpa": beside a person's name these are authors, too.
bool isAgency(const QString &name);

// The names in the first line that is a byline: "Автор: …", "홍길동 기자"; or empty.
QStringList bylineAbroad(const QStringList &lines);
