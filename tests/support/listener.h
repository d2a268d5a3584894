// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QtCore/qglobal.h>

namespace McpTest {

/// Listens at a port of this machine and knows whether anybody came. Plain sockets: nothing that we
/// build has Qt Network, so that nothing can fetch what a server names.
class Listener
{
public:
    Listener()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = local(0);
        socklen_t size = sizeof(address);
        auto *const plain = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket, plain, size) == 0 && ::listen(m_socket, 8) == 0
            && ::getsockname(m_socket, plain, &size) == 0)
            m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Listener)

    quint16 port() const { return m_port; } ///< 0: it does not listen
    bool wasVisited()
    {
        const int visitor = ::accept(m_socket, nullptr, nullptr);
        if (visitor >= 0)
            ::close(visitor);
        return visitor >= 0;
    }
    /// Goes there; false when nobody listens.
    static bool visit(quint16 port)
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = local(port);
        const bool isThere =
                ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address))
                == 0;
        ::close(socket);
        return isThere;
    }

private:
    static sockaddr_in local(quint16 port)
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    int m_socket;
    quint16 m_port = 0;
};

} // namespace McpTest
