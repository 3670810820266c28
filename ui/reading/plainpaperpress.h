#pragma once
// The PaperPress that needs no web engine: the text without its pictures, laid out by Qt's own rich
// text in one column. GUI thread; owned by its parent.

#include "ui/support/paperpress.h"

class PlainPaperPress final : public PaperPress
{
    Q_OBJECT

public:
    using PaperPress::PaperPress;

    bool namesPlaces() const override { return false; }
    void layOut(const QString &html, const QList<ArticleImage> &images,
                const QPageLayout &layout) override;
    void layOutOriginal(const OriginalPage &page, const QPageLayout &layout) override;
    void cancel() override { m_isGivenUp = true; }

private:
    void answer(const QByteArray &pdf, const QString &problem);

    bool m_isGivenUp = false;
};
