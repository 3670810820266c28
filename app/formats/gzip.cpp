#include "app/formats/gzip.h"

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largest = maximumFileSize; // bytes, as of any file
constexpr qsizetype step = 256 * 1024;         // bytes
constexpr int gzipOnly = 16;                   // zlib's word for its header, added to the window

class Inflation
{
public:
    explicit Inflation(const QByteArray &bytes)
    {
        // zlib does not write there; its interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        m_stream.avail_in = uInt(bytes.size());
        m_isReady = inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~Inflation() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflation)

    // Appends the next piece; false at the end, be it a good or a bad one.
    bool next(QByteArray &out)
    {
        const qsizetype before = out.size();
        out.resize(before + step);
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
        m_stream.avail_out = uInt(step);
        const int state = m_isReady ? inflate(&m_stream, Z_NO_FLUSH) : Z_STREAM_ERROR;
        out.resize(before + step - qsizetype(m_stream.avail_out));
        if (state == Z_STREAM_END)
            return m_stream.avail_in > 0 && inflateReset(&m_stream) == Z_OK;
        return state == Z_OK;
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

} // namespace

bool isGzip(const QByteArray &bytes)
{
    return bytes.startsWith("\x1F\x8B\x08");
}

Result<QByteArray> gunzipped(const QByteArray &bytes, const QString &path)
{
    QByteArray out;
    Inflation inflation(bytes);
    while (inflation.next(out)) {
        if (out.size() > largest)
            return Error{Error::Kind::TooLarge, path, {}};
    }
    if (out.isEmpty())
        return Error{Error::Kind::Malformed, path, u"it is pressed, and cannot be unpressed"_s};
    return out;
}

Result<SourceFile> unpressed(const SourceFile &file)
{
    if (!isGzip(file.bytes))
        return file;
    const Result<QByteArray> bytes = gunzipped(file.bytes, file.path);
    if (!bytes.has_value())
        return bytes.error();
    return SourceFile{file.path, bytes.value()};
}
