// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/calloutcome.h"

#include "models/resultdigest.h"
#include "views/resultexporter.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QString errorText(const Mcp::Error &error)
{
    QString text = error.describe();
    if (!error.data.isAbsent())
        text += u'\n' + QString::fromUtf8(Mcp::JsonText::pretty(error.data.view()));
    return text;
}

} // namespace

void CallOutcome::copy(ResultExporter *exporter) const
{
    if (!result) {
        const Mcp::Error error = result.error();
        return exporter->copy(error.data.size(), [error] { return errorText(error); });
    }
    exporter->copy(result->size(), [raw = *result] { return QString::fromUtf8(raw.view()); });
}

void CallOutcome::copyText(ResultExporter *exporter) const
{
    if (!result)
        return copy(exporter);
    exporter->copy(result->size(),
                   [raw = *result, of = kind] { return ResultDigest::of(raw, of).toPlainText(); });
}

void CallOutcome::save(ResultExporter *exporter) const
{
    if (!result) {
        const Mcp::Error error = result.error();
        return exporter->save(u"error.txt"_s, error.data.size(),
                              [error] { return errorText(error).toUtf8() + '\n'; });
    }
    exporter->save(u"result.json"_s, result->size(), [raw = *result] { return raw.toByteArray(); });
}

} // namespace McpUi
