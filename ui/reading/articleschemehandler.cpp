#include "ui/reading/articleschemehandler.h"

#include "app/formats/html/picturebytes.h"
#include "app/formats/parttypes.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// The engine tells raster pictures by their bytes whatever we call them; SVG it must be told.
QByteArray mimeType(const ArticleImage &picture)
{
    const auto says = [&](const char *ending, const char *type) {
        return picture.filePath.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive)
            || picture.contentUrl.startsWith(u"data:"_s + QLatin1StringView(type));
    };
    struct Kind
    {
        const char *ending;
        const char *type;
    };
    constexpr std::array kinds{Kind{".svg", "image/svg+xml"}, Kind{".png", "image/png"},
                               Kind{".gif", "image/gif"},     Kind{".webp", "image/webp"},
                               Kind{".avif", "image/avif"},   Kind{".bmp", "image/bmp"}};
    if (isDrawing(picture.bytes)) // of a container, whatever its address says
        return "image/svg+xml";
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &candidate) {
        return says(candidate.ending, candidate.type);
    });
    return kind == kinds.end() ? "image/jpeg" : kind->type;
}

// The device is read on a thread of the engine's until the job has gone; then it goes too.
void reply(QWebEngineUrlRequestJob *job, const QByteArray &type, QIODevice *device)
{
    QObject::connect(job, &QObject::destroyed, device, &QObject::deleteLater);
    job->reply(type, device);
}

QByteArray firstBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(pictureMarkSize) : QByteArray();
}

QBuffer *buffer(const QByteArray &bytes)
{
    auto *device = new QBuffer;
    device->setData(bytes);
    return device;
}

} // namespace

void registerArticleScheme()
{
    QWebEngineUrlScheme scheme("article");
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Path);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

QString ArticleSchemeHandler::setPictures(const QList<ArticleImage> &pictures)
{
    ++m_number;
    m_page.clear();
    m_original = {};
    m_pictures = pictures;
    return u"article:/picture/%1/"_s.arg(m_number);
}

QUrl ArticleSchemeHandler::setPage(const QString &html)
{
    // The mark at the start says UTF-8 louder than anything in the page can.
    m_page = QByteArray::fromRawData("\xEF\xBB\xBF", 3) + html.toUtf8();
    return QUrl(u"article:/page/%1"_s.arg(m_number));
}

QUrl ArticleSchemeHandler::setOriginal(const OriginalPage &page)
{
    ++m_number;
    m_page.clear();
    m_pictures.clear();
    m_original = page;
    return QUrl(u"article:/original/%1/page"_s.arg(m_number));
}

void ArticleSchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    // "/page/7", "/picture/7/0"
    const QStringList parts = job->requestUrl().path().mid(1).split(u'/');
    const bool isCurrent = parts.value(1) == QString::number(m_number);
    if (job->requestMethod() != "GET" || !isCurrent)
        return job->fail(QWebEngineUrlRequestJob::UrlNotFound);

    if (parts.size() == 2 && parts.at(0) == u"page" && !m_page.isEmpty())
        return reply(job, "text/html", buffer(m_page));

    if (parts.size() > 2 && parts.at(0) == u"original")
        return replyWithPart(job, parts.sliced(2).join(u'/'));

    bool isNumber = false;
    const int picture = parts.value(2).toInt(&isNumber);
    if (parts.size() == 3 && parts.at(0) == u"picture" && isNumber && picture >= 0
        && picture < m_pictures.size())
        return replyWithPicture(job, m_pictures.at(picture));
    job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

void ArticleSchemeHandler::replyWithPicture(QWebEngineUrlRequestJob *job,
                                            const ArticleImage &picture)
{
    if (!picture.bytes.isEmpty())
        return reply(job, mimeType(picture), buffer(picture.bytes));
    // Never a pipe or a device: opening one could wait for ever.
    if (!QFileInfo(picture.filePath).isFile())
        return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    reply(job, mimeType(picture), new QFile(picture.filePath));
}

void ArticleSchemeHandler::replyWithPart(QWebEngineUrlRequestJob *job, const QString &name)
{
    if (name == u"page")
        return reply(job, "text/html", buffer("\xEF\xBB\xBF" + m_original.html.toUtf8()));
    if (const auto part = m_original.parts.constFind(name); part != m_original.parts.constEnd())
        return reply(job, part->type, buffer(part->bytes));
    const QFileInfo file(m_original.folder + name);
    const QString path = file.canonicalFilePath();
    if (m_original.folder.isEmpty() || !file.isFile() || !path.startsWith(m_original.folder))
        return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    // Many a server's file has a name that says nothing: "photo", "load.php".
    QByteArray type = typeOfPart(name);
    if (type.isEmpty() && m_original.styles.contains(name))
        type = "text/css";
    if (type.isEmpty())
        type = typeOfPicture(firstBytes(path));
    if (type.isEmpty())
        return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    reply(job, type, new QFile(path));
}
