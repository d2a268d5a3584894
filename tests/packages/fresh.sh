# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Sourced by tests/packages/run: a fresh Debian, and what is tried in it.

fresh_in() { # ROOT COMMAND…
    local root=$1
    shift
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        chroot "$root" "$@"
}

# The mirror and release that apt uses here.
fresh_source() {
    apt-get indextargets --no-release-info --format '$(SITE) $(RELEASE)' 'Created-By: Packages' |
        grep -vE '(-updates|-security|-backports)$' | sort -u | head -n 1
}

# A window without a screen, a hand to press its keys, an eye, and what starts entries of menus.
fresh_packages="xvfb xdotool imagemagick x11-utils xauth libglib2.0-bin procps"

fresh_make() { # ROOT
    local root=$1 base site release
    base=$root-$(cksum <<<"$fresh_packages" | cut -d ' ' -f 1).tar # kept from run to run
    fresh_remove "$root"
    if [ ! -f "$base" ]; then
        read -r site release <<<"$(fresh_source)"
        [ -n "$release" ] || { echo "apt names no release here." >&2 && return 1; }
        debootstrap --variant=minbase "$release" "$root" "$site" >build/fresh.log 2>&1 ||
            { tail -n 20 build/fresh.log >&2 && return 1; }
        cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
        # shellcheck disable=SC2086 # one word a package
        fresh_in "$root" apt-get -q -y --no-install-recommends install $fresh_packages >>build/fresh.log 2>&1 ||
            { tail -n 20 build/fresh.log >&2 && return 1; }
        tar -C "$root" --exclude='./proc/*' --exclude='./sys/*' -cf "$base" .
    else
        mkdir -p "$root" && tar -C "$root" -xf "$base"
    fi
    mount -t proc proc "$root/proc"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    fresh_in "$root" apt-get -q update >>build/fresh.log 2>&1
    fresh_in "$root" useradd --create-home stranger
}

fresh_remove() { # ROOT
    ! mountpoint -q "$1/proc" || umount "$1/proc"
    rm -rf "$1"
}

# Every file but what apt, the kernel and the programs that ran keep for themselves.
fresh_files() { # ROOT
    (cd "$1" && find . \( -path ./proc -o -path ./sys -o -path ./tmp -o -path ./var/cache -o -path ./var/lib/apt \
        -o -path ./var/lib/dpkg -o -path ./var/log \) -prune -o -print | sort)
}

# Calls a tool of the demo server by command line and in the window, and starts the program from the menu, as the
# user "stranger".
fresh_use() { # ROOT FOLDER-OF-THE-PROGRAMS FOLDER-OF-MENU-ENTRIES PICTURE
    local root=$1 bin=$2 entries=$3 picture=$4
    fresh_in "$root" su stranger -c "$bin/mcp-orchestrator-cli $bin/mcp-demo-server --method tools/call \
        --tool-name echo --tool-arg text=Zürich --format json --stderr drop" | grep -q 'Zürich' ||
        { echo "The command line called nothing." >&2 && return 1; }
    cp tests/packages/window.sh "$root/tmp/window.sh"
    fresh_in "$root" su stranger -c "sh /tmp/window.sh $bin $entries /tmp/window.png" ||
        { echo "The window did not open." >&2 && return 1; }
    cp "$root/tmp/window.png" "$picture"
    rm -f "$root/tmp/window.png" "$root/tmp/window.sh"
}

fresh_compare() { # BEFORE AFTER WHAT
    diff "$1" "$2" || { echo "$3 left the files above behind (>) or took them (<)." >&2 && return 1; }
    echo "$3 left nothing behind."
}

fresh_check_deb() { # ROOT PACKAGE OUT
    local root=$1 package=$2 out=$3
    # What it needs comes first, and stays: only what the package itself brings is compared.
    cp "$package" "$root/tmp/program.deb"
    fresh_in "$root" apt-get -q -y --no-install-recommends install /tmp/program.deb >build/fresh-deb.log 2>&1 ||
        { tail -n 20 build/fresh-deb.log >&2 && return 1; }
    fresh_in "$root" apt-get -q -y purge mcp-orchestrator >>build/fresh-deb.log 2>&1
    fresh_files "$root" >"$out/before-deb"
    fresh_in "$root" apt-get -q -y --no-install-recommends install /tmp/program.deb >>build/fresh-deb.log 2>&1
    fresh_use "$root" /usr/bin /usr/share/applications "$out/deb.png"
    rm -rf "$root"/home/stranger/.config "$root"/home/stranger/.local "$root"/home/stranger/.cache
    fresh_in "$root" apt-get -q -y purge mcp-orchestrator >>build/fresh-deb.log 2>&1
    fresh_files "$root" >"$out/after-deb"
    fresh_compare "$out/before-deb" "$out/after-deb" "The package"
}

fresh_check_installer() { # ROOT INSTALLER OUT
    local root=$1 installer=$2 out=$3
    # Without the Qt that the package has brought.
    fresh_in "$root" apt-get -q -y autoremove --purge >>build/fresh-deb.log 2>&1
    ! ls "$root"/usr/lib/*/libQt6Core.so.6 2>/dev/null || { echo "Qt is still there." >&2 && return 1; }
    fresh_in "$root" apt-get -q -y --no-install-recommends install fontconfig libgl1 libegl1 libfreetype6 xz-utils \
        libx11-xcb1 libdbus-1-3 libglib2.0-0 fonts-dejavu-core libpulse0 libasound2 >>build/fresh-deb.log 2>&1
    fresh_files "$root" >"$out/before-sh"
    cp "$installer" "$root/tmp/installer.sh"
    fresh_in "$root" su stranger -c "sh /tmp/installer.sh" >build/fresh-sh.log 2>&1 ||
        { cat build/fresh-sh.log >&2 && return 1; }
    fresh_use "$root" /home/stranger/.local/bin /home/stranger/.local/share/applications "$out/installer.png"
    local installed
    installed=$(du -sk --apparent-size "$root/home/stranger/.local/lib" | cut -f 1)
    echo "The installer takes $installed KiB."
    check_readme 'sh mcp-orchestrator-*.sh' 6 "$installed"
    rm -rf "$root"/home/stranger/.config "$root"/home/stranger/.local/share/mcp-orchestrator "$root"/home/stranger/.cache
    fresh_in "$root" su stranger -c "/home/stranger/.local/lib/mcp-orchestrator/uninstall.sh"
    rmdir "$root"/home/stranger/.local 2>/dev/null || true
    fresh_files "$root" >"$out/after-sh"
    fresh_compare "$out/before-sh" "$out/after-sh" "The installer"
}

# There is no system with rpm here: into an empty root, whose libraries are those of the system that runs this.
fresh_check_rpm() { # ROOT PACKAGE…
    local root=$1 needs
    shift
    rm -rf "$root" && mkdir -p "$root" && root=$(realpath "$root")
    needs=$(rpm -qp --requires "$1")
    grep -q '^libQt6Widgets\.so\.6' <<<"$needs" || { echo "$1 does not ask for Qt." >&2 && return 1; }
    rpm --root "$root" --force-debian --nodeps -i "$@"
    [ -z "$(rpm --root "$root" -Va --nodeps)" ] || { echo "What is installed is not what was packed." >&2 && return 1; }
    "$root/usr/bin/mcp-orchestrator-cli" "$root/usr/bin/mcp-demo-server" --method tools/call \
        --tool-name echo --tool-arg text=Zürich --format json --stderr drop | grep -q 'Zürich'
    # shellcheck disable=SC2046 # names hold no white space
    rpm --root "$root" --force-debian -e $(rpm --root "$root" -qa --qf '%{NAME} ')
    # The folders that are left belong to a system that has more than these packages.
    [ -z "$(cd "$root" && find . \( -type f -o -name '*mcp*' \) -not -path '*/rpm/*' -not -path '*/.rpmdb/*')" ] ||
        { (cd "$root" && find .) && echo "The rpm left the files above behind." >&2 && return 1; }
    echo "The rpm left nothing behind."
    rm -rf "$root"
}
