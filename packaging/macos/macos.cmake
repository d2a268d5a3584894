# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# macOS: an application bundle with all three programs and the frameworks of Qt. Not tried yet on macOS itself.
# The bundle is made when it is installed: where it is built the programs lie side by side, as everywhere.
# What names the bundle to the system may hold no underscore (Apple, CFBundleIdentifier).
string(REPLACE "_" "-" bundle_id "${MCP_APP_ID}")
set(minimum_system "${CMAKE_OSX_DEPLOYMENT_TARGET}")
if(NOT minimum_system)
    set(minimum_system 11.0) # what Qt 6.5 asks for
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/Info.plist.in ${CMAKE_CURRENT_BINARY_DIR}/Info.plist @ONLY)
if(NOT APPLE)
    return() # the rest is for macOS; the file above is read by a test
endif()

set(bundle "${MCP_APP_NAME}.app")
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/Info.plist DESTINATION ${bundle}/Contents COMPONENT program)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/app.icns DESTINATION ${bundle}/Contents/Resources COMPONENT program)
set(options)
foreach(program mcp-orchestrator mcp-orchestrator-cli mcp-demo-server)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${bundle}/Contents/MacOS COMPONENT program)
        string(APPEND options
            " \"-executable=\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${bundle}/Contents/MacOS/${program}\"")
    endif()
endforeach()
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
cmake_path(GET qmake PARENT_PATH qt_tools)
find_program(MCP_MACDEPLOYQT NAMES macdeployqt macdeployqt6 HINTS ${qt_tools})
mark_as_advanced(MCP_MACDEPLOYQT)
if(MCP_MACDEPLOYQT AND TARGET mcp-orchestrator)
    install(CODE "
        execute_process(COMMAND \"${MCP_MACDEPLOYQT}\" \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${bundle}\"${options}
            COMMAND_ERROR_IS_FATAL ANY)" COMPONENT program)
endif()
if(NOT MCP_MACDEPLOYQT)
    message(WARNING "There is no macdeployqt: a package will lack Qt.")
endif()
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md NOTICES.md
    DESTINATION ${bundle}/Contents/Resources COMPONENT program)
