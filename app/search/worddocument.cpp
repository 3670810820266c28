#include "app/search/worddocument.h"

namespace {

// Reads what WordDocument wrote; after a slip everything is empty, and `isWhole` false.
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_bytes(bytes.data(), size_t(bytes.size())) { }

    bool atEnd() const { return m_bytes.empty(); }
    bool isWhole() const { return m_isWhole; }

    char letter()
    {
        const char letter = m_bytes.empty() ? '\0' : m_bytes.front();
        m_bytes.remove_prefix(m_bytes.empty() ? 0 : 1);
        return letter;
    }

    unsigned number()
    {
        unsigned number = 0;
        for (unsigned shift = 0; shift < 32; shift += 7) {
            if (m_bytes.empty())
                return slip();
            const auto byte = uchar(letter());
            number |= unsigned(byte & 0x7F) << shift;
            if (byte < 0x80)
                return number;
        }
        return slip();
    }

    std::string_view string()
    {
        const size_t size = number();
        if (size > m_bytes.size()) {
            slip();
            return {};
        }
        const std::string_view string = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return string;
    }

    unsigned slip()
    {
        m_isWhole = false;
        m_bytes = {};
        return 0;
    }

private:
    std::string_view m_bytes;
    bool m_isWhole = true;
};

void addWord(Bytes &bytes, Xapian::Document &document, std::string &term, const TakeForm &takeForm)
{
    const std::string_view word = bytes.string();
    const unsigned count = bytes.number();
    const unsigned headlineCount = bytes.number();
    const unsigned forms = bytes.number();
    for (unsigned i = 0; i < forms && bytes.isWhole(); ++i) {
        const std::string_view form = bytes.string();
        if (takeForm)
            takeForm(form.empty() ? word : form, word);
    }
    if (!bytes.isWhole() || word.empty())
        return;
    term.assign(word);
    document.add_term(term, count);
    if (headlineCount > 0) {
        term.insert(term.begin(), indexformat::headlineWord);
        document.add_term(term, headlineCount);
    }
}

} // namespace

void WordDocument::add(unsigned number)
{
    while (number >= 0x80) {
        m_bytes += char(number | 0x80);
        number >>= 7;
    }
    m_bytes += char(number);
}

void WordDocument::add(std::string_view string)
{
    add(unsigned(string.size()));
    m_bytes += string;
}

void WordDocument::addWord(std::string_view term, unsigned count, unsigned headlineCount,
                           std::span<const std::string_view> forms)
{
    m_bytes += 'W';
    add(term);
    add(count);
    add(headlineCount);
    add(unsigned(forms.size()));
    for (const std::string_view form : forms)
        add(form == term ? std::string_view() : form);
}

void WordDocument::addTerm(char prefix, std::string_view term, unsigned count)
{
    m_bytes += 'T';
    add(unsigned(term.size() + 1));
    m_bytes += prefix;
    m_bytes += term;
    add(count);
}

void WordDocument::setValue(indexformat::Slot slot, std::string_view value)
{
    m_bytes += 'V';
    add(unsigned(slot));
    add(value);
}

std::optional<Xapian::Document> documentOf(QByteArrayView bytes, const TakeForm &takeForm)
{
    Xapian::Document document;
    Bytes rest(bytes);
    std::string buffer;
    while (!rest.atEnd()) {
        switch (rest.letter()) {
        case 'W':
            addWord(rest, document, buffer, takeForm);
            break;
        case 'T':
            buffer.assign(rest.string());
            if (const unsigned count = rest.number(); rest.isWhole() && !buffer.empty())
                document.add_term(buffer, count);
            break;
        case 'V': {
            const unsigned slot = rest.number();
            buffer.assign(rest.string());
            document.add_value(slot, buffer);
            break;
        }
        default:
            rest.slip();
        }
    }
    return rest.isWhole() ? std::optional(document) : std::nullopt;
}
