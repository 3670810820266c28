#include "ui/printing/printoptionspanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 220;
constexpr int textStep = 10; // percent
constexpr int gapBeforeHeading = 12;

} // namespace

PrintOptionsPanel::PrintOptionsPanel(const PrintSettings &settings, const PrintMatter &matter,
                                     QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setFixedWidth(panelWidth);
    m_column->setContentsMargins(16, 4, 12, 8);
    m_column->setSpacing(5);
    const PaperOptions &options = settings.options;
    addHeading(tr("Page"));
    m_twoColumns = addBox(tr("T&wo columns"), options.hasTwoColumns);
    m_pictures = addBox(tr("P&ictures"), options.hasPictures);
    m_blackAndWhite = addBox(tr("&Black and white"), options.isBlackAndWhite);
    m_textSize = new QSpinBox;
    m_textSize->setRange(smallestText, largestText);
    m_textSize->setSingleStep(textStep);
    m_textSize->setSuffix(tr(" %"));
    m_textSize->setKeyboardTracking(false); // not a page for each digit
    m_textSize->setValue(options.textSize);
    connect(m_textSize, &QSpinBox::valueChanged, this, &PrintOptionsPanel::changed);
    addRow(tr("&Text size:"), m_textSize);
    m_margins = new QComboBox;
    fillMargins(settings.margin);
    connect(m_margins, &QComboBox::activated, this, &PrintOptionsPanel::changed);
    addRow(tr("&Margins:"), m_margins);

    addHeading(tr("After the story"));
    m_linkNotes = addBox(tr("&Links as notes"), options.hasLinkNotes);
    m_relatedStories = addBox(tr("&Related stories"), options.hasRelatedStories);
    m_note = addBox(tr("&Your note"), options.hasNote);

    addHeading(tr("Header and footer"));
    m_publisher = addBox(tr("P&ublisher and section"), settings.fields.hasPublisher);
    m_date = addBox(tr("&Date"), settings.fields.hasDate);
    m_address = addBox(tr("Address &or file name"), settings.fields.hasAddress);
    m_pageNumbers = addBox(tr("Page &numbers"), settings.fields.hasPageNumbers);

    if (matter.articles.size() > 1)
        addSeveral(settings);
    m_column->addStretch();
    if (matter.original)
        leaveAsItIs();
}

void PrintOptionsPanel::leaveAsItIs()
{
    for (QWidget *choice : QList<QWidget *>{m_twoColumns, m_pictures, m_blackAndWhite, m_textSize,
                                            m_linkNotes, m_relatedStories, m_note})
        choice->setEnabled(false);
}

void PrintOptionsPanel::addSeveral(const PrintSettings &settings)
{
    addHeading(tr("Several articles"));
    m_contents = addBox(tr("Pa&ge of contents"), settings.hasContents);
    m_runningOn = addBox(tr("On&e after another on a page"), settings.isRunningOn);
}

PrintSettings PrintOptionsPanel::chosen(PrintSettings settings) const
{
    settings.options.hasTwoColumns = m_twoColumns->isChecked();
    settings.options.hasPictures = m_pictures->isChecked();
    settings.options.isBlackAndWhite = m_blackAndWhite->isChecked();
    settings.options.textSize = m_textSize->value();
    settings.options.hasLinkNotes = m_linkNotes->isChecked();
    settings.options.hasRelatedStories = m_relatedStories->isChecked();
    settings.options.hasNote = m_note->isChecked();
    settings.margin = m_margins->currentData().toInt();
    settings.fields.hasPublisher = m_publisher->isChecked();
    settings.fields.hasDate = m_date->isChecked();
    settings.fields.hasAddress = m_address->isChecked();
    settings.fields.hasPageNumbers = m_pageNumbers->isChecked();
    if (m_contents) {
        settings.hasContents = m_contents->isChecked();
        settings.isRunningOn = m_runningOn->isChecked();
    }
    return settings;
}

void PrintOptionsPanel::addHeading(const QString &text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(gapBeforeHeading);
    auto *heading = new QLabel(text);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_column->addWidget(heading);
}

QCheckBox *PrintOptionsPanel::addBox(const QString &text, bool isChecked)
{
    auto *box = new QCheckBox(text);
    box->setChecked(isChecked);
    connect(box, &QCheckBox::toggled, this, &PrintOptionsPanel::changed);
    m_column->addWidget(box);
    return box;
}

void PrintOptionsPanel::addRow(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    field->setAccessibleName(text.chopped(1).remove(u'&'));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addStretch();
    row->addWidget(field);
    m_column->addLayout(row);
}

// The usual ones, and the remembered one where it is none of them.
void PrintOptionsPanel::fillMargins(int margin)
{
    m_margins->addItem(tr("Narrow"), 12);
    m_margins->addItem(tr("Usual"), usualMargin);
    m_margins->addItem(tr("Wide"), 30);
    if (m_margins->findData(margin) < 0)
        m_margins->addItem(tr("%1 mm").arg(margin), margin);
    m_margins->setCurrentIndex(m_margins->findData(margin));
}
