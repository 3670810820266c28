#include "ui/support/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {

// Draws one of our SVG files with currentColor replaced by the palette's, when it is asked for and
// not before: an icon costs nothing until its button is painted.
class OwnIconEngine final : public QIconEngine
{
public:
    explicit OwnIconEngine(const QString &name) : m_name(name) { }

    QIconEngine *clone() const override { return new OwnIconEngine(m_name); }
    QString key() const override { return u"broadsheet"_s; }
    bool isNull() override { return !QFile::exists(fileName()); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor colour = inkFor(mode);
        const bool mirrored = isDirectional() && QGuiApplication::isRightToLeft();
        const QString key = u"broadsheet-%1-%2-%3-%4-%5"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour.rgba())
                                .arg(int(mirrored));
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            drawn = draw(size, colour, mirrored);
            QPixmapCache::insert(key, drawn);
        }
        return drawn;
    }

    void paint(QPainter *painter, const QRect &area, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap drawn = scaledPixmap(area.size() * ratio, mode, state, ratio);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(area, drawn);
    }

private:
    QString fileName() const { return u":/icons/%1.svg"_s.arg(m_name); }

    bool isDirectional() const
    {
        return m_name == u"go-previous" || m_name == u"go-next" || m_name == u"view-list"
            || m_name == u"view-related";
    }

    static QColor inkFor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        QColor ink = palette.color(QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Disabled)
            ink.setAlphaF(0.35F);
        return ink;
    }

    QPixmap draw(const QSize &size, const QColor &colour, bool mirrored) const
    {
        QFile file(fileName());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(drawing);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setOpacity(colour.alphaF());
        renderer.render(&painter, QRectF(QPointF(), size));
        painter.end();
        return QPixmap::fromImage(mirrored ? image.mirrored(true, false) : image);
    }

    const QString m_name;
};

// Whether the desktop theme has the pictures we need, in a colour that can be seen on this palette.
// Many a dark desktop names a theme of dark icons and leaves their recolouring to its own toolkit.
bool themeSuits()
{
    // Without a theme Qt looks for every name through the whole of hicolor, in vain.
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == u"hicolor"_s)
        return false;
    const QIcon probe = QIcon::fromTheme(u"document-print"_s);
    if (probe.isNull() || !QIcon::hasThemeIcon(u"go-next"_s))
        return false;
    const QImage drawn = probe.pixmap(QSize(16, 16)).toImage();
    qint64 light = 0;
    qint64 count = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            const QColor ink = drawn.pixelColor(x, y);
            light += ink.alpha() > 127 ? ink.lightness() : 0;
            count += ink.alpha() > 127;
        }
    }
    constexpr qint64 clearlyDifferent = 80; // of 255
    const qint64 ground = QGuiApplication::palette().color(QPalette::Window).lightness();
    return count > 0 && qAbs(light / count - ground) >= clearlyDifferent;
}

} // namespace

// Resources in a static library have to be asked for by name, outside any namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

QIcon ownIcon(const QString &name)
{
    static const bool registered = [] {
        registerIcons();
        return true;
    }();
    Q_UNUSED(registered)
    return QIcon(new OwnIconEngine(name));
}

QIcon themedIcon(const QString &name)
{
    return themeSuits() ? QIcon::fromTheme(name, ownIcon(name)) : ownIcon(name);
}
