// broadsheet-cli: the reader without a screen, for scripts, servers and measurements.
#include "app/article/articlejson.h"
#include "app/formats/formats.h"
#include "app/html/plaintext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    int status = 0;
    for (const QString &path : program.arguments().mid(3)) {
        const auto articles = readArticles(path);
        if (!articles.has_value()) {
            std::fprintf(stderr, "broadsheet-cli: %s\n", qPrintable(path));
            status = 1;
            continue;
        }
        for (const Article &article : articles.value()) {
            const QByteArray line = QJsonDocument(toJson(article, plainText(article.bodyHtml)))
                                        .toJson(QJsonDocument::Compact);
            std::puts(line.constData());
        }
    }
    return status;
}
