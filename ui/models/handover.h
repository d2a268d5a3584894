// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

/// Where one thread hands values to another, for ThreadSanitizer: Qt's locks do it, but the
/// system's Qt is not built with the sanitizer, which therefore sees no lock there. Nothing in
/// other builds.
namespace McpUi {

/// All that this thread has written may be read by whoever calls takeOver() for the same place.
inline void handOver([[maybe_unused]] void *place)
{
#ifdef __SANITIZE_THREAD__
    __tsan_release(place);
#endif
}

inline void takeOver([[maybe_unused]] void *place)
{
#ifdef __SANITIZE_THREAD__
    __tsan_acquire(place);
#endif
}

} // namespace McpUi
