# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# CPack: what "package" makes depends on the tools that are here. Everywhere a plain archive; .deb where dpkg is at
# home, .rpm with rpmbuild, a self-extracting installer that carries Qt with makeself and patchelf; NSIS on
# Windows, an image to drag from on macOS. All but the installer use the Qt of the system.
set(CPACK_PACKAGE_NAME mcp-orchestrator)
set(CPACK_PACKAGE_VENDOR "${MCP_AUTHORS}")
set(CPACK_PACKAGE_CONTACT "${MCP_CONTACT}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${MCP_HOMEPAGE}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${MCP_APP_SUMMARY}")
set(CPACK_PACKAGE_DESCRIPTION
"Start servers of the Model Context Protocol, see their tools, fill the form
made from a tool's schema, call it and read the result, while stderr and every
message on the wire stay in view.

The package holds the window (mcp-orchestrator), its headless sibling for
scripts (mcp-orchestrator-cli) and a server to explore (mcp-demo-server).")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
set(CPACK_COMPONENT_DEV_DESCRIPTION
"The library below MCP Orchestrator, for programs of your own: servers, clients
and an orchestrator of the Model Context Protocol, on Qt Core. With headers,
static archives and what CMake's find_package(McpOrchestrator) finds.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGE_INSTALL_DIRECTORY "${MCP_APP_NAME}")
set(CPACK_PACKAGE_EXECUTABLES mcp-orchestrator "${MCP_APP_NAME}")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/generators.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/staged.cmake)
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/packed.cmake)
# Whatever the umask of who builds.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
string(TOLOWER ${CMAKE_SYSTEM_NAME} system)
set(CPACK_PACKAGE_FILE_NAME
    ${CPACK_PACKAGE_NAME}-${PROJECT_VERSION}-${system}-${CMAKE_SYSTEM_PROCESSOR})

find_program(MCP_DPKG_SHLIBDEPS dpkg-shlibdeps)
find_program(MCP_DPKG_DEB dpkg-deb)
find_program(MCP_RPMBUILD rpmbuild)
find_program(MCP_MAKESELF makeself)
find_program(MCP_PATCHELF patchelf)
find_program(MCP_MAKENSIS makensis)
find_program(MCP_TAR NAMES gtar tar)
mark_as_advanced(MCP_DPKG_SHLIBDEPS MCP_DPKG_DEB MCP_RPMBUILD MCP_MAKESELF MCP_PATCHELF MCP_MAKENSIS MCP_TAR)
set(CPACK_GENERATOR "")
if(WIN32)
    if(MCP_MAKENSIS)
        list(APPEND CPACK_GENERATOR NSIS)
    endif()
elseif(APPLE)
    list(APPEND CPACK_GENERATOR DragNDrop)
else()
    if(MCP_DPKG_SHLIBDEPS)
        list(APPEND CPACK_GENERATOR DEB)
    endif()
    if(MCP_RPMBUILD)
        list(APPEND CPACK_GENERATOR RPM)
    endif()
    if(MCP_MAKESELF AND MCP_PATCHELF AND MCP_GUI)
        list(APPEND CPACK_GENERATOR External)
    endif()
endif()
list(APPEND CPACK_GENERATOR TGZ)

# The archives may need what the Qt has that they were built with.
set(qt ${Qt6_VERSION_MAJOR}.${Qt6_VERSION_MINOR})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME mcp-orchestrator)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION devel)
# The libraries that are linked. Their packages hold the plugins as well: libqt6gui6 those for the screen,
# libqt6svg6 the one that reads icons.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "fonts-dejavu-core, qt6-wayland")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libmcp-orchestrator-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "qt6-base-dev (>= ${qt})")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_COMPRESSION_TYPE xz)
# The same sources make the same package, whenever and wherever.
set(CPACK_RPM_SPEC_MORE_DEFINE
"%define _buildhost localhost
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1")
set(CPACK_RPM_PROGRAM_PACKAGE_NAME mcp-orchestrator)
set(CPACK_RPM_DEV_PACKAGE_NAME mcp-orchestrator-devel)
set(CPACK_RPM_MAIN_COMPONENT program)
set(CPACK_RPM_DEV_PACKAGE_SUMMARY "Library to speak the Model Context Protocol")
set(CPACK_RPM_PROGRAM_PACKAGE_REQUIRES hicolor-icon-theme)
set(CPACK_RPM_DEV_PACKAGE_REQUIRES "cmake(Qt6Core) >= ${qt}") # its name differs, what it provides does not
# Folders that belong to the system.
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/man /usr/share/man/man1 /usr/share/applications
    /usr/share/metainfo /usr/share/mime /usr/share/mime/packages /usr/share/icons /usr/share/icons/hicolor
    /usr/share/bash-completion /usr/share/bash-completion/completions /usr/share/fish
    /usr/share/fish/vendor_completions.d /usr/share/zsh /usr/share/zsh/site-functions /usr/lib/cmake)
foreach(size 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()

set(CPACK_EXTERNAL_ENABLE_STAGING ON)
set(CPACK_EXTERNAL_PACKAGE_SCRIPT ${CMAKE_CURRENT_SOURCE_DIR}/installer/make.cmake)
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
execute_process(COMMAND ${qmake} -query QT_INSTALL_PLUGINS
    OUTPUT_VARIABLE MCP_QT_PLUGINS OUTPUT_STRIP_TRAILING_WHITESPACE)
# What the script needs of this build.
if(MCP_DPKG_DEB)
    set(CPACK_MCP_DPKG_DEB ${MCP_DPKG_DEB})
endif()
execute_process(COMMAND ${MCP_TAR} --version OUTPUT_VARIABLE tar_version ERROR_QUIET)
if(tar_version MATCHES "GNU tar")
    set(CPACK_MCP_GNU_TAR ${MCP_TAR})
endif()
set(CPACK_MCP_APP_NAME "${MCP_APP_NAME}")
set(CPACK_MCP_QT_PLUGINS ${MCP_QT_PLUGINS})
set(CPACK_MCP_LICENCES ${CMAKE_SOURCE_DIR}/resources/licences)
set(CPACK_MCP_MAKESELF ${MCP_MAKESELF})
set(CPACK_MCP_PATCHELF ${MCP_PATCHELF})

# Windows and macOS; not tried yet on these.
if(CMAKE_SIZEOF_VOID_P EQUAL 8)
    set(CPACK_NSIS_INSTALL_ROOT "$PROGRAMFILES64")
endif()
set(CPACK_NSIS_DISPLAY_NAME "${MCP_APP_NAME}")
set(CPACK_NSIS_PACKAGE_NAME "${MCP_APP_NAME}")
set(CPACK_NSIS_INSTALLED_ICON_NAME bin\\mcp-orchestrator.exe)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_SOURCE_DIR}/windows/app.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_SOURCE_DIR}/windows/app.ico)
set(CPACK_NSIS_URL_INFO_ABOUT "${MCP_HOMEPAGE}")
set(CPACK_NSIS_HELP_LINK "${MCP_HOMEPAGE}")
set(CPACK_NSIS_CONTACT "${MCP_CONTACT}")
set(CPACK_NSIS_MODIFY_PATH ON) # it asks: for the command line
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
set(CPACK_DMG_VOLUME_NAME "${MCP_APP_NAME} ${PROJECT_VERSION}")
set(CPACK_DMG_FORMAT UDZO)

include(CPack)
