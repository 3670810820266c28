#pragma once
// What printing needs of a web engine, and all it may know of one: an HTML page in, a vector PDF
// out. The reading plug-in has the press; ui/printing uses it; neither knows the other. GUI thread.

#include <QByteArray>
#include <QObject>
#include <QPageLayout>
#include <QString>

struct ArticleImage; // ui/support may know app/base only
struct OriginalPage;

class PaperPress : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Whether its PDFs have the destinations that `html` names.
    virtual bool namesPlaces() const { return true; }

    // Lays `html` out on pages of `layout` in a page that nobody sees, its pictures ("picture:N")
    // decoded first. One job at a time; answers once, with laidOut() or
    // failed(), never at once. A cancelled job has failed().
    virtual void layOut(const QString &html, const QList<ArticleImage> &images,
                        const QPageLayout &layout) = 0;
    // A saved page with what was saved with it, under the same terms.
    virtual void layOutOriginal(const OriginalPage &page, const QPageLayout &layout) = 0;
    virtual void cancel() = 0; // the job answers failed() soon, unless it was about to answer

Q_SIGNALS:
    void laidOut(const QByteArray &pdf); // no header or footer yet
    void failed(const QString &detail);
};
