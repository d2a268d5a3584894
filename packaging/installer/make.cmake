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

# Qt's plugins, by name: what else is installed on the machine that builds is nobody's business. None that plays sound:
# its codecs are many, large, and of other licences; a sound is saved or opened elsewhere.
set(needed platforms/libqxcb.so imageformats/libqgif.so imageformats/libqico.so imageformats/libqjpeg.so
    imageformats/libqsvg.so iconengines/libqsvgicon.so xcbglintegrations/libqxcb-egl-integration.so
    xcbglintegrations/libqxcb-glx-integration.so platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so)
# Of qt6-wayland. Without them the window opens by way of X11, which Wayland's desktops offer as well.
set(wanted platforms/libqwayland-egl.so platforms/libqwayland-generic.so
    wayland-decoration-client/libbradient.so wayland-graphics-integration-client/libqt-plugin-wayland-egl.so
    wayland-graphics-integration-client/libdmabuf-server.so wayland-shell-integration/libxdg-shell.so
    wayland-shell-integration/libwl-shell-plugin.so platformthemes/libqxdgdesktopportal.so)
set(plugins "")
set(plugin_sources "")
foreach(plugin IN LISTS needed wanted)
    cmake_path(GET plugin PARENT_PATH folder)
    if(EXISTS ${CPACK_MCP_QT_PLUGINS}/${plugin})
        file(COPY ${CPACK_MCP_QT_PLUGINS}/${plugin} DESTINATION ${bundle}/plugins/${folder})
        list(APPEND plugins ${bundle}/plugins/${plugin})
        list(APPEND plugin_sources ${CPACK_MCP_QT_PLUGINS}/${plugin})
    elseif(plugin IN_LIST needed)
        message(FATAL_ERROR "The installer would lack ${plugin}: not found in \"${CPACK_MCP_QT_PLUGINS}\".")
    else()
        message(STATUS "The installer is made without ${plugin}.")
    endif()
endforeach()

# libOpenGL is carried: many desktops have the rest of OpenGL and not that one, which Qt asks for.
file(GLOB programs ${bundle}/programs/*)
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

set(MCP_APP_NAME ${CPACK_MCP_APP_NAME})
set(MCP_VERSION ${CPACK_PACKAGE_VERSION})
include(${CMAKE_CURRENT_LIST_DIR}/scripts.cmake)
mcp_installer_scripts(${bundle})

# The date in its head is what two of them would differ by.
set(date "")
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    string(TIMESTAMP date "%a %b %d %H:%M:%S UTC %Y" UTC) # which takes it from there
    set(date --packaging-date ${date})
endif()
# It writes its own command line into the head, thus no paths of this machine. --keep-umask: else nobody but who
# installs it could start it, which matters below /opt.
set(name ${CPACK_PACKAGE_FILE_NAME}.sh)
execute_process(COMMAND ${CPACK_MCP_MAKESELF} --xz --nox11 --quiet --keep-umask --sha256 ${date}
    --help-header installer/usage.txt
    --tar-extra "--sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u+rwX,go+rX,go-w"
    installer ${name} "${CPACK_MCP_APP_NAME} ${CPACK_PACKAGE_VERSION}" sh ./install.sh
    WORKING_DIRECTORY ${CPACK_TOPLEVEL_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_EXTERNAL_BUILT_PACKAGES ${CPACK_TOPLEVEL_DIRECTORY}/${name})
