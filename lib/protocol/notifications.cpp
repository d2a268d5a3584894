// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "protocol/notifications.h"

#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

/// 3 as "3", 0.5 as "0.5": what people would write.
QString number(double value) { return QString::number(value, 'g', 15); }

} // namespace

Progress Progress::fromParams(const RawJson &params)
{
    Progress progress;
    progress.progress = params.value("progress").toDouble().value_or(0);
    progress.total = params.value("total").toDouble();
    progress.message = params.value("message").toString();
    return progress;
}

QString Progress::describe() const
{
    // Fractions up to 1 are shares, everything else is a count.
    QString amount = number(progress);
    if (total && *total == 1.0 && progress >= 0 && progress <= 1)
        amount = number(qRound64(progress * 100)) + " %"_L1;
    else if (total && *total > 0)
        amount += " of "_L1 + number(*total);
    else if (!message.isEmpty())
        return message;
    return message.isEmpty() ? amount : amount + ": "_L1 + message;
}

LogMessage LogMessage::fromParams(const RawJson &params)
{
    return { params.value("level").toString(), params.value("logger").toString(),
             params.value("data") };
}

QString LogMessage::describe() const
{
    QString head = level.isEmpty() ? u"log"_s : level;
    if (!logger.isEmpty())
        head += u' ' + logger;
    const QString text = data.isString() ? data.toString()
                                         : QString::fromUtf8(JsonText::compact(data.toByteArray()));
    return text.isEmpty() ? head : head + ": "_L1 + text;
}

} // namespace Mcp
