#pragma once
// Where the reader asks for articles, at the top of the window: it says what is asked, while it is
// being typed, and offers what may be meant. Before build() it only keeps its place and shows its
// frame, so that the first frame need not wait for it. GUI thread; owned by the window.

#include "app/library/libraryoverview.h"
#include "app/search/searchquery.h"

#include <QTimer>
#include <QWidget>

class HintPanel;
class SearchField;
struct SearchHint;
class QToolButton;

class SearchBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(QWidget *parent = nullptr);

    void build(); // once, after the first frame
    bool isBuilt() const { return m_field; }

    void open(); // takes the focus, with all its words selected
    void setOverview(const LibraryOverview &overview);

    // Where is searched: a place of the library by its name; everywhere when the query asks for
    // Everything. The reader may take it away.
    void setScope(const QString &name, const SearchQuery &place);
    const SearchQuery &scope() const { return m_scope; }

    // What was last said to be searched, in its scope; Everything while nothing is.
    const SearchQuery &query() const { return m_asked; }

    QString text() const;
    bool isSearching() const { return !text().trimmed().isEmpty(); }
    void setText(const QString &text); // searches it, as if typed to its end
    void clear();                      // says cleared() where there was something

    void setRecent(const QStringList &searches) { m_recent = searches; }
    const QStringList &recent() const { return m_recent; } // newest first
    void remember();                                       // what is searched now was worth it

    QSize sizeHint() const override;

Q_SIGNALS:
    void searched(); // something else: query(); not after each key
    void cleared();
    void listWanted(); // Return, or down to what was found
    void saveWanted(); // what is searched is to stay in the shelf

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeButton(const char *icon, const QString &name);
    void connectParts();
    void takeEdit();
    void ask(const SearchQuery &typed);
    void commit();
    void offer();
    void take(const SearchHint &hint);
    void leave();
    void showScope();
    bool handleKey(const QKeyEvent &key);
    bool stepHints(int rows);

    SearchField *m_field = nullptr;
    HintPanel *m_hints = nullptr;
    QToolButton *m_chip = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_clear = nullptr;
    QTimer m_typing;
    LibraryOverview m_overview;
    QStringList m_recent;
    QString m_scopeName;
    SearchQuery m_scope;
    SearchQuery m_asked; // last, with its scope
};
