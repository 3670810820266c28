#pragma once
// One article as it goes into the index, in a form of its own between the thread that read the
// article and the one that writes the index: a tenth of the memory that Xapian's form takes. Only
// app/search; pure.

#include "app/search/indexformat.h"

#include <QByteArray>

#include <xapian.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// The bytes are records, each a letter and what follows:
//   W term count headline-count forms form…   a word; an empty form: the same as the term
//   T term count                              another term, with its letter
//   V slot value                              a value
// where a string is its length and its bytes, and numbers are 7 bits a byte, low end first.
class WordDocument final
{
public:
    void addWord(std::string_view term, unsigned count, unsigned headlineCount,
                 std::span<const std::string_view> forms);
    void addTerm(char prefix, std::string_view term, unsigned count);
    void setValue(indexformat::Slot slot, std::string_view value);

    QByteArray bytes() const { return QByteArray::fromStdString(m_bytes); }

private:
    void add(std::string_view string);
    void add(unsigned number);

    std::string m_bytes;
};

// What a word of the article was printed as, lower case, and the term it stands under.
using TakeForm = std::function<void(std::string_view form, std::string_view term)>;

// As Xapian has it. Nothing when those are no bytes of a WordDocument.
std::optional<Xapian::Document> documentOf(QByteArrayView bytes, const TakeForm &takeForm = {});
