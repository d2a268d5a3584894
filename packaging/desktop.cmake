# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# What a free desktop looks for beside the programs: menu entry, metadata, icons, type of files, manual pages,
# completions, and Debian's copyright and change log.
set(made ${CMAKE_CURRENT_BINARY_DIR})
set(data ${CMAKE_INSTALL_DATADIR})

file(READ ${CMAKE_SOURCE_DIR}/LICENSE licence)
string(REGEX REPLACE "^.*\n(Permission is hereby granted)" "\\1" licence "${licence}")
string(STRIP "${licence}" licence)
string(REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REPLACE "\n" "\n " MCP_LICENCE_PARAGRAPHS "${licence}")
configure_file(copyright.in ${made}/copyright @ONLY)
set(programs mcp-orchestrator-cli mcp-demo-server)
if(TARGET mcp-orchestrator)
    list(APPEND programs mcp-orchestrator)
    mcp_appstream_releases(MCP_APPSTREAM_RELEASES)
    configure_file(app.desktop.in ${made}/${MCP_APP_ID}.desktop @ONLY)
    configure_file(app.metainfo.xml.in ${made}/${MCP_APP_ID}.metainfo.xml @ONLY)
    configure_file(app.mime.xml.in ${made}/${MCP_APP_ID}.mime.xml @ONLY)
    install(FILES ${made}/${MCP_APP_ID}.desktop DESTINATION ${data}/applications COMPONENT program)
    install(FILES ${made}/${MCP_APP_ID}.metainfo.xml DESTINATION ${data}/metainfo COMPONENT program)
    install(FILES ${made}/${MCP_APP_ID}.mime.xml DESTINATION ${data}/mime/packages
        RENAME ${MCP_APP_ID}.xml COMPONENT program)
    install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/mcp-orchestrator.svg COMPONENT program
        DESTINATION ${data}/icons/hicolor/scalable/apps RENAME ${MCP_APP_ID}.svg)
    foreach(size 16 22 24 32 48 64 128 256 512)
        install(FILES icons/${size}.png COMPONENT program
            DESTINATION ${data}/icons/hicolor/${size}x${size}/apps RENAME ${MCP_APP_ID}.png)
    endforeach()
endif()

# Installs a text compressed, as Debian wants it. -n: no time stamp, so that the same sources make the same package.
function(mcp_install_compressed text destination component)
    execute_process(COMMAND gzip -9nc ${text} OUTPUT_FILE ${text}.gz COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${text}.gz DESTINATION ${destination} COMPONENT ${component})
endfunction()

foreach(program IN LISTS programs)
    configure_file(man/${program}.1.in ${made}/${program}.1 @ONLY)
    mcp_install_compressed(${made}/${program}.1 ${CMAKE_INSTALL_MANDIR}/man1 program)
    install(FILES completions/bash/${program} COMPONENT program
        DESTINATION ${data}/bash-completion/completions)
    install(FILES completions/fish/${program}.fish COMPONENT program
        DESTINATION ${data}/fish/vendor_completions.d)
endforeach()
install(FILES completions/zsh/_mcp-orchestrator COMPONENT program
    DESTINATION ${data}/zsh/vendor-completions)

mcp_debian_changelog(MCP_DEBIAN_CHANGELOG)
file(CONFIGURE OUTPUT ${made}/changelog CONTENT "@MCP_DEBIAN_CHANGELOG@" @ONLY NEWLINE_STYLE UNIX)
mcp_install_compressed(${made}/changelog ${doc_dir} program)
install(FILES ${made}/copyright DESTINATION ${doc_dir} COMPONENT program)
set(dev_doc_dir ${data}/doc/libmcp-orchestrator-dev)
mcp_install_compressed(${made}/changelog ${dev_doc_dir} dev)
install(FILES ${made}/copyright DESTINATION ${dev_doc_dir} COMPONENT dev)
