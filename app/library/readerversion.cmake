# Writes readerversion.cpp: the digest of the sources, in app/, that decide what is kept of a file.
# Called while building, with APP and OUTPUT.
file(GLOB_RECURSE sources ${APP}/article/*.cpp ${APP}/base/*.cpp ${APP}/html/* ${APP}/formats/*
    ${APP}/search/* ${APP}/library/parsedfile.cpp)
# What asks the index, or only moves its files, keeps nothing of an article.
list(FILTER sources EXCLUDE REGEX
    "/search/(facet|hit|idset|phrase|query|ranked|search|shardedits|shardfolder|shardmanifest|shardreader|similar|snippet|spelling|indexcheck|indexquery|articlesource)[a-z]*\\.(cpp|h)$")
list(SORT sources)
set(digests "")
foreach(source ${sources})
    file(SHA256 ${source} digest)
    string(APPEND digests ${digest})
endforeach()
string(SHA256 version "${digests}")
string(SUBSTRING ${version} 0 16 version)
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#include "app/library/readerversion.h"

QByteArray readerVersion()
{
    return "@version@";
}
]] @ONLY)
