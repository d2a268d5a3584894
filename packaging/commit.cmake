# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# MCP_COMMIT_ID: the commit that is built, twelve digits. Who builds from an archive says it with -DMCP_COMMIT=…
set(MCP_COMMIT "" CACHE STRING "The commit that is built; empty: git is asked")
set(MCP_COMMIT_ID "${MCP_COMMIT}")
if(NOT MCP_COMMIT_ID)
    find_package(Git QUIET)
    if(GIT_FOUND)
        execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse --short=12 HEAD
            WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
            OUTPUT_VARIABLE MCP_COMMIT_ID OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        # It is written to with each commit and checkout.
        execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse --git-path logs/HEAD
            WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
            OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        cmake_path(ABSOLUTE_PATH head BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
        if(EXISTS ${head})
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${head})
        endif()
    endif()
endif()
