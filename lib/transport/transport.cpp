// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/transport.h"

#include <csignal>

namespace Mcp {

using namespace Qt::Literals::StringLiterals;

void Transport::setFraming(Framing framing, bool asciiOnly)
{
    m_framing = framing;
    m_asciiOnly = asciiOnly;
}

QString signalName(int signal)
{
    struct Named
    {
        int number = 0;
        QLatin1StringView name;
    };
    static constexpr Named names[] = {
        { SIGABRT, "SIGABRT"_L1 }, { SIGFPE, "SIGFPE"_L1 },   { SIGILL, "SIGILL"_L1 },
        { SIGINT, "SIGINT"_L1 },   { SIGSEGV, "SIGSEGV"_L1 }, { SIGTERM, "SIGTERM"_L1 },
#ifdef Q_OS_UNIX
        { SIGALRM, "SIGALRM"_L1 }, { SIGBUS, "SIGBUS"_L1 },   { SIGHUP, "SIGHUP"_L1 },
        { SIGKILL, "SIGKILL"_L1 }, { SIGPIPE, "SIGPIPE"_L1 }, { SIGQUIT, "SIGQUIT"_L1 },
        { SIGSYS, "SIGSYS"_L1 },   { SIGTRAP, "SIGTRAP"_L1 }, { SIGUSR1, "SIGUSR1"_L1 },
        { SIGUSR2, "SIGUSR2"_L1 }, { SIGXCPU, "SIGXCPU"_L1 }, { SIGXFSZ, "SIGXFSZ"_L1 },
#endif
    };
    for (const Named &named : names) {
        if (named.number == signal)
            return named.name;
    }
    return QString::number(signal);
}

} // namespace Mcp
