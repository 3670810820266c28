#pragma once
// A page's pictures: found beside its file or inside it, and numbered for the body. Looks whether
// a file is there, and opens only those that may be no picture. Owned by one read.

#include "app/article/article.h"
#include "app/formats/html/savedpage.h"
#include "app/formats/html/sharedpictures.h"
#include "app/html/document.h"

#include <QDir>
#include <QHash>
#include <QSet>
#include <QUrl>

class PagePictures final
{
public:
    // Pictures are looked for among the page's parts, and in its file's folder and below; nowhere
    // else. `address` is where the page was, as far as anybody knows; `document` must stay.
    PagePictures(const SavedPage &page, const QUrl &address, const HtmlDocument &document);

    // The number of the picture that an img element shows at one of `addresses`, the best first,
    // or -1 when it is none worth showing. One that is not here is, when somebody says what it
    // shows: its alternative text or its caption.
    int numberOf(const HtmlNode &img, const QStringList &addresses, const QString &caption);
    // The picture at an address that the page gives elsewhere; -1 when it is not here.
    int numberOfAddress(const QString &address);
    void setCaption(int number, const QString &caption);

    // Without a number for it: whether the picture of an img element came with the page, and
    // whether it is no smaller than a lead picture, as far as its first bytes tell.
    bool isHere(const HtmlNode &img, const QStringList &addresses);
    bool isLarge(const HtmlNode &img, const QStringList &addresses);
    const QList<ArticleImage> &images() const { return m_images; }

private:
    // One of a picture's addresses, and the file there; neither when it is not here.
    struct Place
    {
        QString address;
        QString filePath;
    };

    Place placeOf(const HtmlNode &img, QStringList addresses);
    bool isAt(const QString &address, QString &filePath) const;
    bool isDotAt(const Place &place) const;
    int add(const Place &place, const QString &alternateName, bool isMissing);
    QByteArray partOf(const QString &address) const;
    QByteArray bytesAt(const QString &address);
    QString fileOf(const QString &address) const;
    QString savedFileOf(const QString &address);
    void readAddresses();
    QString savedFolder() const;

    QDir m_folder;
    QString m_name;                     // the page's, without its ending
    QUrl m_page;                        // what its relative addresses are relative to
    QHash<QString, QByteArray> m_parts; // of its container
    const HtmlDocument &m_document;
    SharedPictures m_shared;
    QList<ArticleImage> m_images;
    QHash<QString, int> m_numbers; // by address
    QHash<QString, int> m_files;   // the same, by file
    qsizetype m_inlineBytes = 0;   // of the pictures taken
    int m_lookedFor = 0;           // pictures, from the first on

    // What readAddresses() found out.
    bool m_areAddressesRead = false;
    QString m_savedFolder;    // the page's own folder of pictures: "Story_files"
    QSet<QString> m_ownNames; // of files that an img of the page's names itself
};
