# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT

# Writes install.sh, uninstall.sh and usage.txt to @p folder; of MCP_APP_NAME and MCP_VERSION.
function(mcp_installer_scripts folder)
    set(from ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
    configure_file(${from}/usage.txt.in ${folder}/usage.txt @ONLY NEWLINE_STYLE UNIX)
    file(READ ${folder}/usage.txt usage)
    string(STRIP "${usage}" usage)
    foreach(script install.sh uninstall.sh)
        configure_file(${from}/${script}.in ${folder}/${script} @ONLY NEWLINE_STYLE UNIX)
        file(CHMOD ${folder}/${script} FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
            GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    endforeach()
endfunction()
