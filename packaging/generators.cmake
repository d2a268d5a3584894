# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# What differs between the kinds of packages; CPack reads it once for each.
if(NOT CPACK_GENERATOR MATCHES "DEB|RPM")
    # One package without the library: those who build programs take the sources.
    set(CPACK_COMPONENTS_ALL program)
    set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
    if(CPACK_GENERATOR STREQUAL "TGZ")
        set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
        set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON) # all in one folder where it is unpacked
    endif()
endif()
if(CPACK_GENERATOR MATCHES "DEB|RPM|External")
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
endif()
if(CPACK_GENERATOR STREQUAL "DEB")
    # CPack would put the summary of the program in front of the library's description, too.
    set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION_SUMMARY}\n${CPACK_COMPONENT_PROGRAM_DESCRIPTION}")
    set(CPACK_DEBIAN_DEV_DESCRIPTION "${CPACK_RPM_DEV_PACKAGE_SUMMARY}\n${CPACK_COMPONENT_DEV_DESCRIPTION}")
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
endif()
