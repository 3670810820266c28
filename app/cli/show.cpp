#include "app/cli/show.h"

#include "app/article/articlejson.h"
#include "app/cli/articletext.h"
#include "app/cli/output.h"
#include "app/formats/formats.h"
#include "app/html/plaintext.h"

#include <QFile>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

enum class Form { Json, Text, Html };

struct Request
{
    Form form = Form::Json;
    QList<QByteArray> files;
};

constexpr const char *usage =
    "Usage: broadsheet-cli show [--json|--text|--html] FILE...\n"
    "Reads articles and prints each of them.\n"
    "\n"
    "  --json  one JSON object a line, with the names of schema.org's NewsArticle (the default)\n"
    "  --text  plain text for people\n"
    "  --html  one HTML document\n"
    "  --help  this text\n"
    "\n"
    "Exit status: 0 done, 1 some files failed (each named on standard error), 2 wrong usage.\n";

// Nothing when the arguments make no sense; says why on standard error.
std::optional<Request> requestOf(const QList<QByteArray> &arguments)
{
    Request request;
    std::optional<Form> form;
    bool areOptions = true;
    for (const QByteArray &argument : arguments) {
        if (!areOptions || !argument.startsWith('-') || argument.size() < 2) {
            request.files.append(argument);
            continue;
        }
        if (argument == "--") {
            areOptions = false;
            continue;
        }
        std::optional<Form> asked;
        if (argument == "--json")
            asked = Form::Json;
        else if (argument == "--text")
            asked = Form::Text;
        else if (argument == "--html")
            asked = Form::Html;
        if (!asked || (form && form != asked)) {
            std::fprintf(stderr, "broadsheet-cli: %s: %s\n", argument.constData(),
                         asked ? "one form at a time" : "there is no such option");
            return std::nullopt;
        }
        form = asked;
    }
    if (request.files.isEmpty()) {
        std::fputs("broadsheet-cli: show which file?\n", stderr);
        return std::nullopt;
    }
    request.form = form.value_or(Form::Json);
    return request;
}

QByteArray shown(const Article &article, Form form)
{
    switch (form) {
    case Form::Json:
        return toJson(article, plainText(article.bodyHtml)) + '\n';
    case Form::Text:
        return articleText(article).toUtf8();
    case Form::Html:
        return articleHtml(article).toUtf8();
    }
    return {};
}

// What stands between two texts, so that one can be told from the next.
QByteArray parting(Form form)
{
    return form == Form::Text
        ? QByteArrayLiteral("\n") + QByteArray(80, '=') + QByteArrayLiteral("\n\n")
        : QByteArray();
}

int showFiles(const Request &request)
{
    int status = Done;
    bool isFirst = true;
    for (const QByteArray &name : request.files) {
        const Result<SourceFile> file = readSourceFile(name, QFile::decodeName(name));
        const Result<QList<Article>> articles = file.has_value() ? readArticles(file.value())
                                                                 : file.error();
        if (!articles.has_value()) {
            printProblem(name, articles.error());
            status = SomeFailed;
            continue;
        }
        for (const Article &article : articles.value()) {
            const QByteArray text = shown(article, request.form);
            if (!print(isFirst ? text : parting(request.form) + text))
                return SomeFailed;
            isFirst = false;
        }
    }
    return status;
}

} // namespace

int show(const QList<QByteArray> &arguments)
{
    if (arguments.contains("--help") || arguments.contains("-h")) {
        print(usage);
        return finishPrinting() ? Done : SomeFailed;
    }
    const std::optional<Request> request = requestOf(arguments);
    if (!request) {
        std::fputs(usage, stderr);
        return WrongUsage;
    }
    if (request->form == Form::Html)
        print("<!DOCTYPE html>\n<html>\n<head><meta "
              "charset=\"utf-8\"><title>Broadsheet</title></head>\n"
              "<body>\n");
    const int status = showFiles(*request);
    if (request->form == Form::Html)
        print("</body>\n</html>\n");
    return finishPrinting() ? status : SomeFailed;
}
