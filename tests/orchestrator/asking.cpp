// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/asking.h"

#include "server/tracelog.h"

#include <QtCore/qfile.h>

using namespace Mcp;
using namespace Qt::Literals::StringLiterals;

namespace McpTest {

void addEras()
{
    QTest::addColumn<QString>("era");
    QTest::newRow("legacy") << u"legacy"_s;
    QTest::newRow("modern") << u"modern"_s;
}

void Asking::begin()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_orchestrator = std::make_unique<Orchestrator>(
            OrchestratorPaths{ {}, m_dir->filePath(u"data"_s), false });
    m_orchestrator->setAnswered(ClientCapabilities::all());
    questions();
}

void Asking::end()
{
    m_orchestrator.reset();
    m_dir.reset();
}

void Asking::open(const QString &era, const std::function<void(ServerSpec &)> &adjust)
{
    ServerSpec spec = fakeSpec(u"fake"_s);
    spec.launch.arguments << u"--era"_s << era;
    spec.era = *eraSettingFromString(era);
    if (adjust)
        adjust(spec);
    QVERIFY(!m_orchestrator->addServer(spec));
    const QString result = settled(m_orchestrator->open(u"fake"_s));
    QVERIFY2(result.startsWith(u'{'), qPrintable(result));
}

Call *Asking::ask(const QByteArray &question)
{
    return m_orchestrator->callServerTool(u"fake"_s, u"ask"_s, RawJson::fromText(question));
}

InputRequest *Asking::onlyQuestion()
{
    if (!QTest::qWaitFor([this] { return questions()->open().size() == 1; }, 10'000))
        qFatal("not one question but %d", int(questions()->open().size()));
    return questions()->open().constFirst();
}

QString Asking::script(const QByteArray &text)
{
    const QString path = m_dir->filePath(u"responder"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + text) < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

bool Asking::wasSent(const QString &method) const
{
    const TraceLog *const trace = m_orchestrator->server(u"fake"_s)->trace();
    for (int i = 0; i < trace->count(); ++i) {
        if (trace->at(i).method == method)
            return true;
    }
    return false;
}

} // namespace McpTest
