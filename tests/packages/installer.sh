#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# The installer and the uninstaller, with a bundle of a few small files: where they write, what they leave alone, and
# what is left of them.
#   installer.sh INSTALL_SH UNINSTALL_SH    as configured by the build

set -euo pipefail
install=$(realpath "$1") uninstall=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022
failed=0

new_bundle() { # what the archive unpacks, with a version in each program
    rm -rf "$work/bundle"
    mkdir -p "$work/bundle/"{programs,lib,plugins/platforms,share/applications,share/icons/hicolor/16x16/apps,share/man/man1}
    for program in mcp-orchestrator mcp-orchestrator-cli mcp-demo-server; do
        printf '#!/bin/sh\necho %s %s\n' $program "$1" >"$work/bundle/programs/$program"
        chmod +x "$work/bundle/programs/$program"
        echo page >"$work/bundle/share/man/man1/$program.1"
    done
    echo library >"$work/bundle/lib/libnone-$1.so"
    echo plugin >"$work/bundle/plugins/platforms/libqxcb.so"
    printf '[Desktop Entry]\nExec=mcp-orchestrator\n[Desktop Action demo]\nExec=mcp-orchestrator -- mcp-demo-server\n' \
        >"$work/bundle/share/applications/x.desktop"
    echo icon >"$work/bundle/share/icons/hicolor/16x16/apps/x.png"
    cp "$install" "$work/bundle/install.sh"
    cp "$uninstall" "$work/bundle/uninstall.sh"
    chmod +x "$work/bundle/"*.sh
}
run_installer() { (cd "$work/bundle" && env -u XDG_DATA_HOME USER_PWD="$work/cwd" "$@"); }
# Everything there is below a folder, with modes and where links lead.
listing() { (cd "$1" && find . -printf '%p %M %l\n' | sort); }
case_begins() {
    name=$1
    rm -rf "$work/home" "$work/cwd"
    mkdir -p "$work/home" "$work/cwd"
    export HOME=$work/home
}
check() { # WHAT COMMAND…
    local what=$1
    shift
    "$@" || { echo "$name: $what" && failed=1; }
}
same() { check "$3" diff "$1" "$2"; }

case_begins "an empty home"
new_bundle 1
listing "$HOME" >"$work/before"
run_installer sh ./install.sh >/dev/null
check "the program does not start" [ "$("$HOME/.local/bin/mcp-orchestrator")" = "mcp-orchestrator 1" ]
check "the entry names another program" grep -qxF "Exec=\"$HOME/.local/lib/mcp-orchestrator/programs/mcp-orchestrator\"" \
    "$HOME/.local/share/applications/x.desktop"
check "others cannot start it" [ -z "$(find "$HOME/.local" -type d -not -perm -755)" ]
check "temporary files stay" [ ! -e "$HOME/.local/lib/mcp-orchestrator.new" ]
"$HOME/.local/lib/mcp-orchestrator/uninstall.sh" >/dev/null
listing "$HOME" >"$work/after"
same "$work/before" "$work/after" "something is left"

case_begins "an upgrade"
new_bundle 1
run_installer sh ./install.sh >/dev/null
new_bundle 2
rm "$work/bundle/share/man/man1/mcp-demo-server.1"
run_installer sh ./install.sh >/dev/null
check "the old one is still there" [ "$("$HOME/.local/bin/mcp-orchestrator-cli")" = "mcp-orchestrator-cli 2" ]
check "the old library is still there" [ ! -e "$HOME/.local/lib/mcp-orchestrator/lib/libnone-1.so" ]
check "a page of the old one is still there" [ ! -e "$HOME/.local/share/man/man1/mcp-demo-server.1" ]
"$HOME/.local/lib/mcp-orchestrator/uninstall.sh" >/dev/null
check "something is left" [ ! -e "$HOME/.local" ]

case_begins "what was there"
new_bundle 1
mkdir -p "$HOME/.local/bin" "$HOME/.local/share/applications" "$HOME/.local/share/man"
echo mine >"$HOME/.local/share/applications/x.desktop"
ln -s /nowhere "$HOME/.local/bin/mcp-demo-server"
listing "$HOME" >"$work/before"
run_installer sh ./install.sh >/dev/null 2>"$work/words"
check "it does not say what it left alone" grep -q 'x.desktop is there already' "$work/words"
check "it overwrites" [ "$(cat "$HOME/.local/share/applications/x.desktop")" = mine ]
"$HOME/.local/lib/mcp-orchestrator/uninstall.sh" >/dev/null
rm -f "$HOME/.local/share/applications/mimeinfo.cache" # of those for whom there are entries
listing "$HOME" >"$work/after"
same "$work/before" "$work/after" "the home is another one"

for folder in "a folder" "R&D|x" relative; do
    case_begins "--prefix $folder"
    new_bundle 1
    listing "$HOME" >"$work/before"
    if [ "$folder" = relative ]; then
        prefix=$work/cwd/relative
        run_installer sh ./install.sh --prefix=relative >/dev/null
    else
        prefix=$work/cwd/$folder
        run_installer sh ./install.sh --prefix "$prefix" >/dev/null
    fi
    check "the program does not start" [ "$("$prefix/bin/mcp-orchestrator")" = "mcp-orchestrator 1" ]
    check "the entry is wrong" grep -qxF \
        "Exec=\"$prefix/lib/mcp-orchestrator/programs/mcp-orchestrator\" -- \"$prefix/lib/mcp-orchestrator/programs/mcp-demo-server\"" \
        "$prefix/share/applications/x.desktop"
    mv "$prefix" "$work/cwd/moved"
    "$work/cwd/moved/lib/mcp-orchestrator/uninstall.sh" >/dev/null
    check "something is left" [ ! -e "$work/cwd/moved" ]
    listing "$HOME" >"$work/after"
    same "$work/before" "$work/after" "it writes into the home"
done

case_begins "a system that cannot run it"
new_bundle 1
printf '#!/bin/sh\nexit 1\n' >"$work/bundle/programs/mcp-orchestrator-cli"
listing "$HOME" >"$work/before"
check "it installs all the same" bash -c "! (cd '$work/bundle' && sh ./install.sh >/dev/null 2>&1)"
listing "$HOME" >"$work/after"
same "$work/before" "$work/after" "something is left"
run_installer sh ./install.sh --anyway >/dev/null 2>&1
check "--anyway does not" [ -x "$HOME/.local/lib/mcp-orchestrator/uninstall.sh" ]

case_begins "the folder of somebody else"
new_bundle 1
mkdir -p "$HOME/.local/lib/mcp-orchestrator"
echo mine >"$HOME/.local/lib/mcp-orchestrator/file"
listing "$HOME" >"$work/before"
check "it takes it" bash -c "! (cd '$work/bundle' && sh ./install.sh >/dev/null 2>&1)"
listing "$HOME" >"$work/after"
same "$work/before" "$work/after" "it changes it"

case_begins "no HOME"
new_bundle 1
(cd "$work/bundle" && env -u HOME sh ./install.sh --prefix "$work/cwd/x" >/dev/null)
check "a prefix is not enough" [ -x "$work/cwd/x/bin/mcp-orchestrator" ]
check "it says nothing of --prefix" bash -c "cd '$work/bundle' && env -u HOME sh ./install.sh 2>&1 | grep -q -e --prefix"

case_begins "a second go after an interruption"
new_bundle 1
mkdir -p "$HOME/.local/lib/mcp-orchestrator.new/lib"
: >"$HOME/.local/lib/mcp-orchestrator.new/files"
run_installer sh ./install.sh >/dev/null
check "old parts stay" [ ! -e "$HOME/.local/lib/mcp-orchestrator/lib/lib" ]
check "the program does not start" [ "$("$HOME/.local/bin/mcp-orchestrator")" = "mcp-orchestrator 1" ]
exit $failed
