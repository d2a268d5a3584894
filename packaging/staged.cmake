# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Run by CPack between installing and packing. (The list of what an archive holds is made before.)
if(NOT CPACK_GENERATOR MATCHES "DEB|TGZ")
    include(${CMAKE_CURRENT_LIST_DIR}/zsh.cmake)
    mcp_move_zsh_completions(${CPACK_TEMPORARY_DIRECTORY})
endif()
