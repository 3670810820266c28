#include "tests/house/includes.h"

#include <QDir>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QStringList screenless{u"app/base"_s,   u"app/article"_s, u"app/html"_s,    u"app/formats"_s,
                             u"app/render"_s, u"app/search"_s,  u"app/library"_s, u"app/related"_s};

// Who may include whom: DESIGN's list of arrows. A room may always include itself.
const QHash<QString, QStringList> &arrows()
{
    static const QStringList vocabulary{u"app/base"_s, u"app/article"_s, u"app/html"_s};
    static const QStringList library{u"app/base"_s, u"app/article"_s, u"app/formats"_s,
                                     u"app/search"_s};
    static const QStringList pane = screenless
        + QStringList{u"app/session"_s, u"ui/support"_s, u"ui/problems"_s};
    static const QHash<QString, QStringList> table{
        {u"app/base"_s, {}},
        {u"app/article"_s, {u"app/base"_s}},
        {u"app/html"_s, {u"app/base"_s, u"app/article"_s}},
        {u"app/formats"_s, vocabulary},
        {u"app/render"_s, vocabulary},
        {u"app/search"_s, vocabulary},
        {u"app/library"_s, library},
        {u"app/related"_s, {u"app/base"_s, u"app/article"_s, u"app/search"_s, u"app/library"_s}},
        {u"app/session"_s, screenless},
        {u"app/cli"_s, screenless + QStringList{u"app/session"_s}},
        {u"ui/support"_s, {u"app/base"_s}},
        {u"ui/problems"_s, {u"app/base"_s}},
        {u"ui/preferences"_s, {u"app/base"_s}},
        {u"ui/handover"_s, {u"app/base"_s}},
        {u"ui/portals"_s, {u"app/base"_s}},
        {u"ui/recovery"_s, {u"app/base"_s}},
        {u"ui/articlelist"_s, pane},
        {u"ui/shelf"_s, pane},
        {u"ui/reading"_s, pane},
        {u"ui/related"_s, pane},
        {u"ui/searchbar"_s, pane},
        {u"ui/printing"_s, pane + QStringList{u"ui/portals"_s}},
        {u"ui/mainwindow"_s,
         pane
             + QStringList{u"ui/portals"_s, u"ui/preferences"_s, u"ui/articlelist"_s, u"ui/shelf"_s,
                           u"ui/reading"_s, u"ui/related"_s, u"ui/searchbar"_s, u"ui/printing"_s}},
        {u"ui/diagnosis"_s, {u"app/base"_s, u"app/library"_s, u"ui/reading"_s}},
        {u"ui/main.cpp"_s,
         {u"ui/diagnosis"_s, u"ui/handover"_s, u"ui/recovery"_s, u"ui/mainwindow"_s,
          u"ui/reading"_s, u"ui/printing"_s, u"app/library"_s, u"app/session"_s}},
    };
    return table;
}

// The rooms that own a library, and the only ones that may include its headers.
struct Owner
{
    const char16_t *header; // regular expression over the header, or over "Module/header" of Qt
    const char16_t *rooms;  // regular expression over the room
};
constexpr Owner owners[] = {
    {u"^gumbo\\.h", u"^app/html$"},
    {u"^unicode/", u"^app/html$"},
    {u"^uchardet", u"^app/html$"},
    {u"^gmime/", u"^app/formats$"},
    {u"^zlib\\.h", u"^app/formats$"},
    {u"^zip\\.h", u"^app/formats$"},
    {u"^xapian", u"^app/search$"},
    {u"^zstd", u"^app/search$"},
    {u"^xxhash\\.h", u"^app/search$"},
    {u"^cld2/", u"^app/search$"},
    {u"^sqlite3\\.h", u"^app/library$"},
    {u"^QtSql/", u"^app/library$"},
    {u"^QtConcurrent/", u"^app/session$"},
    {u"^qpdf/", u"^ui/printing$"},
    {u"^QtPrintSupport/", u"^ui/printing$"},
    {u"^QtPdf", u"^ui/printing$"},
    {u"^QtWeb", u"^ui/reading$"},
    {u"^QtNetwork/", u"^ui/handover$"},
    {u"^QtSvg", u"^ui/"},
    {u"^QtGui/", u"^ui/"},
    {u"^QtWidgets/", u"^ui/"},
};

QString ruleAgainst(const QString &room, const QString &header)
{
    const QString module = house::qtModuleOf(header);
    const QString full = module.isEmpty() || header.startsWith(module + u'/')
        ? header
        : module + u'/' + header;
    for (const Owner &owner : owners) {
        if (full.contains(QRegularExpression(QString::fromUtf16(owner.header)))
            && !room.contains(QRegularExpression(QString::fromUtf16(owner.rooms))))
            return u"<%1> belongs to another room"_s.arg(header);
    }
    return {};
}

QString ruleAgainstOurOwn(const QString &room, const QString &header)
{
    static const QRegularExpression fromTheRoot(u"^(app|ui|tests)/"_s);
    if (header.endsWith(u".moc") || header.endsWith(u".h.in"))
        return {};
    if (!header.contains(fromTheRoot))
        return u"\"%1\" is not written from the repository's root"_s.arg(header);
    if (room.startsWith(u"tests"))
        return {};
    const QString other = house::roomOf(header);
    if (other == room || arrows().value(room).contains(other))
        return {};
    return u"%1 may not know %2"_s.arg(room, other);
}

} // namespace

QString house::roomOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

QString house::qtModuleOf(const QString &header)
{
    static const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    static const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    if (QString named = header.section(u'/', 0, 0); modules.contains(named))
        return named;
    const auto module = std::ranges::find_if(modules, [&](const QString &candidate) {
        return headers.exists(candidate + u'/' + header);
    });
    return module == modules.end() ? QString() : *module;
}

QList<house::Alarm> house::includeAlarms(const Source &source)
{
    static const QRegularExpression line(uR"(^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+))"_s,
                                         QRegularExpression::MultilineOption);
    const QString text = withoutComments(source.text, Literals::Kept);
    QList<Alarm> alarms;
    for (const auto &match : line.globalMatch(text)) {
        const QString room = roomOf(source.path);
        const QString header = match.captured(2);
        QString what;
        if (match.captured(1) == u"\"")
            what = ruleAgainstOurOwn(room, header);
        else if (!room.startsWith(u"tests"))
            what = ruleAgainst(room, header);
        if (!what.isEmpty())
            alarms.append({source.path, lineOf(text, match.capturedStart(2)), what});
    }
    return alarms;
}

// A header that its own .cpp includes before anything else is known to compile alone.
QList<house::Alarm> house::ownHeaderAlarms(const Source &source, bool hasHeader)
{
    static const QRegularExpression first(uR"(^[ \t]*#[ \t]*include[ \t]*["<]([^">\n]+))"_s,
                                          QRegularExpression::MultilineOption);
    if (!source.path.endsWith(u".cpp") || !hasHeader)
        return {};
    const QString own = source.path.chopped(4) + u".h"_s;
    const QString text = withoutComments(source.text, Literals::Kept);
    const auto match = first.match(text);
    if (match.captured(1) == own)
        return {};
    return {{source.path, lineOf(text, match.capturedStart(1)), u"its own header comes first"_s}};
}

int house::lineOf(const QString &text, qsizetype at)
{
    return int(QStringView(text).left(at).count(u'\n')) + 1;
}
