#include "ui/searchbar/suggestionline.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SuggestionLine::SuggestionLine(QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    hide();
}

void SuggestionLine::suggest(const QString &text)
{
    m_text = text;
    if (text.isEmpty())
        return hide();
    if (!m_label) {
        m_label = new QLabel(this);
        m_label->setTextFormat(Qt::RichText);
        m_label->setTextInteractionFlags(Qt::LinksAccessibleByMouse
                                         | Qt::LinksAccessibleByKeyboard);
        m_label->setWordWrap(true);
        m_label->setMinimumWidth(1);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(16, 8, 12, 6);
        layout->addWidget(m_label);
        connect(m_label, &QLabel::linkActivated, this, [this] { Q_EMIT taken(QString(m_text)); });
    }
    const QString link = u"<a href=\"#\">%1</a>"_s.arg(text.left(200).toHtmlEscaped());
    m_label->setText(tr("Did you mean %1?").arg(link));
    m_label->setAccessibleName(tr("Did you mean %1?").arg(text));
    show();
}
