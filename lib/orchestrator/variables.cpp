// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "orchestrator/variables.h"

#include <QtCore/qprocess.h>

using namespace Qt::Literals::StringLiterals;

namespace Mcp {

namespace {

class Substitution
{
public:
    QString apply(const QString &text)
    {
        QString result;
        qsizetype from = 0;
        for (;;) {
            const qsizetype begin = text.indexOf("${"_L1, from);
            const qsizetype end = begin < 0 ? -1 : text.indexOf(u'}', begin);
            if (end < 0)
                return result + text.sliced(from);
            result += QStringView(text).sliced(from, begin - from);
            if (begin > from && text.at(begin - 1) == u'$') // $${x} is a literal ${x}
                result += QStringView(text).sliced(begin + 1, end - begin);
            else
                result += valueOf(text.sliced(begin + 2, end - begin - 2));
            from = end + 1;
        }
    }

    const QStringList &missing() const { return m_missing; }

private:
    QString valueOf(const QString &placeholder)
    {
        QString name = placeholder;
        std::optional<QString> fallback;
        if (const qsizetype mark = name.indexOf(":-"_L1); mark > 0) {
            fallback = name.sliced(mark + 2);
            name.truncate(mark);
        }
        if (name.startsWith("env:"_L1))
            name.remove(0, 4);
        if (m_environment.contains(name) && !(fallback && m_environment.value(name).isEmpty()))
            return m_environment.value(name);
        if (fallback)
            return *fallback;
        const QString written = u"${%1}"_s.arg(placeholder);
        if (!m_missing.contains(written))
            m_missing.append(written);
        return {};
    }

    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QStringList m_missing;
};

} // namespace

Result<ServerSpec> substituteVariables(const ServerSpec &spec)
{
    Substitution substitution;
    ServerSpec result = spec;
    LaunchSpec &launch = result.launch;
    launch.command = substitution.apply(launch.command);
    for (QString &argument : launch.arguments)
        argument = substitution.apply(argument);
    for (EnvironmentVariable &variable : launch.environment)
        variable.value = substitution.apply(variable.value);
    launch.workingDirectory = substitution.apply(launch.workingDirectory);
    for (QString &folder : launch.extraPath)
        folder = substitution.apply(folder);
    if (substitution.missing().isEmpty())
        return result;
    return Error::usage(
            u"The definition of “%1” uses %2, for which there is no value. Set the "
            "environment variable before the program is started, or write the value into the "
            "definition."_s.arg(spec.name, substitution.missing().join(", "_L1)));
}

} // namespace Mcp
