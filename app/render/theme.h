#pragma once
// A page's looks: a template with its variables listed on top, and style sheets, as files under
// resources/themes. Values; pure; any thread.
//
// A template knows three things:
//   {{name}}             the value, escaped: what comes out of a file goes in this way
//   {{&name}}            the value as it is: HTML that was made or sanitised by us
//   {{?name}}…{{/name}}  what stands between, only when the value is not empty

#include <QHash>
#include <QString>

using TemplateValues = QHash<QString, QString>;

// The text of resources/themes/`file`; a template comes without its opening comment.
QString themeFile(const QString &file);

// `text` with every variable filled in. A name without a value counts as empty.
QString filled(const QString &text, const TemplateValues &values);

// Every name that the template uses, for the test that holds it against its opening comment.
QStringList templateNames(const QString &text);

// The colour that a style sheet gives to --`name`: of its dark set, or of the light one. Empty
// when it has none.
QString themeColour(const QString &styleSheet, const QString &name, bool dark);
