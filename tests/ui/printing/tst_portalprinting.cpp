#include "ui/printing/portalprinting.h"

#include "tests/support/fakeportal.h"
#include "tests/ui/printing/pdftools.h"
#include "ui/printing/articleprinter.h"

#include <QSignalSpy>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

const QPageLayout a4(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(25, 25, 25, 25),
                     QPageLayout::Millimeter);

QVariantMap chosen(const QVariantMap &settings, const QVariantMap &pageSetup)
{
    return {{u"settings"_s, settings}, {u"page-setup"_s, pageSetup}, {u"token"_s, 42u}};
}

} // namespace

class tst_PortalPrinting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void printsOnThePaperThatWasChosen();
    void printsOnlyThePagesThatWereChosen();
    void doesNothingWhenTheDialogIsClosed();
    void saysWhenThePagesAreNotTaken();
    void asksInAnotherWayWhereThereIsNoPortal();
    void tellsThePortalItsPaper();
    void readsThePortalsPaper_data();
    void readsThePortalsPaper();
    void readsThePortalsPages_data();
    void readsThePortalsPages();

private:
    void ask()
    {
        askPortalAndPrint(*m_printer, {pdftools::articleCalled(u"Ferry to return"_s)}, a4,
                          u"Ferry to return"_s, *m_desk->bus.asking, m_window.get(),
                          [this] { ++m_askedOtherwise; });
    }

    std::unique_ptr<PortalDesk> m_desk;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<pdftools::TestPress> m_press;
    std::unique_ptr<ArticlePrinter> m_printer;
    int m_askedOtherwise = 0;
};

void tst_PortalPrinting::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_unique<PortalDesk>();
    if (!m_desk->open())
        QSKIP("there is no dbus-daemon here to try it with");
    m_window = std::make_unique<QWidget>();
    m_press = std::make_unique<pdftools::TestPress>();
    m_printer = std::make_unique<ArticlePrinter>(*m_press);
    m_askedOtherwise = 0;
}

void tst_PortalPrinting::cleanup()
{
    m_printer.reset();
    m_window.reset();
    m_desk.reset();
}

void tst_PortalPrinting::printsOnThePaperThatWasChosen()
{
    m_desk->portal.answers = {{u"PreparePrint"_s,
                               {0,
                                chosen({{u"printer"_s, u"Office"_s}},
                                       {{u"Name"_s, u"iso_a5"_s},
                                        {u"Width"_s, 148.0},
                                        {u"Height"_s, 210.0},
                                        {u"MarginTop"_s, 3.0},
                                        {u"Orientation"_s, u"landscape"_s}})}},
                              {u"Print"_s, {0, {}}}};
    QSignalSpy printed(m_printer.get(), &ArticlePrinter::printed);

    ask();

    QVERIFY(printed.wait(20000));
    QCOMPARE(printed.first().at(1).toString(), u"Office"_s);
    QCOMPARE(m_desk->portal.calls.size(), 2);
    QCOMPARE(m_desk->portal.calls.first().arguments.value(1).toString(), u"Ferry to return"_s);
    const FakePortal::Call print = m_desk->portal.calls.last();
    QCOMPARE(print.options.value(u"token"_s).toUInt(), 42u);
    QCOMPARE(print.arguments.value(1).toString(), u"Ferry to return"_s);
    QVERIFY2(print.text.startsWith("%PDF-"), print.text.left(20).constData());
    QCOMPARE(pdftools::infoOf(print.text, u"Pages"_s), u"2"_s);
    QVERIFY2(pdftools::infoOf(print.text, u"Page size"_s).startsWith(u"595 x 420 pts"_s),
             qPrintable(pdftools::infoOf(print.text, u"Page size"_s)));
    QVERIFY(!m_printer->isBusy());
}

void tst_PortalPrinting::printsOnlyThePagesThatWereChosen()
{
    m_press->pagesAJob = 4;
    m_desk->portal.answers = {
        {u"PreparePrint"_s,
         {0, chosen({{u"print-pages"_s, u"ranges"_s}, {u"page-ranges"_s, u"1,3"_s}}, {})}},
        {u"Print"_s, {0, {}}}};
    QSignalSpy printed(m_printer.get(), &ArticlePrinter::printed);

    ask();

    QVERIFY(printed.wait(20000));
    const QStringList pages = pdftools::pagesOf(m_desk->portal.calls.last().text);
    QCOMPARE(pages.size(), 2);
    QVERIFY(pages.first().contains(u"leaf 2"_s));
    QVERIFY(pages.last().contains(u"leaf 4"_s));
}

void tst_PortalPrinting::doesNothingWhenTheDialogIsClosed()
{
    for (const uint response : {1u, 2u}) {
        m_desk->portal.answers = {{u"PreparePrint"_s, {response, {}}}};

        ask();

        QTRY_VERIFY(m_window->children().isEmpty()); // the question is answered
    }
    QCOMPARE(m_desk->portal.calls.size(), 2);
    QCOMPARE(m_press->jobs, 0);
    QCOMPARE(m_askedOtherwise, 0);
}

void tst_PortalPrinting::saysWhenThePagesAreNotTaken()
{
    m_desk->portal.answers = {{u"PreparePrint"_s, {0, chosen({}, {})}}, {u"Print"_s, {2, {}}}};
    QSignalSpy failed(m_printer.get(), &ArticlePrinter::failed);

    ask();

    QVERIFY(failed.wait(20000));
    const auto error = failed.first().at(1).value<Error>();
    QCOMPARE(error.kind, Error::Kind::Failed);
    QVERIFY(!error.detail.isEmpty());
    QVERIFY(!m_printer->isBusy());
}

void tst_PortalPrinting::asksInAnotherWayWhereThereIsNoPortal()
{
    m_desk->portal.isRefusing = true;

    ask();

    QTRY_COMPARE(m_askedOtherwise, 1);
    QCOMPARE(m_press->jobs, 0);
}

void tst_PortalPrinting::tellsThePortalItsPaper()
{
    QPageLayout paper = a4;
    paper.setOrientation(QPageLayout::Landscape);

    const QVariantMap setup = pageSetupOf(paper);

    QCOMPARE(setup.value(u"Name"_s).toString(), u"iso_a4"_s);
    QCOMPARE(setup.value(u"Width"_s).toDouble(), 210.0);
    QCOMPARE(setup.value(u"Height"_s).toDouble(), 297.0);
    QCOMPARE(setup.value(u"MarginLeft"_s).toDouble(), 25.0);
    QCOMPARE(setup.value(u"Orientation"_s).toString(), u"landscape"_s);
    QCOMPARE(layoutOf(setup, a4).orientation(), QPageLayout::Landscape);
}

void tst_PortalPrinting::readsThePortalsPaper_data()
{
    QTest::addColumn<QVariantMap>("setup");
    QTest::addColumn<QPageSize::PageSizeId>("sheet");
    QTest::addColumn<QPageLayout::Orientation>("orientation");

    const QVariantMap letter{{u"Width"_s, 215.9}, {u"Height"_s, 279.4}};
    QVariantMap across = letter;
    across.insert(u"Orientation"_s, u"reverse_landscape"_s);
    QTest::newRow("nothing said") << QVariantMap() << QPageSize::A4 << QPageLayout::Portrait;
    QTest::newRow("letter") << letter << QPageSize::Letter << QPageLayout::Portrait;
    QTest::newRow("across") << across << QPageSize::Letter << QPageLayout::Landscape;
    QTest::newRow("no sheet") << QVariantMap{{u"Width"_s, 0.0}, {u"Height"_s, -3.0}}
                              << QPageSize::A4 << QPageLayout::Portrait;
    QTest::newRow("a receipt") << QVariantMap{{u"Width"_s, 80.0}, {u"Height"_s, 200.0}}
                               << QPageSize::Custom << QPageLayout::Portrait;
}

void tst_PortalPrinting::readsThePortalsPaper()
{
    QFETCH(QVariantMap, setup);
    QFETCH(QPageSize::PageSizeId, sheet);
    QFETCH(QPageLayout::Orientation, orientation);

    const QPageLayout layout = layoutOf(setup, a4);

    QVERIFY(layout.isValid());
    QCOMPARE(layout.pageSize().id(), sheet);
    QCOMPARE(layout.orientation(), orientation);
    QCOMPARE(layout.margins(QPageLayout::Millimeter), QMarginsF(25, 25, 25, 25));
}

void tst_PortalPrinting::readsThePortalsPages_data()
{
    QTest::addColumn<QVariantMap>("settings");
    QTest::addColumn<QString>("pages");

    const auto ranges = [](const QString &written) {
        return QVariantMap{{u"print-pages"_s, u"ranges"_s}, {u"page-ranges"_s, written}};
    };
    QTest::newRow("nothing said") << QVariantMap() << QString();
    QTest::newRow("all, with old ranges")
        << QVariantMap{{u"print-pages"_s, u"all"_s}, {u"page-ranges"_s, u"0"_s}} << QString();
    QTest::newRow("several") << ranges(u"0-2,4"_s) << u"1-3,5"_s;
    QTest::newRow("the wrong way round") << ranges(u"5-2"_s) << QString();
    QTest::newRow("no beginning") << ranges(u"-4"_s) << u"1-5"_s;
}

void tst_PortalPrinting::readsThePortalsPages()
{
    QFETCH(QVariantMap, settings);

    QTEST(pagesOf(settings).toString(), "pages");
}

QTEST_MAIN(tst_PortalPrinting)
#include "tst_portalprinting.moc"
