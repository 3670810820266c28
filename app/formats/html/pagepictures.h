#pragma once
// A page's pictures: found beside its file or inside it, and numbered for the body. Looks whether
// a file is there; opens none. Owned by one read.

#include "app/article/article.h"
#include "app/formats/html/savedpage.h"
#include "app/html/document.h"

#include <QDir>
#include <QHash>
#include <QUrl>

class PagePictures final
{
public:
    // Pictures are looked for among the page's parts, and in its file's folder and below; nowhere
    // else. `address` is where the page was, as far as anybody knows.
    PagePictures(const SavedPage &page, const QUrl &address);

    // The number of the picture that an img element shows, or -1 when it is none worth showing.
    // `srcsets` are those of the sources beside it in a picture element, `spare` further addresses.
    int numberOf(const HtmlNode &img, const QStringList &srcsets = {},
                 const QStringList &spare = {});
    // The picture at an address that the page gives elsewhere; -1 when it is not here.
    int numberOfAddress(const QString &address);
    void setCaption(int number, const QString &caption);

    bool isHere(int number) const { return m_images[number].isHere(); }
    QList<ArticleImage> images() const { return m_images; }

private:
    int add(const QString &address, const QString &alternateName);
    QByteArray partOf(const QString &address) const;
    QByteArray bytesAt(const QString &address);
    QString fileOf(const QString &address) const;

    QDir m_folder;
    QString m_root;                     // of what may be shown: canonical, with a slash at the end
    QString m_savedFolder;              // the page's own folder of pictures: "Story_files"
    QUrl m_page;                        // what its relative addresses are relative to
    QHash<QString, QByteArray> m_parts; // of its container
    QList<ArticleImage> m_images;
    QHash<QString, int> m_numbers; // by address
    QHash<QString, int> m_files;   // the same, by file
    qsizetype m_inlineBytes = 0;   // of the pictures taken
};
