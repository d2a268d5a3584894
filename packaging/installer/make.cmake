# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Run by CPack: makes a self-extracting installer of the staged program and of the libraries that a system may
# lack, first of all Qt. What has to fit the system's kernel, graphics driver and C library stays the system's.
set(stage ${CPACK_TEMPORARY_DIRECTORY}/usr)
if(NOT EXISTS ${stage}/bin)
    set(stage ${CPACK_TEMPORARY_DIRECTORY}/program/usr)
endif()
set(bundle ${CPACK_TOPLEVEL_DIRECTORY}/installer)
set(lib ${bundle}/lib)
file(REMOVE_RECURSE ${bundle})
file(COPY ${stage}/ DESTINATION ${bundle})
file(RENAME ${bundle}/bin ${bundle}/programs)

# Qt's plugins: those that the program loads, here or on another desktop. None that plays sound: its codecs are
# many, large, and of other licences; a sound is saved or opened elsewhere.
foreach(plugins platforms platformthemes platforminputcontexts xcbglintegrations imageformats iconengines
        wayland-decoration-client wayland-graphics-integration-client wayland-shell-integration)
    if(IS_DIRECTORY ${CPACK_MCP_QT_PLUGINS}/${plugins})
        file(COPY ${CPACK_MCP_QT_PLUGINS}/${plugins} DESTINATION ${bundle}/plugins)
    endif()
endforeach()
# These draw on hardware that has no desktop.
file(GLOB unused ${bundle}/plugins/platforms/libq*eglfs* ${bundle}/plugins/platforms/libqlinuxfb*
    ${bundle}/plugins/platforms/libqvnc* ${bundle}/plugins/platforms/libqvk*
    ${bundle}/plugins/platforms/libqminimal* ${bundle}/plugins/platformthemes/libqgtk3*)
if(unused)
    file(REMOVE ${unused})
endif()

file(GLOB programs ${bundle}/programs/*)
file(GLOB_RECURSE plugins ${bundle}/plugins/*.so)
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} MODULES ${plugins}
    RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR lacking
    POST_EXCLUDE_REGEXES
        "/ld-linux" "/lib(c|m|dl|rt|pthread|resolv|util|nsl|anl|mvec)\\.so"
        "/lib(stdc\\+\\+|gcc_s)\\.so" "/lib(GL|EGL|GLX|GLdispatch|drm|gbm|vulkan|va|vdpau)[-.]"
        "/libX11(-xcb)?\\.so" "/libxcb\\.so" "/libX(au|dmcp|ext)\\.so" "/libwayland-(client|cursor|egl)\\.so"
        "/lib(fontconfig|freetype|dbus-1|systemd|udev|z|expat|asound|pulse|jack)[-.]"
        "/lib(glib|gobject|gio|gmodule|gthread)-2")
if(lacking)
    list(JOIN lacking ", " lacking)
    message(FATAL_ERROR "The installer would lack ${lacking}.")
endif()
file(COPY ${found} DESTINATION ${lib} FOLLOW_SYMLINK_CHAIN)

# Each finds its libraries by its own place, so that no variable of the environment has to be set, which the
# servers that are started would inherit.
function(look_in path)
    execute_process(COMMAND ${CPACK_MCP_PATCHELF} --set-rpath ${path} ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
look_in("$ORIGIN/../lib" ${programs})
if(plugins)
    look_in("$ORIGIN/../../lib" ${plugins})
endif()
file(GLOB libraries ${lib}/*.so*)
foreach(library IN LISTS libraries)
    if(NOT IS_SYMLINK ${library})
        look_in("$ORIGIN" ${library})
    endif()
endforeach()
file(WRITE ${bundle}/programs/qt.conf "[Paths]\nPrefix=..\nPlugins=plugins\n")

include(${CMAKE_CURRENT_LIST_DIR}/notices.cmake)

set(MCP_APP_ID ${CPACK_MCP_APP_ID})
set(MCP_APP_NAME ${CPACK_MCP_APP_NAME})
set(MCP_VERSION ${CPACK_PACKAGE_VERSION})
foreach(script install.sh uninstall.sh)
    configure_file(${CMAKE_CURRENT_LIST_DIR}/${script}.in ${bundle}/${script} @ONLY
        FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()

set(result ${CPACK_TOPLEVEL_DIRECTORY}/${CPACK_PACKAGE_FILE_NAME}.sh)
# The date in its head is what two of them would differ by.
set(date "")
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    string(TIMESTAMP date "%a %b %d %H:%M:%S UTC %Y" UTC) # which takes it from there
    set(date --packaging-date ${date})
endif()
execute_process(COMMAND ${CPACK_MCP_MAKESELF} --xz --nox11 --quiet ${date}
    --tar-extra "--sort=name --owner=0 --group=0 --numeric-owner --mtime=@0"
    ${bundle} ${result} "${CPACK_MCP_APP_NAME} ${CPACK_PACKAGE_VERSION}" ./install.sh
    COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES ${result})
