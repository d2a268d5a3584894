// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// How long a form takes from the schema to the first paint, with the arguments one starts with, and
// one edit until its problems are shown: for a large recursive schema, and as baseline in the same
// rounds for a form of 45 plain text fields. Prints medians and ratios.

#include "forms/argumentform.h"
#include "schema/schemadefaults.h"

#include <QtCore/qelapsedtimer.h>
#include <QtWidgets/qapplication.h>
#include <QtWidgets/qlineedit.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 9;

QByteArray plainSchema()
{
    QByteArray properties;
    for (int i = 0; i < 45; ++i)
        properties += (i ? ",\"p" : "\"p") + QByteArray::number(i) + R"(":{"type":"string"})";
    return "{\"type\":\"object\",\"properties\":{" + properties + "}}";
}

/// Some 84 KB, 1,000 object schemas that refer to each other in circles; @p required members make
/// the form open them by itself.
QByteArray recursiveSchema(bool required)
{
    constexpr int kTypes = 250;
    const auto reference = [](int type) {
        return "{\"$ref\":\"#/$defs/t" + QByteArray::number(type % kTypes) + "\"}";
    };
    QByteArray definitions;
    for (int i = 0; i < kTypes; ++i) {
        definitions += (i ? ",\"t" : "\"t") + QByteArray::number(i)
                       + R"(":{"type":"object","properties":{"name":{"type":"string"},"next":)"
                       + reference(i + 1)
                       + R"(,"inner":{"type":"object","properties":{"of":{"anyOf":[)"
                       + reference(i * 7) + R"(,{"type":"string"}]}}},"list":{"type":"array",)"
                       + R"("items":{"type":"object","properties":{"k":)" + reference(i * 3)
                       + R"(}}},"map":{"type":"object","additionalProperties":)" + reference(i + 9)
                       + "}}" + (required ? R"(,"required":["name","next","inner"]})" : "}");
    }
    QByteArray properties;
    QByteArray names;
    for (int i = 0; i < 45; ++i) {
        properties += (i ? ",\"p" : "\"p") + QByteArray::number(i) + "\":" + reference(i);
        names += (i ? ",\"p" : "\"p") + QByteArray::number(i) + '"';
    }
    return "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":["
           + (required ? names : QByteArray()) + "],\"$defs\":{" + definitions + "}}";
}

struct Times
{
    double opened = 0; ///< ms until painted
    double edited = 0; ///< ms from a key to problems that are up to date
};

Times measure(const QByteArray &schema)
{
    Times times;
    McpUi::ArgumentForm form;
    form.resize(500, 700);
    QElapsedTimer timer;
    timer.start();
    form.setSchema(Mcp::RawJson::fromText(schema));
    form.setValue(Mcp::SchemaDefaults::initialArguments(form.parser()));
    form.show();
    QApplication::processEvents();
    times.opened = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    if (auto *line = form.findChild<QLineEdit *>())
        line->insert(u"x"_s);
    if (form.problems().size() > 1000)
        std::printf("unexpected\n");
    times.edited = double(timer.nsecsElapsed()) / 1e6;
    return times;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    struct Case
    {
        const char *name;
        QByteArray schema;
        QList<double> opened;
        QList<double> edited;
    };
    Case cases[] = { { "45 plain texts (baseline)", plainSchema(), {}, {} },
                     { "recursive, all optional", recursiveSchema(false), {}, {} },
                     { "recursive, all required", recursiveSchema(true), {}, {} } };
    for (int round = 0; round < kRounds; ++round) {
        for (Case &each : cases) {
            const Times times = measure(each.schema);
            each.opened.append(times.opened);
            each.edited.append(times.edited);
        }
    }
    const double openedBase = median(cases[0].opened);
    const double editedBase = median(cases[0].edited);
    for (const Case &each : cases) {
        std::printf(
                "%-26s %6.1f KB   shown after %7.2f ms (%5.2f x)   checked after a key %7.2f ms "
                "(%5.2f x)\n",
                each.name, double(each.schema.size()) / 1000, median(each.opened),
                median(each.opened) / openedBase, median(each.edited),
                median(each.edited) / editedBase);
    }
    return 0;
}
