# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# CPack: a .deb where dpkg is at home, and a plain archive everywhere. Both use the Qt of the system.
set(CPACK_PACKAGE_NAME mcp-orchestrator)
set(CPACK_PACKAGE_VENDOR "${MCP_AUTHORS}")
set(CPACK_PACKAGE_CONTACT "${MCP_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${MCP_APP_SUMMARY}")
set(CPACK_PACKAGE_DESCRIPTION
"Start servers of the Model Context Protocol, see their tools, fill the form
made from a tool's schema, call it and read the result, while stderr and every
message on the wire stay in view.

The package holds the window (mcp-orchestrator), its headless sibling for
scripts (mcp-orchestrator-cli) and a server to explore (mcp-demo-server).")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
string(TOLOWER ${CMAKE_SYSTEM_NAME} system)
set(CPACK_PACKAGE_FILE_NAME
    ${CPACK_PACKAGE_NAME}-${PROJECT_VERSION}-${system}-${CMAKE_SYSTEM_PROCESSOR})

find_program(MCP_DPKG_SHLIBDEPS dpkg-shlibdeps)
mark_as_advanced(MCP_DPKG_SHLIBDEPS)
set(CPACK_GENERATOR TGZ)
if(MCP_DPKG_SHLIBDEPS)
    list(APPEND CPACK_GENERATOR DEB)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The libraries that are linked. Their packages hold the plugins as well: libqt6gui6 those for the screen,
# libqt6svg6 the one that reads icons.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core, qt6-wayland")

include(CPack)
