// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/rawjson.h"

#include <QtCore/qlist.h>
#include <QtCore/qstringlist.h>

namespace Mcp {

struct Error;

/*!
 * Read view over the params of elicitation/create (2026-07-28, client/elicitation), and the three
 * answers to it. Wrong types read as absent, never fail; problems() says what is odd. The texts are
 * the server's: plain, and as long as it likes.
 */
class Elicitation
{
public:
    enum class Mode {
        Form,    ///< values for requestedSchema; also where no mode is given
        Url,     ///< an address to visit
        Unknown, ///< neither; to be declined
    };

    /// Addresses to visit first (ErrorCode::urlRequired): more at one time are not offered.
    static constexpr qsizetype maxRequired = 20;

    Elicitation() = default;
    explicit Elicitation(const RawJson &params)
        : m_raw(params)
    {}

    const RawJson &raw() const { return m_raw; }
    Mode mode() const { return modeOf(m_raw.value("mode")); }
    static Mode modeOf(const RawJson &mode);
    /// The first @p most characters of it.
    QString message(qsizetype most) const { return m_raw.value("message").textStart(most); }
    RawJson requestedSchema() const { return m_raw.value("requestedSchema"); }
    QString url() const { return m_raw.value("url").toString(); }
    QString id() const { return m_raw.value("elicitationId").toString(); } ///< 2025-11-25 only
    /// Which rules it breaks, one sentence each; empty for a clean one.
    QStringList problems() const;

    /// \name ElicitResult, the three answers
    /// @{
    /// @p content absent: none, as in URL mode.
    static RawJson accepted(const RawJson &content = {});
    static RawJson declined();  ///< an explicit no
    static RawJson cancelled(); ///< neither yes nor no
    /// @}

    /// The params of the elicitations that @p error asks for: each in URL mode, of the first
    /// maxRequired. Empty for every other error.
    static QList<RawJson> requiredBy(const Error &error);

private:
    QStringList formProblems() const;

    RawJson m_raw;
};

} // namespace Mcp
