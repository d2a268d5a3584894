// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "tools.h"

#include "toolcall.h"

#include <QtCore/qnumeric.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::Tools {

namespace {

/// The shortest text that reads back as the same number.
QByteArray toJson(double number)
{
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

struct Total
{
    qint64 integer = 0;
    double real = 0;
    bool exact = true; ///< every number was an integer and so is the sum
    double minimum = qInf();
    double maximum = -qInf();

    void add(const Mcp::RawJson &number, double value)
    {
        const std::optional<qint64> whole = number.toInteger();
        exact = exact && whole && !qAddOverflow(integer, *whole, &integer);
        real += value;
        minimum = qMin(minimum, value);
        maximum = qMax(maximum, value);
    }
    QByteArray toJson() const { return exact ? QByteArray::number(integer) : Tools::toJson(real); }
};

} // namespace

void echo(ToolCall &call)
{
    const Mcp::RawJson received = call.arguments().all();
    call.finish(received.isAbsent() ? u"No arguments came: the member is absent."_s
                                    : QString::fromUtf8(received.view()));
}

void schemaZoo(ToolCall &call) { echo(call); }

void sum(ToolCall &call)
{
    const QList<Mcp::RawJson> numbers = call.arguments().raw("numbers").elements();
    const bool broken = call.arguments().flag("break_schema", false);
    if (call.endedByBadArguments())
        return;
    if (numbers.isEmpty())
        return call.finish(ToolResult::failure(
                u"\"numbers\" has to be a list with at least one number, for example [1, 2.5]."));
    Total total;
    for (const Mcp::RawJson &number : numbers) {
        const std::optional<double> value = number.toDouble();
        if (!value || !std::isfinite(*value))
            return call.finish(
                    ToolResult::failure(u"\"%1\" is not a number this tool can add."_s.arg(
                            QString::fromUtf8(number.view()))));
        total.add(number, *value);
    }
    if (!total.exact && !std::isfinite(total.real))
        return call.finish(ToolResult::failure(u"The sum is too large for this tool."));

    Mcp::JsonObjectWriter result;
    result.addRaw(u"sum", broken ? '"' + total.toJson() + '"' : total.toJson());
    result.add(u"count", numbers.size());
    result.addRaw(u"minimum", toJson(total.minimum)).addRaw(u"maximum", toJson(total.maximum));
    const Mcp::RawJson structured = result.toRawJson();
    call.finish(
            ToolResult::fromText(QString::fromUtf8(structured.view())).setStructured(structured));
}

void exactNumbers(ToolCall &call)
{
    // Text, not numbers: no program between here and the reader may touch a digit.
    const QByteArray exact =
            R"({"one":1.0,"huge":1e400,"tiny":1E-400,"digits":12345678901234567890,)"
            R"("integer64":9223372036854775807,"beyond_double":9007199254740993,)"
            R"("minus_zero":-0,"third":0.1000000000000000055511151231257827,)"
            R"("same_key":"first","same_key":"second","z":1,"a":2,)"
            R"("escapes":"\u00fc \ud83d\ude00 \/","lone":"\ud800"})";
    call.finish(ToolResult::fromText(QString::fromUtf8(exact))
                        .setStructured(Mcp::RawJson::fromText(exact)));
}

} // namespace McpDemo::Tools
