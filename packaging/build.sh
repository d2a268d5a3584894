# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Sourced by app/run, tests/run, tests/coverage and .ci/run, from the top of the checkout.
# build_configure DIR [cmake options…]   once; a folder that is configured already is left as it is
# build_targets DIR [targets…]           one line while it works, the compiler's words only on failure

build_jobs() {
    echo "${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)}"
}

# ccache, for those who keep a cache already; none is begun outside the checkout.
build_cache_options() {
    command -v ccache >/dev/null || return 0
    [ -n "${CCACHE_DIR:-}" ] || [ -d "${XDG_CACHE_HOME:-$HOME/.cache}/ccache" ] ||
        [ -d "$HOME/.ccache" ] || return 0
    echo -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
}

build_configure() {
    local dir=$1 fresh=""
    shift
    if [ -f "$dir/build.ninja" ] || [ -f "$dir/Makefile" ]; then
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$dir/CMakeCache.txt" && return 0
        fresh=--fresh # the checkout was moved or copied: every path in it is wrong
    fi
    mkdir -p "$dir"
    local generator=()
    command -v ninja >/dev/null && generator=(-G Ninja)
    # shellcheck disable=SC2046,SC2086 # no option or one
    if ! cmake $fresh -S . -B "$dir" ${generator[@]+"${generator[@]}"} $(build_cache_options) "$@" \
        >"$dir/configure.log" 2>&1; then
        cat "$dir/configure.log" >&2
        echo "Configuring the build in $dir/ failed; CMake's reason stands above." >&2
        return 1
    fi
}

build_targets() {
    local dir=$1 log=$1/build.log target options=()
    shift
    for target in "$@"; do options+=(--target "$target"); done
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    if ! (
        set -o pipefail
        cmake --build "$dir" --parallel "$(build_jobs)" ${options[@]+"${options[@]}"} 2>&1 </dev/null |
            tee "$log" | build_progress
    ); then
        grep -vE '^\[ *[0-9]+(/[0-9]+\]|%\])|^ninja: Entering' "$log" >&2
        echo "The build in $dir/ failed; the reason stands above (all of it: $log)." >&2
        return 1
    fi
}

# One line on the screen: counting up on a terminal, a plain notice elsewhere, nothing when all is built.
build_progress() {
    local tty=0
    [ -t 1 ] && tty=1
    awk -v tty=$tty '
        match($0, /^\[ *[0-9]+(\/[0-9]+\]|%\])/) {
            if (tty) printf "\rBuilding %s", substr($0, RSTART, RLENGTH)
            else if (!shown) print "Building …"
            shown = 1
            fflush()
        }
        END { if (shown && tty) print " done" }'
}
