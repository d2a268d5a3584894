// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// What is known of @modelcontextprotocol/server-everything: something to call each of its tools
/// and prompts and to fill each of its templates with, and what comes of it. Tests go through the
/// server's own lists; what is listed and not known here fails them.
namespace Everything {

struct Item
{
    QString name = {}; ///< of a template: the template
    QByteArray arguments = {};
    QString expected = {};   ///< a regular expression for the result as JSON text
    QByteArray answers = {}; ///< of --answer, where the server asks back
    bool asTask = false;     ///< takes no other way
};

const QList<Item> &tools();
const QList<Item> &prompts();
const QList<Item> &templates();

const Item *find(const QList<Item> &items, const QString &name);
QStringList names(const QList<Item> &items); ///< sorted
bool isExpected(const Item &item, const QByteArray &result);

} // namespace Everything
