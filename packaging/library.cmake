# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# The library for other programs, the component "dev": archives, headers, and what find_package(McpOrchestrator)
# finds. Its targets have the names that they have here: Mcp::orchestrator and the layers below it.
include(CMakePackageConfigHelpers)
get_property(layers GLOBAL PROPERTY MCP_LAYERS)
set(archive_dir ${CMAKE_INSTALL_LIBDIR}/mcp-orchestrator) # their names are short
set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/McpOrchestrator)
set(header_dir ${CMAKE_INSTALL_INCLUDEDIR}/mcp-orchestrator)

install(TARGETS ${layers} EXPORT McpOrchestrator ARCHIVE DESTINATION ${archive_dir} COMPONENT dev
    INCLUDES DESTINATION ${header_dir})
install(EXPORT McpOrchestrator NAMESPACE Mcp:: FILE McpOrchestratorTargets.cmake
    DESTINATION ${config_dir} COMPONENT dev)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/lib/ DESTINATION ${header_dir} COMPONENT dev
    FILES_MATCHING PATTERN "*.h")
configure_package_config_file(config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/McpOrchestratorConfig.cmake
    INSTALL_DESTINATION ${config_dir})
# Before 1.0 a minor version may change what there is.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/McpOrchestratorConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/McpOrchestratorConfig.cmake
    ${CMAKE_CURRENT_BINARY_DIR}/McpOrchestratorConfigVersion.cmake
    DESTINATION ${config_dir} COMPONENT dev)
