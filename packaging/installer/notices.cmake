# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Included by make.cmake: says what the installer carries (in "found" and the folder of plugins), of which package, and
# under which licence; the texts have to come with the libraries. Where there is no dpkg it only names them.
cmake_host_system_information(RESULT system QUERY DISTRIB_PRETTY_NAME)
set(doc ${bundle}/share/doc/mcp-orchestrator)
find_program(dpkg_query dpkg-query)
function(find_package_of file out)
    file(REAL_PATH ${file} real)
    string(REGEX REPLACE "^/usr" "" old ${real}) # where the package has it, if /lib is a link
    set(${out} "" PARENT_SCOPE)
    foreach(path ${real} ${file} ${old})
        execute_process(COMMAND ${dpkg_query} -S ${path} OUTPUT_VARIABLE owner ERROR_QUIET RESULT_VARIABLE failed)
        if(NOT failed)
            string(REGEX REPLACE ":.*" "" owner "${owner}")
            set(${out} ${owner} PARENT_SCOPE)
            return()
        endif()
    endforeach()
endfunction()
set(carried "")
file(MAKE_DIRECTORY ${doc}/licences)
file(GLOB_RECURSE plugins RELATIVE ${bundle}/plugins ${bundle}/plugins/*.so)
list(TRANSFORM plugins PREPEND ${CPACK_MCP_QT_PLUGINS}/)
foreach(file IN LISTS found plugins)
    cmake_path(GET file FILENAME name)
    if(dpkg_query)
        find_package_of(${file} owner)
        if(NOT EXISTS /usr/share/doc/${owner}/copyright)
            message(FATAL_ERROR "The installer would carry ${file} without its licence, which was looked for in "
                "/usr/share/doc/${owner}/copyright.")
        endif()
        file(COPY_FILE /usr/share/doc/${owner}/copyright ${doc}/licences/${owner})
        execute_process(COMMAND ${dpkg_query} -W -f "\${Version}" ${owner} OUTPUT_VARIABLE version
            COMMAND_ERROR_IS_FATAL ANY)
        string(APPEND name "  ${owner} ${version}")
    endif()
    list(APPEND carried "${name}")
endforeach()
list(SORT carried)
list(JOIN carried "\n" carried)
file(WRITE ${doc}/LIBRARIES "Libraries of ${system}, which publishes their sources, and the packages they are of, whose
licences are in the folder licences:\n\n${carried}\n")
file(COPY ${CPACK_MCP_LICENCES}/ DESTINATION ${doc}/licences)
