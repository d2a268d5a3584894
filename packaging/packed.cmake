# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Run by CPack when a package is made: what depends on who made it, and when, goes.
include(${CMAKE_CURRENT_LIST_DIR}/zsh.cmake)
foreach(package IN LISTS CPACK_PACKAGE_FILES)
    if(CPACK_GENERATOR STREQUAL "DEB" AND CPACK_MCP_DPKG_DEB)
        # Packed by dpkg itself: CPack writes the umask into it.
        set(work ${CPACK_TOPLEVEL_DIRECTORY}/repacked)
        file(REMOVE_RECURSE ${work})
        execute_process(COMMAND ${CPACK_MCP_DPKG_DEB} --raw-extract ${package} ${work} COMMAND_ERROR_IS_FATAL ANY)
        file(CHMOD ${work} ${work}/DEBIAN PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
            GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
        execute_process(COMMAND ${CPACK_MCP_DPKG_DEB} --root-owner-group -Zxz --build ${work} ${package}
            OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    elseif(CPACK_GENERATOR STREQUAL "TGZ" AND CPACK_MCP_GNU_TAR)
        set(work ${CPACK_TOPLEVEL_DIRECTORY}/archive)
        file(REMOVE_RECURSE ${work})
        file(ARCHIVE_EXTRACT INPUT ${package} DESTINATION ${work})
        mcp_move_zsh_completions(${work})
        file(GLOB top RELATIVE ${work} ${work}/*)
        set(time "")
        if(DEFINED ENV{SOURCE_DATE_EPOCH})
            set(time --mtime=@$ENV{SOURCE_DATE_EPOCH})
        endif()
        execute_process(
            COMMAND ${CPACK_MCP_GNU_TAR} -C ${work} -c --sort=name --owner=root --group=root --numeric-owner
                ${time} --mode=u+rwX,go+rX,go-w ${top}
            COMMAND gzip -9n
            OUTPUT_FILE ${package} COMMAND_ERROR_IS_FATAL ANY)
    endif()
endforeach()
if(CPACK_GENERATOR STREQUAL "TGZ") # the last one: CPack's own description of the installer is of use to nobody
    file(REMOVE ${CPACK_PACKAGE_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.json)
endif()
