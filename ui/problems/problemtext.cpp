#include "ui/problems/problemtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Problems
{
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

// Names come from the disk: one line, no control characters, and short enough for a sentence.
QString fileName(const QString &path)
{
    constexpr qsizetype longest = 80;
    QString name = path.endsWith(u'/') ? path.chopped(1) : path;
    name = name.section(u'/', -1).simplified();
    name.removeIf([](QChar letter) { return !letter.isPrint() && !letter.isSurrogate(); });
    return name.size() > longest ? name.left(longest / 2) + u'…' + name.right(longest / 2) : name;
}

QString fileSentence(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
        return Problems::tr("“%1” is not there: it was moved or deleted, or it is a link that "
                            "leads nowhere.");
    case Error::Kind::Unreadable:
        return Problems::tr("“%1” cannot be read");
    case Error::Kind::NotAFile:
        return Problems::tr("“%1” is not a file that can be read: it is a folder, a pipe or a "
                            "device.");
    case Error::Kind::Empty:
        return Problems::tr("“%1” is empty.");
    case Error::Kind::TooLarge:
        return Problems::tr("“%1” is too large: a file may hold up to 64 MB.");
    case Error::Kind::Binary:
        return Problems::tr("“%1” is not a text: it holds something other than words.");
    case Error::Kind::Unsupported:
        return Problems::tr("“%1” is in a format that Broadsheet does not know.");
    case Error::Kind::Malformed:
        return Problems::tr("“%1” is damaged, and no article can be made out in it.");
    default:
        return {};
    }
}

QString otherSentence(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Damaged:
        return Problems::tr("Broadsheet’s own record of this folder is damaged.");
    case Error::Kind::CatalogueSetAside:
        return Problems::tr("Broadsheet’s list of your articles was damaged. It has been set "
                            "aside, and is made again from your files.");
    case Error::Kind::IndexSetAside:
        return Problems::tr("A part of Broadsheet’s index of words was damaged. It has been set "
                            "aside, and is made again from your files.");
    case Error::Kind::StateSetAside:
        return Problems::tr("Broadsheet’s record of what you have read, starred and noted was "
                            "damaged. It has been set aside, and the copy made last takes its "
                            "place.");
    case Error::Kind::DiskFull:
        return Problems::tr("There is no room left on the disk.");
    case Error::Kind::NoPrinter:
        return error.subject.isEmpty()
            ? Problems::tr("There is no default printer: name one.")
            : Problems::tr("There is no printer called “%1”.").arg(error.subject.simplified());
    case Error::Kind::Cancelled:
        return Problems::tr("Stopped, as you asked.");
    default:
        return error.detail.isEmpty() ? Problems::tr("Something went wrong.")
                                      : Problems::tr("Something went wrong: %1.").arg(error.detail);
    }
}

} // namespace

QString problemText(const Error &error)
{
    const QString sentence = fileSentence(error.kind);
    if (sentence.isEmpty())
        return otherSentence(error);
    const QString name = fileName(error.subject);
    const QString named = name.isEmpty() ? Problems::tr("a file without a name") : name;
    if (error.kind != Error::Kind::Unreadable)
        return sentence.arg(named);
    // The system's own reason says more than we could: "Permission denied".
    return error.detail.isEmpty() ? sentence.arg(named) + u'.'
                                  : Problems::tr("%1: %2.").arg(sentence.arg(named), error.detail);
}

QString problemSummary(const QList<Error> &errors)
{
    if (errors.isEmpty())
        return {};
    if (errors.size() == 1)
        return problemText(errors.first());
    const bool isOfReading = std::ranges::none_of(
        errors, [](const Error &error) { return error.kind == Error::Kind::Failed; });
    if (!isOfReading)
        return Problems::tr("%n files were left as they are.", nullptr, int(errors.size()));
    return Problems::tr("%n files could not be read.", nullptr, int(errors.size()));
}
