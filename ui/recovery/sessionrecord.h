#pragma once
// What is open, kept on the disk while the program runs, so that the start after a crash can bring
// it back. There is one program to a library (ui/handover): whoever finds a record at its start
// finds that of one that ended badly. A value with a file; GUI thread.

#include <QByteArray>
#include <QList>
#include <QString>

// One window. Where it lies and what its list shows comes from the settings too, where empty.
struct OpenWindow
{
    QString path; // of the article on the screen; empty for none
    QString part;
    qint64 article = 0; // its number in the library, which may have been made again since
    QString place;      // what the list shows, as SearchQuery::written()
    QString placeName;
    QByteArray geometry; // QWidget::saveGeometry()

    bool operator==(const OpenWindow &other) const = default;
};

class SessionRecord
{
public:
    // Reads what is there; makes nothing. A damaged record is none.
    explicit SessionRecord(const QString &file);

    // What the program before had open; empty when it ended well.
    const QList<OpenWindow> &lost() const { return m_lost; }
    // Whether that program had brought back what it had open, and then came to its end within
    // seconds: what is open may be what makes it end.
    bool isLostAgain() const { return m_isLostAgain; }

    // This program brings back what was lost. Until it has proved itself the record says so.
    void restoring() { m_isUnproved = true; }
    void proved();

    // As it is now. A record that cannot be written is missed by nobody today.
    void keep(const QList<OpenWindow> &windows);
    void end(); // well: there is nothing to be brought back

private:
    void write() const;

    QString m_file;
    QList<OpenWindow> m_lost;
    QList<OpenWindow> m_open;
    bool m_isLostAgain = false;
    bool m_isUnproved = false;
};
