#include "ui/printing/printpreview.h"

#include "tests/ui/printing/pdftools.h"
#include "ui/printing/paperlayout.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPdfView>
#include <QPointer>
#include <QPrintDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_PrintPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsThePagesThatAPrinterWouldGet();
    void laysOutAgainForOtherPaper();
    void laysOutAgainForOtherOptions();
    void offersForASavedPageWhatItCanHave();
    void zoomsByKeys();
    void saysWhatWentWrong();
    void closesWithEscapeAndTakesItsJobAlong();
    void namesEveryControl();
    void asksWithoutStoppingTheWindow();
    void printsWhatTheQuestionWasAnsweredWith();
    void outlivesItsPrinter();

private:
    QPushButton *button(const QString &word) const;
    QPdfDocument *document() const { return m_preview->findChild<QPdfView *>()->document(); }

    std::unique_ptr<pdftools::TestPress> m_press;
    std::unique_ptr<ArticlePrinter> m_printer;
    QPointer<PrintPreview> m_preview;
};

void tst_PrintPreview::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_press = std::make_unique<pdftools::TestPress>();
    m_press->pagesAJob = 3;
    m_printer = std::make_unique<ArticlePrinter>(*m_press);
    PrintSettings settings;
    settings.paper = u"A4"_s;
    m_printer->setSettings(settings);
    m_preview = new PrintPreview(*m_printer, {pdftools::articleCalled(u"Ferry returns"_s)});
    m_preview->show();
}

void tst_PrintPreview::cleanup()
{
    delete m_preview;
    m_printer.reset();
    m_press.reset();
}

QPushButton *tst_PrintPreview::button(const QString &word) const
{
    for (QPushButton *candidate : m_preview->findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&').startsWith(word))
            return candidate;
    }
    return nullptr;
}

void tst_PrintPreview::showsThePagesThatAPrinterWouldGet()
{
    QVERIFY(!button(u"Print"_s)->isEnabled());
    QVERIFY(!button(u"Save"_s)->isEnabled());

    QTRY_COMPARE(document()->pageCount(), 3);

    QVERIFY(document()->getAllText(1).text().contains(u"Page 2 of 3"_s));
    QVERIFY(m_preview->findChild<QPdfView *>()->isVisible());
    QVERIFY(button(u"Print"_s)->isEnabled());
    QVERIFY(button(u"Save"_s)->isEnabled());
    QStringList labels;
    for (const QLabel *label : m_preview->findChildren<QLabel *>())
        labels += label->text();
    QVERIFY(labels.contains(u"Page 1 of 3"_s));
}

void tst_PrintPreview::laysOutAgainForOtherPaper()
{
    QTRY_COMPARE(document()->pageCount(), 3);
    QSignalSpy changed(m_preview, &PrintPreview::settingsChanged);
    QComboBox *papers = m_preview->findChild<QComboBox *>();
    const int letter = papers->findText(u"Letter"_s);
    QVERIFY(letter > 0);

    papers->setCurrentIndex(letter);
    Q_EMIT papers->activated(letter);

    QTRY_COMPARE(document()->pagePointSize(0).toSize().width(), 612);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<PrintSettings>().paper, u"Letter"_s);
}

void tst_PrintPreview::laysOutAgainForOtherOptions()
{
    QTRY_COMPARE(document()->pageCount(), 3);
    QVERIFY(!m_press->lastHtml.contains(u"column-count"_s));
    QSignalSpy changed(m_preview, &PrintPreview::settingsChanged);
    const auto boxes = m_preview->findChildren<QCheckBox *>();
    const auto box = [&](const QString &text) {
        return *std::ranges::find(boxes, text,
                                  [](const QCheckBox *one) { return one->text().remove(u'&'); });
    };

    box(u"Two columns"_s)->click();
    box(u"Page numbers"_s)->click();

    QTRY_VERIFY(!m_printer->isBusy());
    QVERIFY(m_press->lastHtml.contains(u"column-count"_s));
    QTRY_VERIFY(!document()->getAllText(1).text().contains(u"Page 2 of 3"_s));
    QCOMPARE(changed.count(), 2);
    QVERIFY(m_printer->settings().options.hasTwoColumns); // the next job is set so too
    QVERIFY(!m_printer->settings().fields.hasPageNumbers);
}

void tst_PrintPreview::offersForASavedPageWhatItCanHave()
{
    const auto box = [](const QWidget &preview, const QString &word) {
        for (QCheckBox *one : preview.findChildren<QCheckBox *>()) {
            if (one->text().remove(u'&').contains(word))
                return one;
        }
        return static_cast<QCheckBox *>(nullptr);
    };
    PrintMatter saved{pdftools::articleCalled(u"Ferry"_s)};
    saved.original = OriginalPage();
    const PrintPreview ofPage(*m_printer, saved);
    const PrintPreview ofArticle(*m_printer, {pdftools::articleCalled(u"Ferry"_s)});

    QVERIFY(!box(ofPage, u"columns"_s)->isEnabled());
    QVERIFY(!box(ofPage, u"note"_s)->isEnabled());
    QVERIFY(box(ofPage, u"Page numbers"_s)->isEnabled());
    QVERIFY(box(ofArticle, u"columns"_s)->isEnabled());
    QVERIFY(!box(ofArticle, u"after another"_s)); // with itself
}

void tst_PrintPreview::zoomsByKeys()
{
    QTRY_COMPARE(document()->pageCount(), 3);
    auto *view = m_preview->findChild<QPdfView *>();
    QApplication::setActiveWindow(m_preview); // there is no window manager to do it
    QCOMPARE(view->zoomMode(), QPdfView::ZoomMode::FitToWidth);

    QTest::keyClick(m_preview, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(view->zoomMode(), QPdfView::ZoomMode::Custom);
    const qreal larger = view->zoomFactor();

    QTest::keyClick(m_preview, Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(view->zoomFactor() < larger);

    QTest::keyClick(m_preview, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view->zoomMode(), QPdfView::ZoomMode::FitToWidth);
}

void tst_PrintPreview::saysWhatWentWrong()
{
    m_press->failure = u"the engine stopped"_s;

    QTRY_VERIFY(!m_printer->isBusy());

    QStringList labels;
    for (const QLabel *label : m_preview->findChildren<QLabel *>()) {
        if (label->isVisible())
            labels += label->text();
    }
    QVERIFY2(labels.join(u'\n').contains(u"the engine stopped"_s), qPrintable(labels.join(u'\n')));
    QVERIFY(!button(u"Print"_s)->isEnabled());
}

void tst_PrintPreview::closesWithEscapeAndTakesItsJobAlong()
{
    QVERIFY(m_printer->isBusy());

    QTest::keyClick(m_preview, Qt::Key_Escape);

    QTRY_VERIFY(!m_preview);
    QTRY_VERIFY(!m_printer->isBusy());
}

void tst_PrintPreview::namesEveryControl()
{
    for (const QAbstractButton *control : m_preview->findChildren<QAbstractButton *>())
        QVERIFY(!control->accessibleName().isEmpty() || control->text().size() > 2);
    for (const QComboBox *control : m_preview->findChildren<QComboBox *>())
        QVERIFY(!control->accessibleName().isEmpty());
    QVERIFY(!m_preview->findChild<QPdfView *>()->accessibleName().isEmpty());
}

void tst_PrintPreview::asksWithoutStoppingTheWindow()
{
    QTRY_COMPARE(document()->pageCount(), 3);

    button(u"Save"_s)->click();
    auto *save = m_preview->findChild<QFileDialog *>();
    QVERIFY(save);
    QVERIFY(save->isVisible());
    QCOMPARE(QFileInfo(save->selectedFiles().first()).fileName(), u"Ferry returns.pdf"_s);
    save->reject();

    button(u"Print"_s)->click();
    QPointer<QPrintDialog> print(m_preview->findChild<QPrintDialog *>());
    QVERIFY(print);
    QVERIFY(print->isVisible());
    print->reject();
    QTRY_VERIFY(!print);
}

void tst_PrintPreview::printsWhatTheQuestionWasAnsweredWith()
{
    QTRY_COMPARE(document()->pageCount(), 3);
    const QTemporaryDir folder;
    QSignalSpy exported(m_printer.get(), &ArticlePrinter::exported);

    button(u"Print"_s)->click();
    auto *question = m_preview->findChild<QPrintDialog *>();
    QVERIFY(question);
    auto *printers = question->findChild<QComboBox *>(u"printers"_s);
    QVERIFY(printers);
    printers->setCurrentIndex(printers->count() - 1); // into a file, whatever printers there are
    QLineEdit *file = nullptr;
    for (QLineEdit *edit : question->findChildren<QLineEdit *>()) {
        if (edit->text().endsWith(u".pdf"_s))
            file = edit;
    }
    if (!file || !file->isVisible())
        QSKIP("there is a printer here, and this would print");
    file->setText(folder.filePath(u"out.pdf"_s));
    question->accept();

    QVERIFY(exported.wait());
    QCOMPARE(exported.first().at(1).toString(), folder.filePath(u"out.pdf"_s));
    QVERIFY(QFileInfo(folder.filePath(u"out.pdf"_s)).size() > 1000);
}

void tst_PrintPreview::outlivesItsPrinter()
{
    m_printer.reset();

    QTest::keyClick(m_preview, Qt::Key_Escape);

    QTRY_VERIFY(!m_preview);
}

QTEST_MAIN(tst_PrintPreview)
#include "tst_printpreview.moc"
