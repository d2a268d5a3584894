// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/harness.h"

#include "support/testprocess.h"

#include <QtTest/qtest.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace McpTest {

ServerSpec fakeSpec(const QString &name, const QStringList &scenarios)
{
    ServerSpec spec;
    spec.name = name;
    spec.launch.command = fakeServerPath();
    for (const QString &scenario : scenarios)
        spec.launch.arguments << u"--scenario"_s << scenario;
    spec.framing = FramingSetting::Newline;
    spec.era = EraSetting::Legacy;
    return spec;
}

QString settled(Call *call)
{
    QString text;
    bool done = false;
    QObject::connect(call, &Call::finished, call, [&, call] {
        const auto outcome = call->outcome();
        text = outcome ? QString::fromUtf8(outcome->view())
                       : Error::kindName(outcome.error().kind) + u": "_s + outcome.error().message;
        done = true;
    });
    return QTest::qWaitFor([&] { return done; }, 20'000) ? text : u"(never settled)"_s;
}

} // namespace McpTest
