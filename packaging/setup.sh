# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Sourced by app/run, tests/run, tests/coverage and .ci/run.
# `setup_need SET…` makes sure that what a set needs is installed. On Debian and its relatives it installs
# the missing packages (as root, or through sudo); elsewhere it names them. Silent when nothing is missing.
# Sets: build, run, test, format, lint, coverage, fuzz, valgrind, package.

setup_need() {
    if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
        setup_need_debian "$@"
    else
        setup_need_elsewhere "$@"
    fi
}

# The packages of one set on Debian 12 and its relatives.
setup_debian_packages() {
    case $1 in
    build) echo g++ cmake ninja-build qt6-base-dev qt6-svg-dev qt6-multimedia-dev ;;
    run) echo libqt6svg6 fonts-dejavu-core ;;
    test)
        echo python3 python3-venv ca-certificates git mold libsimdjson-dev
        # Node may come from elsewhere (nodesource, nvm); the packages would then conflict with it.
        command -v node >/dev/null || echo nodejs
        command -v npm >/dev/null || echo npm
        ;;
    format) echo clang-format-14 ;;
    lint) echo clang-tidy-14 clazy ;;
    coverage) echo gcovr ;;
    fuzz) echo clang-14 libclang-rt-14-dev ;;
    valgrind) echo valgrind libc6-dbg ;;
    package)
        echo dpkg-dev file lintian desktop-file-utils appstream man-db rpm rpmlint makeself patchelf \
            binutils debootstrap qt6-wayland g++-mingw-w64-x86-64-posix nsis git python3 python3-venv \
            bash-completion fish zsh
        ;;
    *) echo "setup: there is no set '$1'" >&2 && return 1 ;;
    esac
}

setup_need_debian() {
    local set wanted=() missing log
    for set in "$@"; do
        # shellcheck disable=SC2207 # package names hold no white space
        wanted+=($(setup_debian_packages "$set"))
    done
    missing=$(printf '%s\n' "${wanted[@]}" | grep -vxF "$(
        dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
            sed -n 's/^installed //p'
    )" | sort -u | tr '\n' ' ')
    [ -n "${missing// /}" ] || return 0

    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            printf 'These packages are missing: %s\nInstall them as root:\n  apt-get install %s\n' \
                "$missing" "$missing" >&2
            return 1
        fi
        root=(sudo)
    fi
    echo "Installing: $missing"
    mkdir -p build
    log=build/setup.log
    # shellcheck disable=SC2086 # one word a package
    if ! {
        setup_apt update && setup_apt install --no-install-recommends $missing
    } >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        echo "Installing these packages failed: $missing(the reason stands above)" >&2
        return 1
    fi
}

setup_apt() {
    # ${root[@]+…}: bash before 4.4 calls an empty array unset
    ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive \
        apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"
}

# Elsewhere: look for the tools themselves, and name the packages when one is not there.
setup_need_elsewhere() {
    local set missing=""
    for set in "$@"; do
        case $set in
        build)
            command -v c++ >/dev/null || command -v g++ >/dev/null || command -v clang++ >/dev/null ||
                missing="$missing a C++20 compiler,"
            command -v cmake >/dev/null || missing="$missing CMake (3.25 or newer),"
            command -v ninja >/dev/null || missing="$missing Ninja,"
            setup_has_qt || missing="$missing Qt (6.4 or newer),"
            ;;
        test)
            command -v python3 >/dev/null || missing="$missing Python 3,"
            command -v npm >/dev/null || missing="$missing Node.js with npm,"
            ;;
        format) command -v clang-format-14 >/dev/null || missing="$missing clang-format 14," ;;
        lint)
            command -v clang-tidy-14 >/dev/null || missing="$missing clang-tidy 14,"
            command -v clazy-standalone >/dev/null || missing="$missing clazy,"
            ;;
        coverage) command -v gcovr >/dev/null || missing="$missing gcovr," ;;
        fuzz) command -v clang++-14 >/dev/null || missing="$missing clang 14 with libFuzzer," ;;
        valgrind) command -v valgrind >/dev/null || missing="$missing Valgrind," ;;
        esac
    done
    [ -n "$missing" ] || return 0
    {
        echo "This is missing:${missing%,}."
        setup_name_packages
        echo "Then run this command again."
    } >&2
    return 1
}

setup_has_qt() {
    local tool
    for tool in qtpaths6 qmake6 qtpaths qmake; do
        case $("$tool" -query QT_VERSION 2>/dev/null) in 6.*) return 0 ;; esac
    done
    # Homebrew keeps Qt where CMake finds it, without these tools on PATH.
    command -v brew >/dev/null && brew --prefix --installed qt >/dev/null 2>&1
}

# Says which packages this system calls them by.
setup_name_packages() {
    local id=""
    # shellcheck disable=SC1091 # a file of the system
    [ -r /etc/os-release ] && id=$(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}")
    case "$(uname -s) $id" in
    *fedora* | *rhel*)
        echo "On Fedora:"
        echo "  sudo dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qtsvg-devel \\"
        echo "      qt6-qtmultimedia-devel dejavu-sans-fonts python3 nodejs-npm"
        ;;
    *arch*)
        echo "On Arch Linux:"
        echo "  sudo pacman -S --needed gcc cmake ninja qt6-base qt6-svg qt6-multimedia ttf-dejavu python nodejs npm"
        ;;
    Darwin*)
        echo "On macOS, with the Xcode command line tools and Homebrew:"
        echo "  xcode-select --install"
        echo "  brew install cmake ninja qt python node"
        ;;
    MINGW* | MSYS* | CYGWIN*)
        echo "On Windows, in the MSYS2 shell \"UCRT64\":"
        echo "  pacman -S --needed mingw-w64-ucrt-x86_64-{gcc,cmake,ninja,qt6-base,qt6-svg,qt6-multimedia,python,nodejs}"
        ;;
    *)
        echo "Install with your system's package manager: a C++20 compiler, CMake 3.25 or newer, Ninja,"
        echo "Qt 6.4 or newer (Base and Svg, for sound Multimedia, with their development files), Python 3, Node.js with npm."
        ;;
    esac
}
