// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include "protocol/revision.h"
#include "server/rule.h"
#include "wire/framing.h"
#include "wire/message.h"

#include <QtCore/qset.h>

#include <functional>
#include <optional>

namespace Mcp {

class TraceLog;

/*!
 * What comes from a server, made sense of: frames become messages, batches are taken apart,
 * everything goes to the trace, and each rule that is broken is said once as a warning. Owned by
 * its Server; knows no state but what was said already.
 */
class Inbox
{
public:
    using Deliver = std::function<void(const Message &message, Framing framing)>;
    using Warn = std::function<void(const QString &warning)>;

    Inbox(TraceLog *trace, Deliver deliver, Warn warn);

    /// @p agreed: the revision of the connection, if there is one.
    void take(const Frame &frame, std::optional<Revision> agreed);
    /// Says every warning anew.
    void forgetWarnings()
    {
        m_warned.clear();
        m_lastText.clear();
    }

private:
    void takeBeginning(const Frame &frame);
    void takeEnding(const Frame &frame);
    void takeBatch(const Message &batch, Framing framing, std::optional<Revision> agreed);
    /// @p broken: a rule that it breaks by being there.
    void takeMessage(const Message &message, Framing framing, const QString &note = {},
                     Rule broken = Rule::None);
    void warnOnce(const QString &sentence, const QString &detail = {});

    TraceLog *m_trace;
    Deliver m_deliver;
    Warn m_warn;
    QSet<QString> m_warned; ///< kinds of sentences, numbers left out
    QString m_lastText;
    quint64 m_skipped = 0; ///< in the trace, the message that was too long
    QString m_nameless; ///< why the answer that is being skipped is, if its id did not come first
};

} // namespace Mcp
