#pragma once
// The outcome of anything that can fail: a value, or the reason there is none. app/ names the
// kind and the detail; ui/problems words the sentence that a reader sees. Values; any thread.

#include <QString>

#include <optional>
#include <utility>
#include <variant>

struct Error
{
    enum class Kind {
        NotFound,          // no such file, or a link that leads nowhere
        Unreadable,        // the system refused: permissions, a failing disk
        NotAFile,          // a directory, a pipe, a socket or a device
        Empty,             // no bytes, or nothing but white space
        TooLarge,          // above maximumFileSize
        Binary,            // not text in any encoding
        Unsupported,       // no format claims it
        Malformed,         // a format claims it and cannot read it
        Damaged,           // our own catalogue or index
        CatalogueSetAside, // it was damaged: kept as `subject`, and made again from the articles
        IndexSetAside,     // the same of the words of some articles
        StateSetAside,     // the same of what the reader did: as it was when last copied
        DiskFull,
        NoPrinter, // none of the name `subject`, or, where that is empty, no default one
        Cancelled,
        Failed, // printing, the engine: whatever the detail says
    };

    Kind kind = Kind::Failed;
    QString subject; // what it happened to: a file's path as a rule
    QString detail;  // for the log and the curious; never the whole sentence
};

// Spelled like std::expected, so that the day we may use C++23 this class becomes one
// using-declaration.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_outcome(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_outcome(std::in_place_index<1>, std::move(error)) { }

    bool has_value() const { return m_outcome.index() == 0; }
    const T &value() const { return std::get<0>(m_outcome); }
    T &value() { return std::get<0>(m_outcome); }
    const Error &error() const { return std::get<1>(m_outcome); }

private:
    std::variant<T, Error> m_outcome;
};

// Done, or the reason why not.
using Outcome = std::optional<Error>;
