#include "ui/printing/articleprinter.h"

#include "app/render/contentspage.h"
#include "app/render/datetext.h"
#include "app/render/paperpage.h"
#include "ui/printing/bookbinder.h"
#include "ui/printing/cupsqueue.h"
#include "ui/printing/paperlayout.h"
#include "ui/printing/runninglines.h"
#include "ui/printing/sheetdrawer.h"
#include "ui/support/paperpress.h"

#include <QFileInfo>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <numeric>

using namespace Qt::StringLiterals;

struct ArticlePrinter::Job
{
    PrintJobId id{};
    PrintMatter matter;
    QPageLayout paper;
    QString file;                      // of exportPdf()
    QPageRanges pages;                 // of the file or the errand; empty for all
    std::unique_ptr<QPrinter> printer; // of print()
    PrintErrand errand;                // of the other print(), which has a carrier
    PrintSettings settings;
    QList<QByteArray> chapters; // laid out so far: one an article, or all of them in one
    QList<int> chapterPages;
    QList<int> firstPages; // where each article begins, from 0, not counting the contents
    QByteArray contents;   // the pages before the chapters; empty for none
    int contentsPages = 0; // as many as their own page numbers are reckoned with
    int contentsRounds = 0;
    bool isContentsDue = false;
    QObject delivery; // what is under way to the printer lives under it

    const QList<Article> &articles() const { return matter.articles; }
    bool runsOn() const { return settings.isRunningOn && articles().size() > 1; }
    bool isLaidOut() const { return chapters.size() == (runsOn() ? 1 : articles().size()); }
    NotedArticle noted(qsizetype number) const
    {
        return {articles().at(number), matter.notes.value(number)};
    }
};

namespace {

// Other page numbers are of other widths: two rounds are enough, unless they never come to rest.
constexpr int mostContentsRounds = 4;

Error cancelled()
{
    return {Error::Kind::Cancelled, QString(), QString()};
}

// Whether what was sent to a printer waits until somebody starts it again.
bool isStopped(const QString &printerName)
{
    return QPrinterInfo::printerInfo(printerName).state() == QPrinter::Error;
}

QString titleOf(const Article &article)
{
    const QString headline = article.headline.simplified();
    return headline.isEmpty() ? QFileInfo(article.path).fileName() : headline;
}

QString titleOf(const QList<Article> &articles)
{
    const QString title = titleOf(articles.first());
    if (articles.size() == 1)
        return title;
    return ArticlePrinter::tr("%1, and %n more", nullptr, int(articles.size() - 1)).arg(title);
}

DocumentInfo infoOf(const QList<Article> &articles)
{
    DocumentInfo info;
    info.title = titleOf(articles);
    info.created = QDateTime::currentDateTimeUtc();
    info.language = articles.first().inLanguage;
    for (const Article &article : articles) {
        if (article.inLanguage != info.language)
            info.language.clear();
        info.keywords += article.keywords;
    }
    info.keywords.removeDuplicates();
    if (articles.size() > 1)
        return info;

    const Article &only = articles.first();
    info.author = only.authors.isEmpty() ? only.publisher : only.authors.join(u", "_s);
    info.subject = only.description.isEmpty() ? only.articleSection : only.description;
    return info;
}

PaperWords paperWords()
{
    PaperWords words;
    words.updated = ArticlePrinter::tr("Updated %1");
    words.links = ArticlePrinter::tr("Links");
    words.relatedStories = ArticlePrinter::tr("Related stories");
    words.note = ArticlePrinter::tr("Note");
    return words;
}

// What all of them have in common: a page may hold the end of one and the beginning of another.
RunningLines commonLines(const QList<Article> &articles, const RunningFields &fields)
{
    RunningLines common = runningLines(articles.first(), QLocale(), fields);
    common.headline.clear();
    common.source.clear(); // stands below each
    for (const Article &article : articles) {
        const RunningLines lines = runningLines(article, QLocale(), fields);
        if (lines.masthead != common.masthead)
            common.masthead.clear();
        if (lines.date != common.date)
            common.date.clear();
    }
    return common;
}

// Whether writing `file` would write over one of the articles.
bool isOneOf(const QList<Article> &articles, const QString &file)
{
    const QString target = QFileInfo(file).canonicalFilePath();
    return !target.isEmpty() && std::ranges::any_of(articles, [&target](const Article &article) {
        return QFileInfo(article.path).canonicalFilePath() == target;
    });
}

// The name belongs into the sentence, which is otherwise the system's.
Error writeError(const QSaveFile &target)
{
    const Error::Kind kind = errno == ENOSPC ? Error::Kind::DiskFull : Error::Kind::Failed;
    const QString name = QFileInfo(target.fileName()).fileName();
    return {kind, target.fileName(), u"%1: %2"_s.arg(name, target.errorString())};
}

Outcome writeWhole(const QString &file, const QByteArray &bytes)
{
    const QFileInfo folder(QFileInfo(file).absolutePath());
    if (!folder.exists())
        return Error{Error::Kind::NotFound, folder.filePath(), QString()};
    if (QFileInfo(file).isDir())
        return Error{Error::Kind::NotAFile, file, QString()};

    QSaveFile target(file);
    errno = 0;
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size()
        || !target.commit())
        return writeError(target);
    return {};
}

} // namespace

Error wouldOverwrite(const QString &file)
{
    return {Error::Kind::Failed, file,
            u"%1 is the article itself and is never written to"_s.arg(QFileInfo(file).fileName())};
}

ArticlePrinter::ArticlePrinter(PaperPress &press, QObject *parent) : QObject(parent), m_press(press)
{
    connect(&m_press, &PaperPress::laidOut, this, [this](const QByteArray &pdf) {
        if (isAnswered())
            takePages(pdf);
    });
    connect(&m_press, &PaperPress::failed, this, [this](const QString &detail) {
        if (isAnswered())
            fail({Error::Kind::Failed, m_job->articles().first().path, detail});
    });
}

ArticlePrinter::~ArticlePrinter() = default;

PrintJobId ArticlePrinter::toPdf(const PrintMatter &matter, const QPageLayout &paper)
{
    auto job = std::make_unique<Job>();
    job->matter = matter;
    job->paper = paper;
    return queue(std::move(job));
}

PrintJobId ArticlePrinter::exportPdf(const PrintMatter &matter, const QString &file,
                                     const QPageLayout &paper)
{
    auto job = std::make_unique<Job>();
    job->matter = matter;
    job->paper = paper;
    job->file = file;
    return queue(std::move(job));
}

PrintJobId ArticlePrinter::print(const PrintMatter &matter, std::unique_ptr<QPrinter> printer)
{
    auto job = std::make_unique<Job>();
    job->matter = matter;
    job->paper = printer->pageLayout();
    if (printer->outputFormat() == QPrinter::PdfFormat)
        job->file = printer->outputFileName();
    if (printer->printRange() == QPrinter::PageRange)
        job->pages = printer->pageRanges();
    if (job->file.isEmpty())
        job->printer = std::move(printer);
    return queue(std::move(job));
}

PrintJobId ArticlePrinter::print(const PrintMatter &matter, const PrintErrand &errand)
{
    auto job = std::make_unique<Job>();
    job->matter = matter;
    job->paper = errand.paper;
    job->pages = errand.pages;
    job->errand = errand;
    return queue(std::move(job));
}

void ArticlePrinter::cancel(PrintJobId id)
{
    if (m_job && m_job->id == id) {
        fail(cancelled());
        if (m_pressRuns)
            m_press.cancel();
        return;
    }
    const auto waiting = std::ranges::find_if(
        m_waiting, [id](const std::unique_ptr<Job> &job) { return job->id == id; });
    if (waiting == m_waiting.end())
        return;
    m_waiting.erase(waiting);
    if (!isBusy())
        Q_EMIT busyChanged(false);
    Q_EMIT failed(id, cancelled());
}

bool ArticlePrinter::isBusy() const
{
    return m_job || !m_waiting.empty();
}

PrintJobId ArticlePrinter::queue(std::unique_ptr<Job> job)
{
    Q_ASSERT(!job->articles().isEmpty());
    job->paper.setMode(QPageLayout::StandardMode); // the margins are ours to keep
    job->settings = m_settings;
    job->settings.isRunningOn &= m_press.namesPlaces(); // else nobody knows where one begins
    job->isContentsDue = m_settings.hasContents && job->articles().size() > 1;
    const bool wasBusy = isBusy();
    const PrintJobId id = job->id = PrintJobId{++m_lastId};
    m_waiting.push_back(std::move(job));
    if (!wasBusy)
        Q_EMIT busyChanged(true);
    // Later, so that whoever asked knows the number before anything is heard of the job.
    QMetaObject::invokeMethod(this, &ArticlePrinter::startNext, Qt::QueuedConnection);
    return id;
}

void ArticlePrinter::startNext()
{
    if (m_job || m_pressRuns || m_waiting.empty())
        return;
    m_job = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    if (!m_job->file.isEmpty() && isOneOf(m_job->articles(), m_job->file))
        return fail(wouldOverwrite(m_job->file));
    layOutNext();
}

void ArticlePrinter::layOutNext()
{
    const QPageLayout paper = textLayout(m_job->paper);
    const PaperOptions &options = m_job->settings.options;
    m_pressRuns = true;
    if (m_job->matter.original)
        return m_press.layOutOriginal(*m_job->matter.original, paper);
    if (!m_job->runsOn()) {
        const qsizetype next = m_job->chapters.size();
        return m_press.layOut(paperPage(m_job->noted(next), QLocale(), options, paperWords()),
                              m_job->articles().at(next).images, paper);
    }
    QList<RunningArticle> articles;
    QList<ArticleImage> pictures;
    for (qsizetype i = 0; i < m_job->articles().size(); ++i) {
        const Article &article = m_job->articles().at(i);
        const RunningLines lines = runningLines(article, QLocale(), m_job->settings.fields);
        articles += {m_job->noted(i), lines.masthead, lines.source};
        pictures += article.images;
    }
    m_press.layOut(paperPages(articles, QLocale(), options, paperWords()), pictures, paper);
}

// Whether the press has answered the job that runs. A job that was given up is answered too, and
// only then may the next one begin: the answers carry no number.
bool ArticlePrinter::isAnswered()
{
    m_pressRuns = false;
    if (m_job && (!m_job->isLaidOut() || m_job->isContentsDue))
        return true;
    startNext();
    return false;
}

void ArticlePrinter::takePages(const QByteArray &pdf)
{
    if (m_job->isLaidOut())
        return takeContents(pdf);
    const Result<int> pages = pageCount(pdf);
    if (!pages.has_value())
        return fail(pages.error());
    if (!m_job->runsOn())
        m_job->firstPages += std::accumulate(m_job->chapterPages.cbegin(),
                                             m_job->chapterPages.cend(), 0);
    else if (const Outcome problem = findFirstPages(pdf))
        return fail(*problem);
    m_job->chapters += pdf;
    m_job->chapterPages += pages.value();
    if (!m_job->isLaidOut()) {
        Q_EMIT progressed(m_job->id, int(m_job->chapters.size()), int(m_job->articles().size()));
        return layOutNext();
    }
    if (!m_job->isContentsDue)
        return bind();
    m_job->contentsPages = 1;
    layOutContents();
}

// Of articles that run on. One whose destination got lost begins where the one before does.
Outcome ArticlePrinter::findFirstPages(const QByteArray &pdf)
{
    const Result<QHash<QString, int>> named = namedPages(pdf);
    if (!named.has_value())
        return named.error();
    int page = 0;
    for (qsizetype i = 0; i < m_job->articles().size(); ++i) {
        page = named.value().value(storyDestination(i), page);
        m_job->firstPages += page;
    }
    return {};
}

void ArticlePrinter::layOutContents()
{
    QList<ContentsEntry> entries;
    for (qsizetype i = 0; i < m_job->articles().size(); ++i) {
        const Article &article = m_job->articles().at(i);
        QStringList source{article.publisher.simplified(), dateText(article.date(), QLocale())};
        source.removeAll(QString());
        entries += {titleOf(article), source.join(u", "_s),
                    m_job->contentsPages + m_job->firstPages.at(i) + 1};
    }
    m_pressRuns = true;
    m_press.layOut(
        contentsPage(entries, tr("Contents"), QLocale().textDirection() == Qt::RightToLeft), {},
        textLayout(m_job->paper));
}

// The articles begin after the contents: how many pages these take is known when they are there.
void ArticlePrinter::takeContents(const QByteArray &pdf)
{
    const Result<int> pages = pageCount(pdf);
    if (!pages.has_value())
        return fail(pages.error());
    m_job->contents = pdf;
    const bool isAsReckoned = pages.value() == m_job->contentsPages;
    m_job->contentsPages = pages.value();
    if (!isAsReckoned && ++m_job->contentsRounds < mostContentsRounds)
        return layOutContents();
    m_job->isContentsDue = false;
    bind();
}

void ArticlePrinter::bind()
{
    const RunningFields &fields = m_job->settings.fields;
    const QList<Article> &articles = m_job->articles();
    QList<RunningLinesRun> runs;
    QList<OutlineEntry> outline;
    QList<QByteArray> chapters = m_job->chapters;
    if (!m_job->contents.isEmpty()) {
        RunningLines lines;
        lines.hasPageNumbers = fields.hasPageNumbers;
        runs += {lines, m_job->contentsPages};
        outline += {tr("Contents"), 0};
        chapters.prepend(m_job->contents);
    }
    for (qsizetype i = 0; i < m_job->chapters.size(); ++i) {
        runs += {m_job->runsOn() ? commonLines(articles, fields)
                                 : runningLines(articles.at(i), QLocale(), fields),
                 m_job->chapterPages.at(i)};
    }
    for (qsizetype i = 0; i < articles.size(); ++i)
        outline += {titleOf(articles.at(i)), m_job->contentsPages + m_job->firstPages.at(i)};
    const Result<QByteArray> pdf = boundPdf(chapters, outline, runningLinesPdf(runs, m_job->paper),
                                            infoOf(articles));
    if (!pdf.has_value())
        return fail(pdf.error());
    deliver(pdf.value());
}

void ArticlePrinter::deliver(const QByteArray &pdf)
{
    if (m_job->printer)
        return sendToPrinter(pdf);
    if (!m_job->file.isEmpty() || m_job->errand.carry)
        return handOn(pdf);
    const PrintJobId id = m_job->id;
    finish();
    Q_EMIT pdfReady(id, pdf);
}

// The pages that are wanted, to where they are wanted.
void ArticlePrinter::handOn(const QByteArray &pdf)
{
    const Result<QByteArray> pages = m_job->pages.isEmpty() ? Result(pdf)
                                                            : pagesOf(pdf, m_job->pages);
    if (!pages.has_value())
        return fail(pages.error());
    if (m_job->file.isEmpty())
        m_job->errand.carry(pages.value(), &m_job->delivery, answerOf(m_job->errand.printerName));
    else
        save(pages.value());
}

void ArticlePrinter::save(const QByteArray &pdf)
{
    if (const Outcome problem = writeWhole(m_job->file, pdf))
        return fail(*problem);
    const PrintJobId id = m_job->id;
    const QString file = m_job->file;
    finish();
    Q_EMIT exported(id, file);
}

void ArticlePrinter::sendToPrinter(const QByteArray &pdf)
{
    const auto answer = answerOf(m_job->printer->printerName());
    m_job->printer->setDocName(titleOf(m_job->articles()));
    if (isCupsQueue(*m_job->printer)) {
        const QStringList arguments = cupsArguments(*m_job->printer, titleOf(m_job->articles()));
        return sendToCups(pdf, arguments, &m_job->delivery, answer);
    }
    auto *drawer = new SheetDrawer(pdf, std::move(m_job->printer), &m_job->delivery);
    connect(drawer, &SheetDrawer::finished, this, answer, Qt::QueuedConnection);
    drawer->start();
}

// What the job that runs hears of the way to its printer.
std::function<void(const Outcome &)> ArticlePrinter::answerOf(const QString &printerName)
{
    return [this, printerName, id = m_job->id](const Outcome &outcome) {
        if (!m_job || m_job->id != id) // cancelled meanwhile
            return;
        if (outcome)
            return fail(*outcome);
        finish();
        Q_EMIT printed(id, printerName, isStopped(printerName));
    };
}

void ArticlePrinter::finish()
{
    m_job.reset();
    if (m_waiting.empty())
        Q_EMIT busyChanged(false);
    else
        QMetaObject::invokeMethod(this, &ArticlePrinter::startNext, Qt::QueuedConnection);
}

void ArticlePrinter::fail(const Error &error)
{
    const PrintJobId id = m_job->id;
    finish();
    Q_EMIT failed(id, error);
}
