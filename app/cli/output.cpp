#include "app/cli/output.h"

#include "app/base/sourcefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

QByteArray wordsFor(const QByteArray &name, const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return QByteArrayLiteral("there is no such file");
    case Error::Kind::Unreadable:
        return QByteArrayLiteral("this file cannot be read: ") + error.detail.toUtf8();
    case Error::Kind::NotAFile:
        return QFileInfo(QFile::decodeName(name)).isDir()
            ? QByteArrayLiteral("this is a folder, not a file")
            : QByteArrayLiteral("this is no regular file");
    case Error::Kind::Empty:
        return QByteArrayLiteral("this file is empty");
    case Error::Kind::TooLarge:
        return QByteArrayLiteral("this file is larger than ")
            + QByteArray::number(maximumFileSize / 1024 / 1024) + QByteArrayLiteral(" MB");
    case Error::Kind::Binary:
        return QByteArrayLiteral("this file is not text");
    case Error::Kind::Unsupported:
        return QByteArrayLiteral("no format that is known here fits this file");
    case Error::Kind::Malformed:
        return QByteArrayLiteral("this file is broken: ") + error.detail.toUtf8();
    case Error::Kind::CatalogueSetAside:
    case Error::Kind::IndexSetAside:
        return QByteArrayLiteral("it was damaged, is set aside, and is made again from the "
                                 "articles");
    case Error::Kind::StateSetAside:
        return QByteArrayLiteral("it was damaged and is set aside; the copy made last takes its "
                                 "place");
    case Error::Kind::DiskFull:
        return QByteArrayLiteral("the disk is full");
    case Error::Kind::Damaged:
    case Error::Kind::NoPrinter:
    case Error::Kind::Cancelled:
    case Error::Kind::Failed:
        break;
    }
    return error.detail.isEmpty() ? QByteArrayLiteral("this did not work") : error.detail.toUtf8();
}

bool sayWhyNot()
{
    std::fprintf(stderr, "broadsheet-cli: standard output: %s\n", std::strerror(errno));
    return false;
}

} // namespace

bool print(const QByteArray &text)
{
    if (std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size()))
        return true;
    return sayWhyNot();
}

bool finishPrinting()
{
    return std::fflush(stdout) == 0 || sayWhyNot();
}

void printProblem(const QByteArray &name, const Error &error)
{
    QByteArray line = QByteArrayLiteral("broadsheet-cli: ") + name + QByteArrayLiteral(": ")
        + wordsFor(name, error);
    for (char &character : line) {
        const auto code = static_cast<unsigned char>(character);
        if (code < 0x20 || code == 0x7f)
            character = '?';
    }
    std::fprintf(stderr, "%s\n", line.constData());
}
