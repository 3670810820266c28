#pragma once
// A page's pictures: found beside its file or inside it, and numbered for the body. Looks whether
// a file is there; opens none. Owned by one read.

#include "app/article/article.h"
#include "app/html/document.h"

#include <QDir>
#include <QHash>
#include <QUrl>

class PagePictures final
{
public:
    // `path` is the page's own file; pictures are looked for in its folder and below, nowhere else.
    PagePictures(const QString &path, const QUrl &page);

    // The number of the picture that an img element shows, or -1 when it is none worth showing.
    int numberOf(const HtmlNode &img);
    // The picture at an address that the page gives elsewhere; -1 when it is not here.
    int numberOfAddress(const QString &address);
    void setCaption(int number, const QString &caption);

    bool isHere(int number) const { return m_images[number].isHere(); }
    QList<ArticleImage> images() const { return m_images; }

private:
    int add(const QString &address, const QString &alternateName);
    QString fileOf(const QString &address) const;

    QDir m_folder;
    QString m_root;        // of what may be shown: canonical, with a slash at the end
    QString m_savedFolder; // the page's own folder of pictures: "Story_files"
    QUrl m_page;
    QList<ArticleImage> m_images;
    QHash<QString, int> m_numbers; // by address
    qsizetype m_inlineBytes = 0;
};
