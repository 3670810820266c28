#include "ui/printing/bookbinder.h"

// libqpdf 11 asks which of its shared pointers is meant: the standard one.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QTimeZone>

#include <exception>
#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QPDF> opened(const QByteArray &pdf)
{
    auto document = std::make_unique<QPDF>();
    document->setSuppressWarnings(true);
    document->processMemoryFile("pages", pdf.constData(), size_t(pdf.size()));
    return document;
}

Error damaged(const std::exception &problem)
{
    return {Error::Kind::Failed, QString(), QString::fromLocal8Bit(problem.what())};
}

QPDFObjectHandle text(const QString &string)
{
    return QPDFObjectHandle::newUnicodeString(string.toStdString());
}

// D:YYYYMMDDHHmmSS+HH'mm' (ISO 32000-1, 7.9.4)
QPDFObjectHandle date(const QDateTime &moment)
{
    const QDateTime universal = moment.toUTC();
    return QPDFObjectHandle::newString(
        universal.toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString());
}

// The page's own content is fenced by q and Q, so that nothing it set is left for what comes over
// it; and what comes over it is marked as furniture, which a screen reader passes by
// (ISO 32000-1, 14.8.2.2).
void layOver(QPDF &book, QPDFPageObjectHelper page, QPDFPageObjectHelper sheet, int number)
{
    const std::string name = "/Running" + std::to_string(number);
    QPDFObjectHandle form = book.copyForeignObject(sheet.getFormXObjectForPage());
    QPDFObjectHandle resources = page.getAttribute("/Resources", true);
    resources.mergeResources("<< /XObject << >> >>"_qpdf);
    resources.getKey("/XObject").replaceKey(name, form);
    const std::string content = page.placeFormXObject(form, name,
                                                      page.getTrimBox().getArrayAsRectangle());
    page.addPageContents(book.newStream("q\n"), true);
    page.addPageContents(
        book.newStream("\nQ\n/Artifact << /Type /Pagination >> BDC\n" + content + "\nEMC\n"),
        false);
}

void describe(QPDF &book, const DocumentInfo &info)
{
    QPDFObjectHandle about = QPDFObjectHandle::newDictionary();
    const auto say = [&about](const char *key, const QString &value) {
        if (!value.simplified().isEmpty())
            about.replaceKey(key, text(value.simplified()));
    };
    say("/Title", info.title);
    say("/Author", info.author);
    say("/Subject", info.subject);
    say("/Keywords", info.keywords.join(u", "_s));
    say("/Creator", u"Broadsheet "_s + QStringLiteral(BROADSHEET_VERSION));
    say("/Producer", u"Broadsheet "_s + QStringLiteral(BROADSHEET_VERSION));
    about.replaceKey("/CreationDate", date(info.created));
    book.getTrailer().replaceKey("/Info", book.makeIndirectObject(about));

    QPDFObjectHandle root = book.getRoot();
    if (!info.language.isEmpty())
        root.replaceKey("/Lang", text(info.language));
    root.replaceKey("/ViewerPreferences", "<< /DisplayDocTitle true >>"_qpdf);
}

// A flat outline (ISO 32000-1, 12.3.3).
void addOutline(QPDF &book, const QList<OutlineEntry> &outline)
{
    const std::vector<QPDFObjectHandle> &pages = book.getAllPages();
    QPDFObjectHandle list = book.makeIndirectObject("<< /Type /Outlines >>"_qpdf);
    QPDFObjectHandle previous;
    long long count = 0;
    for (const OutlineEntry &wanted : outline) {
        QPDFObjectHandle entry = book.makeIndirectObject(QPDFObjectHandle::newDictionary());
        QPDFObjectHandle page = pages.at(size_t(wanted.page)); // throws where there is none
        entry.replaceKey("/Title", text(wanted.title.simplified()));
        entry.replaceKey("/Parent", list);
        entry.replaceKey("/Dest",
                         QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/Fit")}));
        if (count++ == 0) {
            list.replaceKey("/First", entry);
        } else {
            entry.replaceKey("/Prev", previous);
            previous.replaceKey("/Next", entry);
        }
        previous = entry;
    }
    list.replaceKey("/Last", previous);
    list.replaceKey("/Count", QPDFObjectHandle::newInteger(count));
    book.getRoot().replaceKey("/Outlines", list);
}

// It would lead to pages that are gone. What is left is a few pages of something known.
void removeOutline(QPDF &book)
{
    book.getRoot().removeKey("/Outlines");
}

QByteArray written(QPDF &book)
{
    QPDFWriter writer(book);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.write();
    const std::unique_ptr<Buffer> bytes(writer.getBuffer());
    return QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()),
                      qsizetype(bytes->getSize()));
}

QByteArray bound(const QList<QByteArray> &chapters, const QList<OutlineEntry> &outline,
                 const QByteArray &overlay, const DocumentInfo &info)
{
    const std::unique_ptr<QPDF> book = opened(chapters.first());
    std::vector<std::unique_ptr<QPDF>> others; // what was copied is read when the book is written
    for (qsizetype i = 1; i < chapters.size(); ++i) {
        others.push_back(opened(chapters[i]));
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(*others.back()).getAllPages())
            QPDFPageDocumentHelper(*book).addPage(page, false);
    }

    const std::unique_ptr<QPDF> sheets = opened(overlay);
    std::vector<QPDFPageObjectHelper> over = QPDFPageDocumentHelper(*sheets).getAllPages();
    std::vector<QPDFPageObjectHelper> under = QPDFPageDocumentHelper(*book).getAllPages();
    for (size_t i = 0; i < under.size() && i < over.size(); ++i)
        layOver(*book, under[i], over[i], int(i + 1));

    describe(*book, info);
    if (outline.size() > 1)
        addOutline(*book, outline);
    return written(*book);
}

} // namespace

Result<int> pageCount(const QByteArray &pdf)
{
    try {
        return int(opened(pdf)->getAllPages().size());
    } catch (const std::exception &problem) {
        return damaged(problem);
    }
}

Result<QHash<QString, int>> namedPages(const QByteArray &pdf)
{
    try {
        const std::unique_ptr<QPDF> book = opened(pdf);
        std::map<QPDFObjGen, int> numbers;
        for (const QPDFObjectHandle &page : book->getAllPages())
            numbers.emplace(page.getObjGen(), int(numbers.size()));
        QHash<QString, int> named;
        QPDFObjectHandle destinations = book->getRoot().getKey("/Dests");
        if (!destinations.isDictionary())
            return named;
        for (auto &[name, place] : destinations.getDictAsMap()) {
            const auto page = place.isArray() && place.getArrayNItems() > 0
                ? numbers.find(place.getArrayItem(0).getObjGen())
                : numbers.end();
            if (page != numbers.end())
                named.insert(QString::fromStdString(name.substr(1)), page->second);
        }
        return named;
    } catch (const std::exception &problem) {
        return damaged(problem);
    }
}

Result<QByteArray> pagesOf(const QByteArray &pdf, const QPageRanges &pages)
{
    try {
        const std::unique_ptr<QPDF> book = opened(pdf);
        QPDFPageDocumentHelper leaves(*book);
        int number = 0;
        for (QPDFPageObjectHelper &page : leaves.getAllPages()) {
            if (!pages.contains(++number))
                leaves.removePage(page);
        }
        if (leaves.getAllPages().empty())
            return Error{Error::Kind::Failed, QString(), u"none of the pages asked for exists"_s};
        removeOutline(*book);
        return written(*book);
    } catch (const std::exception &problem) {
        return damaged(problem);
    }
}

Result<QByteArray> boundPdf(const QList<QByteArray> &chapters, const QList<OutlineEntry> &outline,
                            const QByteArray &overlay, const DocumentInfo &info)
{
    Q_ASSERT(!chapters.isEmpty());
    try {
        return bound(chapters, outline, overlay, info);
    } catch (const std::exception &problem) {
        return damaged(problem);
    }
}
