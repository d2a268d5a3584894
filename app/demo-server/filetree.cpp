// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "filetree.h"

using namespace Qt::Literals::StringLiterals;

namespace McpDemo::FileTree {

const QList<File> &files()
{
    static const QList<File> all{
        { u"README.md"_s, u"text/markdown"_s, u"# Files\n\nA tree to walk through.\n"_s },
        { u"docs/first steps.md"_s, u"text/markdown"_s,
          u"# First steps\n\nA space in the name comes as %20.\n"_s },
        { u"docs/überblick.txt"_s, u"text/plain"_s, u"Umlauts come as UTF-8, escaped.\n"_s },
        { u"src/main.c"_s, u"text/x-c"_s, u"int main(void)\n{\n    return 0;\n}\n"_s },
        { u"src/data/values.csv"_s, u"text/csv"_s, u"name,value\none,1\ntwo,2\n"_s },
    };
    return all;
}

QStringList segments()
{
    QStringList names;
    for (const File &file : files())
        names += file.path.split(u'/');
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace McpDemo::FileTree
