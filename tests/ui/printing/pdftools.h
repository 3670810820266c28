#pragma once
// What the tests of printing make PDFs with and read them back by. Tests only.

#include "app/article/article.h"
#include "app/formats/originalpage.h"
#include "ui/support/paperpress.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QStringList>
#include <QTemporaryFile>

namespace pdftools {

using namespace Qt::StringLiterals;

// What a program prints when it is given `pdf` as the file "@"; its errors when it fails.
inline QString answerOf(const QString &program, QStringList arguments, const QByteArray &pdf)
{
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush())
        return u"no temporary file"_s;
    arguments.replaceInStrings(u"@"_s, file.fileName());
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return u"no answer from "_s + program;
    if (process.exitCode() != 0)
        return u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

// The text of each page, as poppler's own reading order has it.
inline QStringList pagesOf(const QByteArray &pdf)
{
    QStringList pages = answerOf(u"pdftotext"_s, {u"@"_s, u"-"_s}, pdf).split(u'\f');
    pages.removeLast(); // pdftotext ends every page, the last one too, with a form feed
    return pages;
}

// What lies on the disk; nothing where there is nothing.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// One value of what pdfinfo prints, "Title" for one.
inline QString infoOf(const QByteArray &pdf, const QString &name)
{
    const QStringList lines = answerOf(u"pdfinfo"_s, {u"@"_s}, pdf).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(name + u':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

// A PDF with one line of text on each of its pages.
inline QByteArray pdfOf(const QStringList &pages, const QPageLayout &layout)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(layout);
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(QPointF(0, writer.height() / 2), pages[i]);
    }
    painter.end();
    return pdf;
}

// A press without an engine: prints so many pages, each with the job's number on it, later.
class TestPress final : public PaperPress
{
public:
    void layOut(const QString &html, const QList<ArticleImage> &,
                const QPageLayout &layout) override
    {
        Q_ASSERT(!busy);
        busy = true;
        ++jobs;
        lastHtml = html;
        QStringList pages;
        for (int i = 1; i <= pagesAJob; ++i)
            pages += u"job %1 leaf %2"_s.arg(jobs).arg(i);
        const QByteArray pdf = answer.isNull() ? pdfOf(pages, layout) : answer;
        QMetaObject::invokeMethod(
            this,
            [this, pdf] {
                const bool given = std::exchange(busy, false);
                if (given && failure.isEmpty())
                    Q_EMIT laidOut(pdf);
                else
                    Q_EMIT failed(failure);
            },
            Qt::QueuedConnection);
    }
    void layOutOriginal(const OriginalPage &page, const QPageLayout &layout) override
    {
        layOut(page.html, {}, layout);
    }
    void cancel() override { busy = false; }

    int pagesAJob = 2;
    QByteArray answer; // instead of pages
    QString failure;   // instead of an answer
    int jobs = 0;
    bool busy = false;
    QString lastHtml;
};

inline Article articleCalled(const QString &headline)
{
    Article article;
    article.headline = headline;
    article.path = u"/somewhere/private/%1.txt"_s.arg(headline.section(u' ', 0, 0).toLower());
    article.bodyHtml = u"<p>Nothing else is known.</p>"_s;
    article.inLanguage = u"en"_s;
    return article;
}

} // namespace pdftools
