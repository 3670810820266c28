#include "ui/mainwindow/relateddesk.h"

#include "app/session/librarysession.h"
#include "ui/mainwindow/currentarticle.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/reading/readingpane.h"
#include "ui/related/relatedsidebar.h"
#include "ui/support/whendone.h"

#include <QListView>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<ArticleId> idsOf(const StoryThread &thread)
{
    QList<ArticleId> ids;
    for (const ThreadStory &story : thread.stories) {
        if (story.id != ArticleId{}) // the article on the screen may be no article of the library
            ids.append(story.id);
    }
    return ids;
}

// Two states of a page are often of one day.
QString dayAndTime(const PrintedDate &date)
{
    if (!date.isValid())
        return {};
    const QLocale locale;
    const QString day = locale.toString(date.moment.date(), u"d MMM yyyy"_s);
    return date.hasTime ? day + u' ' + locale.toString(date.moment.time(), QLocale::ShortFormat)
                        : day;
}

} // namespace

RelatedDesk::RelatedDesk(LibrarySession &session, RelatedSidebar *sidebar, CurrentArticle &current,
                         MessageBar *messages, const WindowActions &actions, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_sidebar(sidebar)
    , m_current(current)
    , m_messages(messages)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(400ms);
    connect(&m_soon, &QTimer::timeout, this, &RelatedDesk::ask);
    connect(&session, &LibrarySession::wordsFound, this, &RelatedDesk::askSoon);
    connect(&session, &LibrarySession::judged, this, &RelatedDesk::ask);
    connect(&current, &CurrentArticle::asideLeft, this, &RelatedDesk::forgetComparison);
    connectSidebar();
    connectActions(actions);
}

void RelatedDesk::connectSidebar()
{
    connect(m_sidebar, &RelatedSidebar::storyChosen, this, [this](const ArticleSummary &story) {
        m_current.goTo({story.id, story.path, story.part});
    });
    connect(m_sidebar, &RelatedSidebar::newWindowWanted, this, &RelatedDesk::newWindowWanted);
    connect(m_sidebar, &RelatedSidebar::comparisonWanted, this, &RelatedDesk::compare);
    connect(m_sidebar, &RelatedSidebar::notRelated, this, &RelatedDesk::dismiss);
    connect(m_sidebar, &RelatedSidebar::threadListWanted, this, [this](const StoryThread &thread) {
        if (m_article)
            Q_EMIT listWanted(idsOf(thread), m_article->headline.simplified());
    });
    connect(m_sidebar, &RelatedSidebar::threadPrintWanted, this,
            [this](const StoryThread &thread) { Q_EMIT printWanted(idsOf(thread)); });
}

// There, and back to the article.
void RelatedDesk::connectActions(const WindowActions &actions)
{
    connect(actions.goToRelated, &QAction::triggered, this, [this, &actions] {
        const bool isThere = m_sidebar->isVisible() && m_sidebar->list()->hasFocus();
        actions.showRelated->setChecked(true);
        if (!isThere)
            return m_sidebar->enter();
        if (m_current.pane())
            m_current.pane()->setFocus();
    });
    connect(actions.earlierInStory, &QAction::triggered, this, [this] { goInThread(-1); });
    connect(actions.laterInStory, &QAction::triggered, this, [this] { goInThread(1); });
}

void RelatedDesk::expect(const Article &article)
{
    ++m_wish;
    m_article = article;
    m_sidebar->expect({article.id, article.headline, article.date()});
}

void RelatedDesk::ask()
{
    m_soon.stop();
    if (!m_article)
        return;
    whenDone(m_session.related(*m_article), this,
             [this, wish = ++m_wish](const RelatedStories &stories) {
                 if (wish == m_wish)
                     m_sidebar->showStories(stories);
             });
}

void RelatedDesk::askSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void RelatedDesk::goInThread(int step)
{
    const StoryThread &thread = m_sidebar->thread();
    const auto own = std::ranges::find(thread.stories, true, &ThreadStory::isAsked);
    const qsizetype to = own - thread.stories.begin() + step;
    if (own == thread.stories.end() || to < 0 || to >= thread.stories.size())
        return said(step < 0 ? tr("There is nothing earlier of this story")
                             : tr("There is nothing later of this story"));
    m_current.goTo({thread.stories.at(to).id, {}, {}});
}

// The earlier one is what the later one is compared with, whichever is on the screen.
void RelatedDesk::compare(const ArticleSummary &story)
{
    if (!m_article)
        return;
    whenDone(m_session.readArticle(story.id), this,
             [this, asked = *m_article](const Result<Article> &other) {
                 if (!other.has_value()) {
                     Q_EMIT failed(other.error());
                     return;
                 }
                 const bool isOtherLater = other.value().date().moment > asked.date().moment;
                 const Article &before = isOtherLater ? asked : other.value();
                 const Article &after = isOtherLater ? other.value() : asked;
                 whenDone(m_session.compared(before, after), this,
                          [this, shown = other.value()](const ArticleComparison &comparison) {
                              showComparison(shown, comparison);
                          });
             });
}

// Colour and line are explained where they are seen, and the way back stands beside.
void RelatedDesk::showComparison(const Article &other, const ArticleComparison &comparison)
{
    m_current.showAside(comparison.article);
    QStringList source{other.publisher, dayAndTime(other.date())};
    source.removeAll({});
    QString name = tr("“%1”").arg(other.headline.simplified().left(80));
    if (!source.isEmpty())
        name = tr("%1 (%2)").arg(name, source.join(u", "_s));
    if (comparison.wordsAdded + comparison.wordsRemoved == 0)
        m_comparing = tr("Word for word the same as %1.").arg(name);
    else
        m_comparing = tr("Compared with %1. Underlined: %L2 words added. Struck out: %L3 removed.")
                          .arg(name)
                          .arg(comparison.wordsAdded)
                          .arg(comparison.wordsRemoved);
    m_messages->offer(m_comparing, tr("&Close Comparison"), [this] { m_current.leaveAside(); });
}

void RelatedDesk::forgetComparison()
{
    if (!m_comparing.isEmpty() && m_messages->message() == m_comparing)
        m_messages->hide();
    m_comparing.clear();
}

// It is known only when the library has found the article among its own.
ArticleId RelatedDesk::shownId() const
{
    const Article *shown = m_current.article();
    return m_article && shown ? shown->id : ArticleId{};
}

void RelatedDesk::dismiss(const ArticleSummary &story)
{
    const ArticleId id = shownId();
    if (id == ArticleId{})
        return said(tr("Only articles in the library can be told apart"));
    m_session.setJudgement(id, {story.id}, Judgement::NotRelated);
    m_messages->offer(tr("“%1” will not be shown beside this article again.")
                          .arg(story.headline.simplified().left(80)),
                      tr("&Undo"), [this, id, other = story.id] {
                          m_session.setJudgement(id, {other}, Judgement::None);
                          m_messages->hide();
                      });
}

void RelatedDesk::markRelated(const QList<ArticleId> &ids)
{
    const ArticleId id = shownId();
    if (id == ArticleId{})
        return said(tr("The open article is not in the library"));
    QList<ArticleId> others = ids;
    others.removeAll(id);
    if (others.isEmpty())
        return;
    m_session.setJudgement(id, others, Judgement::Related);
    const auto count = int(others.size());
    m_messages->offer(
        count == 1 ? tr("1 article was marked as related to the open one.")
                   : tr("%Ln articles were marked as related to the open one.", nullptr, count),
        tr("&Undo"), [this, id, others] {
            m_session.setJudgement(id, others, Judgement::None);
            m_messages->hide();
        });
}
