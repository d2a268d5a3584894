// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

// One server that somebody else wrote, and one call whose outcome is known.
struct RealServer
{
    QString name = {};
    QString program = {};
    QStringList arguments = {};
    QStringList environment = {}; // "NAME=value", on top of the inherited one
    QString revision = {};        // what a client that knows both eras agrees on with it
    QString tool = {};
    QByteArray toolArguments = {}; // JSON text
    QString expected = {};         // a regular expression for the text of the result
    QString missing = {};          // why it is not installed; empty when it is
};

// The servers interop_setup installed, and what they work on: a folder of files and a git
// repository in a folder of their own, made here. Lives as long as the test.
class RealServers
{
public:
    // scratch: an empty folder that exists.
    explicit RealServers(const QString &scratch);

    [[nodiscard]] const QList<RealServer> &all() const { return m_servers; }
    [[nodiscard]] RealServer named(const QString &name) const;

private:
    void addNode(const QString &package, const RealServer &server);
    void addPython(const QString &command, const RealServer &server);
    [[nodiscard]] QString makeRepository(QString *problem) const;

    QString m_scratch;
    QList<RealServer> m_servers;
};
