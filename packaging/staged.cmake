# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Run by CPack between installing and packing. (The list of what an archive holds is made before.)
if(NOT CPACK_GENERATOR MATCHES "DEB|TGZ")
    include(${CMAKE_CURRENT_LIST_DIR}/zsh.cmake)
    mcp_move_zsh_completions(${CPACK_TEMPORARY_DIRECTORY})
endif()
# rpm keeps times that are older than the build's.
if(CPACK_GENERATOR STREQUAL "RPM" AND DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
        COMMAND_ERROR_IS_FATAL ANY)
endif()
