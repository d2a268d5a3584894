// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

SourceTree::SourceTree(const QString &top)
    : m_top(top)
{
    const QDir dir(m_top);
    const QStringList entries = topLevel();
    for (const QString &entry : entries) {
        if (QFileInfo(dir.filePath(entry)).isFile()) {
            m_files += entry;
            continue;
        }
        QDirIterator it(dir.filePath(entry), QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = dir.relativeFilePath(it.next());
            if (!file.contains("/__pycache__/"_L1) && !file.contains("/node_modules/"_L1))
                m_files += file;
        }
    }
    m_files.sort();
}

QStringList SourceTree::filesEndingWith(const QStringList &suffixes) const
{
    QStringList found;
    for (const QString &file : m_files) {
        if (std::any_of(suffixes.cbegin(), suffixes.cend(),
                        [&file](const QString &suffix) { return file.endsWith(suffix); }))
            found += file;
    }
    return found;
}

QStringList SourceTree::lines(const QString &file) const
{
    QFile f(QDir(m_top).filePath(file));
    if (!f.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = f.readAll();
    if (bytes.contains('\0'))
        return {};
    QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QStringList SourceTree::topLevel() const
{
    QStringList entries =
            QDir(m_top).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    entries.removeIf([](const QString &entry) {
        return entry == "build"_L1 || entry.startsWith("build-"_L1) || entry.endsWith(".user"_L1)
               || entry == "compile_commands.json"_L1
               || (entry.startsWith(u'.') && entry != ".ci"_L1 && !entry.startsWith(".clang-"_L1)
                   && entry != ".editorconfig"_L1 && entry != ".gitignore"_L1);
    });
    return entries;
}
