# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Windows: the programs with icon and version, and the libraries of Qt beside them. Not tried yet on Windows itself.
set(icon ${CMAKE_CURRENT_LIST_DIR}/app.ico)
set(descriptions
    "mcp-orchestrator|${MCP_APP_NAME}"
    "mcp-orchestrator-cli|${MCP_APP_NAME}, command line"
    "mcp-demo-server|Demo server of ${MCP_APP_NAME}")
foreach(line IN LISTS descriptions)
    string(REPLACE "|" ";" facts "${line}")
    list(GET facts 0 program)
    list(GET facts 1 description)
    configure_file(${CMAKE_CURRENT_LIST_DIR}/app.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc @ONLY)
    if(WIN32 AND TARGET ${program})
        target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    endif()
endforeach()
if(NOT WIN32)
    return() # the rest is for Windows; the files above are read by a test
endif()

if(TARGET mcp-orchestrator)
    set_target_properties(mcp-orchestrator PROPERTIES WIN32_EXECUTABLE ON) # no console beside the window
    get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
    cmake_path(GET qmake PARENT_PATH qt_tools)
    find_program(MCP_WINDEPLOYQT NAMES windeployqt windeployqt6 windeployqt-qt6 HINTS ${qt_tools})
    mark_as_advanced(MCP_WINDEPLOYQT)
    if(MCP_WINDEPLOYQT)
        install(CODE "
            execute_process(COMMAND \"${MCP_WINDEPLOYQT}\" --no-translations --no-system-d3d-compiler
                \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/mcp-orchestrator.exe\"
                COMMAND_ERROR_IS_FATAL ANY)" COMPONENT program)
    else()
        message(WARNING "There is no windeployqt: a package will lack Qt.")
    endif()
endif()
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${doc_dir} RENAME LICENSE.txt COMPONENT program)
