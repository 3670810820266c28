#include "ui/preferences/preferences.h"

#include "ui/preferences/defaultreader.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

Preferences::Preferences(int zoom, DefaultReader *reader, QWidget *parent)
    : QDialog(parent), m_reader(reader)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    m_reader->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    addReading(layout, zoom);
    addOpening(layout);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

void Preferences::addReading(QVBoxLayout *layout, int zoom)
{
    auto *group = new QGroupBox(tr("Reading"), this);
    auto *inside = new QHBoxLayout(group);
    auto *size = new QSpinBox(group);
    size->setRange(50, 300);
    size->setSingleStep(10);
    size->setSuffix(tr(" %"));
    size->setValue(zoom);
    auto *label = new QLabel(tr("&Text size:"), group);
    label->setBuddy(size);
    inside->addWidget(label);
    inside->addWidget(size);
    inside->addStretch();
    connect(size, &QSpinBox::valueChanged, this, &Preferences::zoomChosen);
    layout->addWidget(group);
}

void Preferences::addOpening(QVBoxLayout *layout)
{
    auto *group = new QGroupBox(tr("Double-click in the file manager"), this);
    auto *inside = new QVBoxLayout(group);
    auto *hint = new QLabel(
        m_reader->isThere()
            ? tr("Broadsheet stands under “Open With” for all of these. A double-click opens it "
                 "only for those that you choose.")
            : tr("Broadsheet stands under “Open With” for its kinds of files. What a double-click "
                 "opens is set in the settings of your desktop."),
        group);
    hint->setWordWrap(true);
    hint->setMinimumWidth(430);
    inside->addWidget(hint);
    layout->addWidget(group);
    if (!m_reader->isThere())
        return;
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(24);
    addType(grid, u"text/html"_s, tr("&Web pages (.html)"));
    addType(grid, u"application/x-mimearchive"_s, tr("&Saved web pages (.mhtml)"));
    addType(grid, u"text/plain"_s, tr("&Plain text (.txt)"));
    addType(grid, u"text/markdown"_s, tr("&Markdown (.md)"));
    inside->addLayout(grid);
    m_claim = new QPushButton(tr("&Open These with Broadsheet"), group);
    m_claim->setAutoDefault(false);
    inside->addWidget(m_claim, 0, Qt::AlignLeft);
    m_problem = new QLabel(tr("The desktop did not take it: its own settings are the place."),
                           group);
    m_problem->setWordWrap(true);
    m_problem->hide();
    inside->addWidget(m_problem);
    connect(m_claim, &QPushButton::clicked, this, &Preferences::claim);
    connect(m_reader, &DefaultReader::told, this, &Preferences::take);
    connect(m_reader, &DefaultReader::failed, m_problem, &QWidget::show);
    for (const QString &type : std::as_const(m_types))
        m_reader->ask(type);
    follow();
}

void Preferences::addType(QGridLayout *grid, const QString &type, const QString &name)
{
    const Row row{new QCheckBox(name, this), new QLabel(this)};
    row.now->setTextFormat(Qt::PlainText);
    row.now->setForegroundRole(QPalette::PlaceholderText);
    const int at = grid->rowCount();
    grid->addWidget(row.box, at, 0);
    grid->addWidget(row.now, at, 1);
    connect(row.box, &QCheckBox::toggled, this, &Preferences::follow);
    m_types += type;
    m_rows.insert(type, row);
}

void Preferences::take(const QString &type, const QString &program, bool isOurs)
{
    Row &row = m_rows[type];
    row.isOurs = isOurs;
    row.now->setText(isOurs                  ? tr("opens with Broadsheet")
                         : program.isEmpty() ? tr("opens with nothing yet")
                                             : tr("opens with %1").arg(program.left(60)));
    row.box->setChecked(isOurs);
    row.box->setEnabled(!isOurs);
    row.box->setAccessibleDescription(row.now->text());
    follow();
}

void Preferences::claim()
{
    QStringList types;
    for (const QString &type : std::as_const(m_types)) {
        const Row &row = m_rows[type];
        if (row.box->isChecked() && !row.isOurs)
            types += type;
    }
    m_problem->hide();
    m_claim->setEnabled(false);
    m_reader->claim(types);
}

void Preferences::follow()
{
    const bool wants = std::any_of(m_rows.cbegin(), m_rows.cend(), [](const Row &row) {
        return row.box->isChecked() && !row.isOurs;
    });
    m_claim->setEnabled(wants);
}
