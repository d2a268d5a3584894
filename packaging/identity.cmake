# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Who the program is to the rest of the system, in one place. Who publishes it under a name or address of
# their own says so with -DMCP_…=…; nothing else has to be changed.
set(MCP_APP_ID io.github.mcp_orchestrator.mcp-orchestrator CACHE STRING
    "Application id: desktop entry, icon, metadata, D-Bus")
set(MCP_APP_NAME "MCP Orchestrator" CACHE STRING "Name of the program")
set(MCP_APP_SUMMARY "Explore MCP servers by hand" CACHE STRING "What it is for, in a line")
set(MCP_AUTHORS "The MCP Orchestrator authors" CACHE STRING "Who wrote it")
set(MCP_MAINTAINER "" CACHE STRING "Who makes the packages; empty: who wrote it")
set(MCP_MAINTAINER_EMAIL mcp-orchestrator@users.noreply.github.com CACHE STRING "Their address")
set(MCP_HOMEPAGE https://github.com/mcp-orchestrator/mcp-orchestrator CACHE STRING "Address of the project")
set(MCP_SCREENSHOTS "" CACHE STRING
    "Address of the folder with the pictures that the metadata shows; empty: the one in the project")
set(identity MCP_APP_ID MCP_APP_NAME MCP_APP_SUMMARY MCP_AUTHORS MCP_MAINTAINER MCP_MAINTAINER_EMAIL MCP_HOMEPAGE
    MCP_SCREENSHOTS)
mark_as_advanced(${identity})
if(MCP_MAINTAINER STREQUAL "")
    set(MCP_MAINTAINER "${MCP_AUTHORS}")
endif()
if(MCP_SCREENSHOTS STREQUAL "")
    set(MCP_SCREENSHOTS "${MCP_HOMEPAGE}/raw/main/resources/screenshots")
endif()
foreach(name IN LISTS identity)
    if("${${name}}" MATCHES "[\"\\\\;\n<>]")
        message(FATAL_ERROR "${name} holds a character that not every file can: \", \\, a semicolon, <, > or a line end.")
    endif()
    # MCP_XML_APP_NAME and so on, for files of XML.
    string(REGEX REPLACE "^MCP_" "MCP_XML_" escaped ${name})
    string(REPLACE "&" "&amp;" ${escaped} "${${name}}")
endforeach()
