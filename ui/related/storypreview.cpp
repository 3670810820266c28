#include "ui/related/storypreview.h"

#include "app/render/datetext.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int previewWidth = 340; // pixels at 96 dpi
constexpr int distance = 8;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

StoryPreview::StoryPreview(QWidget *parent)
    : QFrame(parent, Qt::ToolTip)
    , m_headline(plainLabel(this))
    , m_credits(plainLabel(this))
    , m_words(plainLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(6);
    for (QLabel *label : {m_headline, m_credits, m_words}) {
        label->setForegroundRole(QPalette::Text);
        layout->addWidget(label);
    }
    QFont headline = font();
    headline.setPointSizeF(headline.pointSizeF() * 1.15);
    headline.setWeight(QFont::DemiBold);
    m_headline->setFont(headline);
    QFont credits = font();
    credits.setPointSizeF(credits.pointSizeF() * 0.9);
    m_credits->setFont(credits);
}

void StoryPreview::showBeside(const QRect &row, const ArticleSummary &story)
{
    m_headline->setText(story.headline.simplified().left(300));
    QStringList parts{story.source, dateText(story.date, QLocale())};
    parts.removeAll(QString());
    m_credits->setText(parts.join(u" · "_s));
    m_credits->setVisible(!parts.isEmpty());
    m_words->setText(story.firstWords);
    m_words->setVisible(!story.firstWords.isEmpty());
    for (QLabel *label : {m_headline, m_words})
        label->setAlignment(label->text().isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute
                                                          : Qt::AlignLeft | Qt::AlignAbsolute);
    setFixedWidth(previewWidth);
    setFixedHeight(layout()->heightForWidth(previewWidth));

    const QScreen *screen = QGuiApplication::screenAt(row.center());
    const QRect room = screen ? screen->availableGeometry() : row;
    const bool isRoomLeft = row.left() - room.left() >= previewWidth + distance;
    const int x = isRoomLeft ? row.left() - previewWidth - distance : row.right() + 1 + distance;
    const int y = std::clamp(row.top(), room.top(), std::max(room.top(), room.bottom() - height()));
    move(x, y);
    show();
}
