# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# What differs between the kinds of packages; CPack reads it once for each.
if(NOT CPACK_GENERATOR MATCHES "DEB|RPM")
    set(CPACK_COMPONENTS_ALL program) # those who build programs take the sources
endif()
if(CPACK_GENERATOR MATCHES "DEB|RPM|External")
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
endif()
