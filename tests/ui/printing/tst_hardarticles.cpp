// Articles that are hard to print, each held against what its pages looked like when somebody
// looked at them: tests/data/paper/hardarticles.txt. Where the look is meant to change, run this
// program with BROADSHEET_PAPER=FOLDER, look at the PDFs that it leaves there, and put the
// hardarticles.txt beside them in that one's place.
#include "tests/ui/printing/hardarticles.h"
#include "tests/ui/printing/printworks.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheettools;

namespace {

constexpr int acrossIt = 16; // cells of a page
constexpr int downIt = 24;
constexpr int mostUnlike = 8; // cells: less than a line of text that has come or gone

// How dark each cell of the page is: 0 for white paper to f for black.
QString lookOf(const QImage &sheet)
{
    const QImage cells = sheet.scaled(acrossIt * 8, downIt * 8, Qt::IgnoreAspectRatio,
                                      Qt::SmoothTransformation);
    QString look;
    for (int row = 0; row < downIt; ++row) {
        for (int column = 0; column < acrossIt; ++column) {
            int dark = 0;
            for (int y = 0; y < 8; ++y) {
                for (int x = 0; x < 8; ++x)
                    dark += 255 - qGray(cells.pixel(column * 8 + x, row * 8 + y));
            }
            // Letters on paper are a third black at most, so their shades are told apart.
            look += QString::number(std::min(15, dark / 64 * 3 / 16), 16);
        }
    }
    return look;
}

int unlikeCells(const QString &one, const QString &other)
{
    if (one.size() != other.size())
        return int(std::max(one.size(), other.size()));
    int unlike = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        const int difference = one.mid(i, 1).toInt(nullptr, 16)
            - other.mid(i, 1).toInt(nullptr, 16);
        unlike += qAbs(difference) > 1;
    }
    return unlike;
}

// Its name, how many pages, and what the first two and the last look like.
QStringList looksOf(const QString &name, const QList<QImage> &sheets)
{
    QStringList looks{name, QString::number(sheets.size())};
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        if (i < 2 || i == sheets.size() - 1)
            looks += lookOf(sheets.at(i));
    }
    return looks;
}

QHash<QString, QStringList> knownLooks()
{
    QHash<QString, QStringList> known;
    const QByteArray text = pdftools::contentOf(u"" TEST_DATA "/paper/hardarticles.txt"_s);
    for (const QString &line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            known.insert(line.section(u' ', 0, 0), line.split(u' '));
    }
    return known;
}

} // namespace

class tst_HardArticles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areAtLeastForty();
    void lookAsTheyDid_data();
    void lookAsTheyDid();
    void stayWithinTheirMargins_data() { lookAsTheyDid_data(); }
    void stayWithinTheirMargins();

private:
    QByteArray pdfOf(const HardArticle &hard);
    void keep(const QStringList &looks, const QByteArray &pdf) const;

    const QList<HardArticle> m_articles = hardArticles();
    const QHash<QString, QStringList> m_known = knownLooks();
    QHash<QString, QByteArray> m_pdfs; // made so far
    Printworks m_works;
};

void tst_HardArticles::initTestCase()
{
    QVERIFY(m_works.start());
}

QByteArray tst_HardArticles::pdfOf(const HardArticle &hard)
{
    QByteArray &pdf = m_pdfs[hard.name];
    if (pdf.isEmpty())
        pdf = m_works.pdfOf(hard.matter, hard.settings);
    return pdf;
}

void tst_HardArticles::keep(const QStringList &looks, const QByteArray &pdf) const
{
    const QDir folder(qEnvironmentVariable("BROADSHEET_PAPER"));
    QFile file(folder.filePath(looks.first() + u".pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
    QFile all(folder.filePath(u"hardarticles.txt"_s));
    QVERIFY(all.open(QIODevice::Append) && all.write(looks.join(u' ').toUtf8() + '\n') > 0);
}

void tst_HardArticles::areAtLeastForty()
{
    QVERIFY(m_articles.size() >= 40);
    QSet<QString> names;
    for (const HardArticle &hard : m_articles)
        names.insert(hard.name);
    QCOMPARE(names.size(), m_articles.size());
    if (qEnvironmentVariableIsEmpty("BROADSHEET_PAPER"))
        QCOMPARE(QSet<QString>(m_known.keyBegin(), m_known.keyEnd()), names);
}

void tst_HardArticles::lookAsTheyDid_data()
{
    QTest::addColumn<int>("number");

    for (int i = 0; i < int(m_articles.size()); ++i)
        QTest::newRow(qPrintable(m_articles.at(i).name)) << i;
}

void tst_HardArticles::lookAsTheyDid()
{
    QFETCH(int, number);
    const HardArticle &hard = m_articles.at(number);

    const QByteArray pdf = pdfOf(hard);

    const QStringList looks = looksOf(hard.name, sheetsOf(pdf));
    if (!qEnvironmentVariableIsEmpty("BROADSHEET_PAPER"))
        return keep(looks, pdf);
    const QStringList known = m_known.value(hard.name);
    QCOMPARE(looks.value(1), known.value(1)); // pages
    for (qsizetype i = 2; i < known.size(); ++i) {
        const int unlike = unlikeCells(looks.value(i), known[i]);
        QVERIFY2(
            unlike <= mostUnlike,
            qPrintable(u"picture %1: %2 cells are other than they were"_s.arg(i - 1).arg(unlike)));
    }
}

void tst_HardArticles::stayWithinTheirMargins()
{
    QFETCH(int, number);
    const QRect within = QRect(QPoint(), QPageSize::sizePoints(QPageSize::A4))
                             .adjusted(int(margin), int(margin), -int(margin), -int(margin));

    const QList<QImage> sheets = sheetsOf(pdfOf(m_articles.at(number)));

    QVERIFY(!sheets.isEmpty());
    for (const QImage &sheet : sheets) {
        const QRect ink = inkOf(sheet);
        QVERIFY2(within.adjusted(-1, -1, 1, 1).contains(ink),
                 qPrintable(u"%1 %2 %3 %4"_s.arg(ink.left())
                                .arg(ink.top())
                                .arg(ink.right())
                                .arg(ink.bottom())));
    }
}

ENGINE_TEST_MAIN(tst_HardArticles)
#include "tst_hardarticles.moc"
