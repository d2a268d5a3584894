# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# MCP_COMMIT_ID: the commit that is built, twelve digits. An archive made by git knows it (.gitattributes); who builds
# from another one says it with -DMCP_COMMIT=…
set(MCP_COMMIT "" CACHE STRING "The commit that is built; empty: git is asked")
set(MCP_COMMIT_ID "${MCP_COMMIT}")
set(archived "$Format:%H$")
if(NOT MCP_COMMIT_ID AND archived MATCHES "^[0-9a-f]+$")
    string(SUBSTRING "${archived}" 0 12 MCP_COMMIT_ID)
endif()
if(NOT MCP_COMMIT_ID)
    find_package(Git QUIET)
    if(GIT_FOUND)
        function(mcp_ask_git out)
            execute_process(COMMAND ${GIT_EXECUTABLE} ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
                OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE result)
            set(${out} "${answer}" PARENT_SCOPE)
            set(failed ${result} PARENT_SCOPE)
        endfunction()
        # Sources that were unpacked inside of somebody's repository are none of its commits.
        mcp_ask_git(prefix rev-parse --show-prefix)
        if(NOT failed AND prefix STREQUAL "")
            mcp_ask_git(MCP_COMMIT_ID rev-parse --short=12 HEAD)
            # It is written to with each commit and checkout.
            mcp_ask_git(head rev-parse --git-path logs/HEAD)
            cmake_path(ABSOLUTE_PATH head BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
            if(head AND EXISTS ${head} AND NOT IS_DIRECTORY ${head})
                set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${head})
            endif()
        endif()
    endif()
endif()
