#pragma once
// The reader's articles: what is known of them (Catalogue) and their words (SearchIndex), changed
// together, in a directory of the library's own. It never writes into the reader's folders.
//
// It has two sides that share no memory, so it needs no locks: everything under *write lane* is
// called on one thread at a time, everything under *read lane* on one thread at a time, and each
// side stays on its thread until its close…() is called. A caller without threads calls both.

#include "app/library/catalogue.h"
#include "app/library/librarychanges.h"
#include "app/library/readerversion.h"
#include "app/search/searchindex.h"
#include "app/search/searchindexwriter.h"

class Library final
{
public:
    // Nothing is opened or made before it is needed. What was kept by another `readerVersion` is
    // read again by the next scan.
    explicit Library(const QString &directory, const QByteArray &readerVersion = ::readerVersion());
    ~Library();
    Q_DISABLE_COPY_MOVE(Library)

    // Write lane.
    // Makes `files` the files of the library: what is not among them leaves at once; `toRead`
    // becomes those of them that are new or have changed, in the same order.
    Result<LibraryChanges> setFiles(const QList<FoundFile> &files, QList<FoundFile> &toRead);
    // Lists the articles of `files`; their words come afterwards.
    Result<LibraryChanges> add(const QList<ParsedFile> &files);
    // What has been listed, now or before, and has no words yet.
    Result<QList<FoundFile>> withoutWords();
    enum class Words { Put, Committed }; // Committed: all put so far can be found from here on
    Result<Words> addWords(const QList<ParsedFile> &files);
    Outcome commitWords();
    Result<LibraryChanges> setRead(ArticleId id, bool read);
    void closeWriting();

    // Read lane. Each sees what was committed before it was called.
    Result<QList<ArticleSummary>> summaries(const QList<ArticleId> &ids);
    Result<Article> article(ArticleId id); // read from its file, now
    Result<qsizetype> count();
    Result<QList<ArticleSummary>> withHeadline(const QString &foldedHeadline);
    Result<QList<ArticleSummary>> withUrl(const QString &foldedUrl);
    Result<QList<ArticleSummary>> withDigest(const QByteArray &digest);
    Result<QList<ArticleSummary>> inFile(const QString &path);
    Result<QList<SimilarArticle>> similarTo(const ArticleWords &words, ArticleId self,
                                            const QSet<ArticleId> &leaveOut, int atMost,
                                            const std::function<bool()> &cancelled);
    void closeReading();

private:
    Outcome openWriting();
    Outcome openIndex(Catalogue &catalogue);
    Result<Catalogue *> reading();
    template <typename Value>
    Result<QList<ArticleSummary>>
    ask(Result<QList<ArticleSummary>> (Catalogue::*question)(const Value &), const Value &value);
    LibraryChanges changesWithOrder() const;
    void place(const QList<Catalogue::Place> &places, const QList<ArticleId> &gone);

    QString m_directory;
    QByteArray m_readerVersion;
    std::unique_ptr<Catalogue> m_written;
    std::vector<Catalogue::Place> m_order; // newest first; write lane
    std::unique_ptr<SearchIndexWriter> m_writtenIndex;
    QList<FoundFile> m_uncommitted; // files whose words are not on disk yet
    std::unique_ptr<Catalogue> m_read;
    SearchIndex m_readIndex;
};
