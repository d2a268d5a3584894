// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// Server definitions as people paste them and as files hold them: whatever is read can be written
// and is then read as the same.

#include "target.h"

#include "orchestrator/configimport.h"
#include "orchestrator/serverdefinition.h"
#include "transport/commandline.h"
#include "json/jsontext.h"

using namespace Mcp;

void fuzzOne(QByteArrayView input)
{
    const QByteArray text = input.toByteArray();
    (void)looksLikeServerDefinitions(QString::fromUtf8(text));
    (void)readServerFile(RawJson::fromText(JsonText::blankComments(text)));
    const Result<ImportedServers> imported = readServerDefinitions(text);
    if (!imported)
        return;
    for (const ServerSpec &spec : imported->servers) {
        const QByteArray written = serverSpecToJson(spec);
        const Result<ServerSpec> again = serverSpecFromJson(spec.name, RawJson::fromText(written));
        fuzzCheck(bool(again), "what was written cannot be read");
        fuzzCheck(*again == spec, "what was written is read as something else");
    }
}
