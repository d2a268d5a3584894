# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# What makes a mistake in memory harder to use: checked stacks and copies, addresses that differ from run to run, tables
# that cannot be written to, and jumps that land where jumps may. Not where a sanitizer looks.
option(MCP_HARDENING "Harden the programs of a release build" ON)
if(NOT MCP_HARDENING OR NOT UNIX OR MCP_SANITIZE OR MCP_COVERAGE OR MCP_LIBFUZZER
        OR NOT CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
    return()
endif()
include(CheckCXXCompilerFlag)
include(CheckPIESupported)
check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_CXX_FLAGS MATCHES "_FORTIFY_SOURCE") # a distribution may have a wish of its own
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
# The maps: no path of the machine that builds stays in what is built.
add_compile_options(-fstack-protector-strong
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffile-prefix-map=${CMAKE_BINARY_DIR}=.)
check_cxx_compiler_flag(-fstack-clash-protection MCP_HAS_STACK_CLASH_PROTECTION)
if(MCP_HAS_STACK_CLASH_PROTECTION)
    add_compile_options(-fstack-clash-protection)
endif()
check_cxx_compiler_flag(-fcf-protection MCP_HAS_CF_PROTECTION)
if(MCP_HAS_CF_PROTECTION)
    add_compile_options(-fcf-protection)
endif()
if(NOT APPLE)
    set(MCP_HARDENED ON) # there is something that readelf can show
    add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
endif()
