// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// libFuzzer's entry. Without libFuzzer the program takes files and folders, and runs each file
// once: that is how every build goes through the saved inputs.

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzzOne(QByteArrayView(data, qsizetype(size)));
    return 0;
}

#ifndef MCP_LIBFUZZER

#include <QtCore/qdiriterator.h>
#include <QtCore/qfile.h>

int main(int argc, char **argv)
{
    int files = 0;
    const auto run = [&files](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot be read: %s", qPrintable(path));
        std::fprintf(stderr, "%s\n", qPrintable(path)); // the last one is the one that failed
        fuzzOne(file.readAll());
        ++files;
    };
    for (int i = 1; i < argc; ++i) {
        const QString path = QFile::decodeName(argv[i]);
        QDirIterator inside(path, QDir::Files, QDirIterator::Subdirectories);
        if (!QFileInfo(path).isDir())
            run(path);
        while (inside.hasNext())
            run(inside.next());
    }
    std::printf("%d inputs\n", files);
    return files > 0 ? 0 : 1;
}

#endif
