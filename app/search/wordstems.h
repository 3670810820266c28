#pragma once
// The terms that words stand under in the index, by language. An object remembers the stems it has
// made, which takes less time than making them, so keep one for many articles; one thread.

#include <QString>

#include <memory>
#include <string>

namespace Xapian {
class Stem;
}

class WordStems final
{
public:
    // `language` is a primary subtag ("en"). Words of a language without a stemmer stand as they
    // are; where nobody knows the language, they are taken for English.
    explicit WordStems(const QString &language);
    ~WordStems();
    Q_DISABLE_COPY_MOVE(WordStems)

    // Lower case, stemmed, and without accents after that. UTF-8, at most 120 bytes: what is longer
    // is no word, and is cut.
    std::string term(QStringView word) const;

    // The languages that have a stemmer, primary subtags.
    static QStringList languages();

private:
    std::unique_ptr<Xapian::Stem> m_stem;
};
