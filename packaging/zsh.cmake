# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT

# zsh looks for completions elsewhere than on Debian, for which they are installed: moves those below @p folder.
function(mcp_move_zsh_completions folder)
    file(GLOB_RECURSE completions ${folder}/_mcp-orchestrator)
    foreach(completion IN LISTS completions)
        cmake_path(GET completion PARENT_PATH debian)
        cmake_path(GET debian PARENT_PATH zsh)
        file(RENAME ${debian} ${zsh}/site-functions)
    endforeach()
endfunction()
