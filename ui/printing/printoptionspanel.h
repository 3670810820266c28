#pragma once
// How articles come onto paper, to be chosen beside the pages that it makes of them. GUI thread;
// owned by the preview.

#include "ui/printing/printmatter.h"
#include "ui/printing/printsettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

class PrintOptionsPanel final : public QWidget
{
    Q_OBJECT

public:
    // Only what can be chosen for `matter`: a saved page is set as it is.
    PrintOptionsPanel(const PrintSettings &settings, const PrintMatter &matter,
                      QWidget *parent = nullptr);

    // With what is chosen here; the rest, the paper, stays as it is in `settings`.
    PrintSettings chosen(PrintSettings settings) const;

Q_SIGNALS:
    void changed();

private:
    void leaveAsItIs(); // a saved page
    void addSeveral(const PrintSettings &settings);
    void addHeading(const QString &text);
    QCheckBox *addBox(const QString &text, bool isChecked);
    void addRow(const QString &text, QWidget *field);
    void fillMargins(int margin);

    QVBoxLayout *m_column = nullptr;
    QCheckBox *m_twoColumns = nullptr;
    QCheckBox *m_pictures = nullptr;
    QCheckBox *m_blackAndWhite = nullptr;
    QSpinBox *m_textSize = nullptr;
    QComboBox *m_margins = nullptr;
    QCheckBox *m_linkNotes = nullptr;
    QCheckBox *m_relatedStories = nullptr;
    QCheckBox *m_note = nullptr;
    QCheckBox *m_publisher = nullptr;
    QCheckBox *m_date = nullptr;
    QCheckBox *m_address = nullptr;
    QCheckBox *m_pageNumbers = nullptr;
    QCheckBox *m_contents = nullptr; // null for one article, and so is what follows
    QCheckBox *m_runningOn = nullptr;
};
