#include "app/search/wordstems.h"

#include "app/search/wordsplitter.h"

#include <QStringList>

#include <xapian.h>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t longestTerm = 120; // bytes; Xapian takes 245, of which a zero counts twice

std::string stemmerName(const QString &language)
{
    if (language.isEmpty() || language == u"und")
        return "en";
    if (language == u"nb" || language == u"nn")
        return "no";
    return WordStems::languages().contains(language) ? language.toStdString() : "none";
}

// Not in the middle of a character.
void cut(std::string &term)
{
    if (term.size() <= longestTerm)
        return;
    size_t end = longestTerm;
    while (end > 0 && (uchar(term[end]) & 0xC0) == 0x80)
        --end;
    term.resize(end);
}

} // namespace

WordStems::WordStems(const QString &language)
    : m_stem(std::make_unique<Xapian::Stem>(stemmerName(language)))
{
}

WordStems::~WordStems() = default;

QStringList WordStems::languages()
{
    return {u"ar"_s, u"ca"_s, u"da"_s, u"de"_s, u"en"_s, u"es"_s, u"eu"_s, u"fi"_s,
            u"fr"_s, u"ga"_s, u"hu"_s, u"hy"_s, u"id"_s, u"it"_s, u"lt"_s, u"ne"_s,
            u"nl"_s, u"no"_s, u"pt"_s, u"ro"_s, u"ru"_s, u"sv"_s, u"ta"_s, u"tr"_s};
}

std::string WordStems::term(QStringView word) const
{
    std::string term = loweredWord(word).toStdString();
    cut(term);
    term = (*m_stem)(term);
    if (!std::ranges::all_of(term, [](char c) { return uchar(c) < 128; }))
        term = withoutAccents(QString::fromStdString(term)).toStdString();
    cut(term);
    return term;
}
