// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "resourcetexts.h"

#include <QtCore/qfile.h>
#include <QtCore/qstringlist.h>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::ResourceTexts {

QString guide()
{
    QFile file(u":/guide.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The guide is not part of this program");
    return QString::fromUtf8(file.readAll());
}

QString note()
{
    return u"English: a note.\nDeutsch: Grüße aus Zürich.\nРусский: Добрый день.\n"
           "日本語: こんにちは。\nالعربية: مرحبا\nEmoji: 😀 👩‍👩‍👧\n"_s;
}

QString inventory()
{
    static const QStringList things{ u"lamp"_s, u"chair"_s, u"table"_s, u"shelf"_s };
    QString json = u"["_s;
    for (int i = 1; i <= 50; ++i) {
        json += u"%1{\"id\": %2, \"thing\": \"%3\", \"price\": %4.50, \"in_stock\": %5}"_s
                        .arg(i > 1 ? u",\n "_s : QString())
                        .arg(i)
                        .arg(things.at(i % things.size()))
                        .arg(i * 37 % 400)
                        .arg(i % 3 == 0 ? u"false"_s : u"true"_s);
    }
    return json + u"]\n"_s;
}

QString book()
{
    constexpr int lines = 8000;
    QString text;
    text.reserve(lines * 70);
    for (int line = 1; line <= lines; ++line)
        text += u"%1  It was a bright day, and line %1 had nothing to say either.\n"_s.arg(
                line, 5, 10, QChar(u'0'));
    return text;
}

QString page()
{
    return uR"html(<!DOCTYPE html>
<html lang="en">
  <head><title>A page</title><script>document.title = "it ran"</script></head>
  <body>
    <h1>A page</h1>
    <p>Whoever <b>renders</b> this without being asked to has fetched a picture.</p>
    <img src="https://example.com/tracker.png" alt="a picture on the web">
  </body>
</html>
)html"_s;
}

} // namespace McpDemo::ResourceTexts
