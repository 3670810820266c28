#pragma once
// Stories to print, and what stands where on the sheets that came of them. Tests only.

#include "tests/ui/printing/pdftools.h"

#include <QDir>
#include <QImage>
#include <QPageLayout>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace sheettools {

using namespace Qt::StringLiterals;

// In points; a line is what the header takes of the text's room, and the footer.
inline constexpr qreal margin = 20 * 72 / 25.4;
inline constexpr qreal line = 9 * 72 / 25.4;

inline QPageLayout paper(QPageSize::PageSizeId size = QPageSize::A4)
{
    return QPageLayout(QPageSize(size), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20),
                       QPageLayout::Millimeter);
}

// Paragraph 12 is "Begin-12 … End-12".
inline QString paragraph(int number, int words = 60)
{
    return u"<p>Begin-%1 %2 End-%1</p>\n"_s.arg(number).arg(u"harbour "_s.repeated(words));
}

inline Article story(int paragraphs)
{
    Article article = pdftools::articleCalled(u"Ferry to return in June"_s);
    article.publisher = u"The Northern Courier"_s;
    article.datePublished = *dateFromIso(u"2024-03-30");
    article.bodyHtml.clear();
    for (int i = 1; i <= paragraphs; ++i)
        article.bodyHtml += paragraph(i);
    return article;
}

inline ArticleImage pictureOf(QSize size, QColor colour = QColor(200, 0, 0))
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    ArticleImage picture;
    QBuffer bytes(&picture.bytes);
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "PNG");
    return picture;
}

struct Word
{
    QRectF box;
    QString text;
};

// The words of each page and where they stand, in points from the top left corner.
inline QList<QList<Word>> wordsOf(const QByteArray &pdf)
{
    static const QRegularExpression word(u"<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" "
                                         "xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">([^<]*)"_s);
    QList<QList<Word>> pages;
    const QString boxes = pdftools::answerOf(u"pdftotext"_s, {u"-bbox"_s, u"@"_s, u"-"_s}, pdf);
    for (const QString &page : boxes.split(u"<page "_s).sliced(1)) {
        pages += QList<Word>();
        for (auto matches = word.globalMatch(page); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            const QPointF topLeft(match.captured(1).toDouble(), match.captured(2).toDouble());
            const QPointF bottomRight(match.captured(3).toDouble(), match.captured(4).toDouble());
            pages.last() += {QRectF(topLeft, bottomRight), match.captured(5)};
        }
    }
    return pages;
}

// The words between header and footer.
inline QStringList storyWords(const QList<Word> &page, qreal pageHeight = 842)
{
    QStringList words;
    for (const Word &word : page) {
        if (word.box.top() > margin + line - 6
            && word.box.bottom() < pageHeight - margin - line + 6)
            words += word.text;
    }
    return words;
}

// One dot a point, as poppler draws it: not the code that made the pages.
inline QList<QImage> sheetsOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    pdftools::answerOf(u"pdftoppm"_s,
                       {u"-r"_s, u"72"_s, u"-png"_s, u"@"_s, folder.filePath(u"sheet"_s)}, pdf);
    QList<QImage> sheets; // their names sort as they are numbered
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files, QDir::Name))
        sheets += QImage(folder.filePath(name)).convertToFormat(QImage::Format_RGB32);
    return sheets;
}

// The box of everything on the sheet that is not white.
inline QRect inkOf(const QImage &sheet)
{
    QRect ink;
    for (int y = 0; y < sheet.height(); ++y) {
        for (int x = 0; x < sheet.width(); ++x) {
            if (qGray(sheet.pixel(x, y)) < 250)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

// The box of everything on the sheet that has that colour.
inline QRect boxOf(const QImage &sheet, QColor colour)
{
    QRect box;
    for (int y = 0; y < sheet.height(); ++y) {
        for (int x = 0; x < sheet.width(); ++x) {
            if (sheet.pixelColor(x, y) == colour)
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

} // namespace sheettools
