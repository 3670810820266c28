#include "ui/mainwindow/articleproperties.h"

#include "app/render/datetext.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 1000; // characters

class Table
{
public:
    Table(const Article &article, const QLocale &locale) : m_article(article), m_locale(locale) { }

    QString written(const QList<QUrl> &refused);

private:
    void heading(const QString &title);
    void row(const QString &label, const QString &value, const QString &field = {});
    void date(const QString &label, const PrintedDate &date, const QString &field);
    void story();
    void file();
    void pictures();
    void problems();
    void requests(const QList<QUrl> &refused);

    const Article &m_article;
    QLocale m_locale;
    QString m_rows;
    QString m_heading; // waits for a first row
};

QString tr(const char *text)
{
    return ArticleProperties::tr(text);
}

void Table::heading(const QString &title)
{
    m_heading = title;
}

void Table::row(const QString &label, const QString &value, const QString &field)
{
    if (value.isEmpty())
        return;
    if (!m_heading.isEmpty())
        m_rows += u"<tr><td colspan=3 style='padding-top:14px'><b>%1</b></td></tr>"_s.arg(
            std::exchange(m_heading, {}).toHtmlEscaped());
    const QString shown = value.size() > longestValue ? value.left(longestValue) + u'…' : value;
    m_rows += u"<tr><td style='padding:3px 12px 3px 0'>%1</td><td style='padding:3px 12px 3px 0'>"
              "%2</td><td style='padding:3px 0'><i>%3</i></td></tr>"_s.arg(
                  label.toHtmlEscaped(), shown.toHtmlEscaped(),
                  m_article.provenance.value(field).toHtmlEscaped());
}

void Table::date(const QString &label, const PrintedDate &date, const QString &field)
{
    row(label, dateText(date, m_locale), field);
}

void Table::story()
{
    heading(tr("Article"));
    row(tr("Headline"), m_article.headline, u"headline"_s);
    row(tr("Other headline"), m_article.alternativeHeadline, u"alternativeHeadline"_s);
    row(tr("Standfirst"), m_article.description, u"description"_s);
    row(tr("Authors"), m_locale.createSeparatedList(m_article.authors), u"author"_s);
    date(tr("Published"), m_article.datePublished, u"datePublished"_s);
    date(tr("Updated"), m_article.dateModified, u"dateModified"_s);
    row(tr("Publisher"), m_article.publisher, u"publisher"_s);
    row(tr("Section"), m_article.articleSection, u"articleSection"_s);
    row(tr("Place"), m_article.place, u"contentLocation"_s);
    const QLocale language(m_article.inLanguage);
    row(tr("Language"),
        language.language() == QLocale::C || m_article.inLanguage.isEmpty()
            ? m_article.inLanguage
            : QLocale::languageToString(language.language()),
        u"inLanguage"_s);
    row(tr("Address"), m_article.url.toString(), u"url"_s);
    row(tr("Keywords"), m_article.keywords.join(u", "_s));
}

void Table::file()
{
    heading(tr("File"));
    row(tr("Path"), m_article.path);
    row(tr("Part"), m_article.part);
    row(tr("Type"), m_article.encodingFormat);
    date(tr("Saved"), m_article.dateSaved, u"dateSaved"_s);
    row(tr("Encoding"), m_article.charset, u"charset"_s);
    const qsizetype lines = m_article.trimmings.size();
    if (lines > 0)
        row(tr("Left out"),
            lines == 1 ? tr("1 line that is not of the story")
                       : tr("%1 lines that are not of the story").arg(lines));
}

void Table::pictures()
{
    heading(tr("Pictures"));
    const auto here = std::ranges::count_if(m_article.images, &ArticleImage::isHere);
    if (m_article.images.isEmpty())
        return;
    row(tr("Saved"), tr("%1 of %2").arg(here).arg(m_article.images.size()));
    for (const ArticleImage &image : m_article.images) {
        if (!image.isHere())
            row(tr("Missing"), image.contentUrl);
    }
}

void Table::problems()
{
    heading(tr("Problems"));
    if (m_article.extent == ArticleExtent::Beginning)
        row(tr("Story"), tr("Only its beginning is in the file; the rest was for subscribers"));
    else if (m_article.extent == ArticleExtent::List)
        row(tr("Story"), tr("The page is a list of articles, and none itself"));
    for (const QString &problem : m_article.problems)
        row(tr("Reading"), problem);
}

void Table::requests(const QList<QUrl> &refused)
{
    heading(tr("Requests refused"));
    for (const QUrl &url : refused)
        row(url.scheme(), url.toString());
}

QString Table::written(const QList<QUrl> &refused)
{
    story();
    file();
    pictures();
    problems();
    requests(refused);
    return u"<table width='100%'>"_s + m_rows + u"</table>"_s;
}

} // namespace

QString propertiesHtml(const Article &article, const QList<QUrl> &refused, const QLocale &locale)
{
    return Table(article, locale).written(refused);
}

ArticleProperties::ArticleProperties(const Article &article, const QList<QUrl> &refused,
                                     QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Properties"));
    auto *text = new QTextBrowser(this);
    text->setAccessibleName(windowTitle());
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(12);
    text->setHtml(propertiesHtml(article, refused, locale()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(760, 560);
}
