// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "transport/jobobject_win.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace Mcp {

#ifdef Q_OS_WIN

JobObject::JobObject()
    : m_handle(::CreateJobObjectW(nullptr, nullptr))
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    ::SetInformationJobObject(m_handle, JobObjectExtendedLimitInformation, &limits, sizeof limits);
}

JobObject::~JobObject() { ::CloseHandle(m_handle); }

void JobObject::add(qint64 processId)
{
    const HANDLE process =
            ::OpenProcess(PROCESS_SET_QUOTA | PROCESS_TERMINATE, FALSE, DWORD(processId));
    if (!process)
        return;
    ::AssignProcessToJobObject(m_handle, process);
    ::CloseHandle(process);
}

void JobObject::terminate() { ::TerminateJobObject(m_handle, 1); }

bool JobObject::isEmpty() const
{
    JOBOBJECT_BASIC_ACCOUNTING_INFORMATION counts = {};
    return !::QueryInformationJobObject(m_handle, JobObjectBasicAccountingInformation, &counts,
                                        sizeof counts, nullptr)
           || counts.ActiveProcesses == 0;
}

#else

JobObject::JobObject() = default;
JobObject::~JobObject() = default;
void JobObject::add(qint64) {}
void JobObject::terminate() {}
bool JobObject::isEmpty() const { return m_handle == nullptr; }

#endif

} // namespace Mcp
