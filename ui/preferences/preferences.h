#pragma once
// The settings dialog: how large the letters are, and what Broadsheet is the desktop's default for.
// Everything else is set where it is seen: the print options beside their pages, the list's order
// in its head. What is chosen holds at once. A dialog: GUI thread; owned by its parent.

#include <QDialog>
#include <QHash>

class DefaultReader;
class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

class Preferences final : public QDialog
{
    Q_OBJECT

public:
    // `zoom` in percent. The reader becomes the dialog's.
    Preferences(int zoom, DefaultReader *reader, QWidget *parent = nullptr);

Q_SIGNALS:
    void zoomChosen(int percent);

private:
    struct Row
    {
        QCheckBox *box;
        QLabel *now;
        bool isOurs = false;
    };

    void addReading(QVBoxLayout *layout, int zoom);
    void addOpening(QVBoxLayout *layout);
    void addType(QGridLayout *grid, const QString &type, const QString &name);
    void take(const QString &type, const QString &program, bool isOurs);
    void claim();
    void follow();

    DefaultReader *m_reader;
    QHash<QString, Row> m_rows; // by type
    QStringList m_types;        // in their order
    QPushButton *m_claim = nullptr;
    QLabel *m_problem = nullptr;
};
