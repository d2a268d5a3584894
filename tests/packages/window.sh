#!/bin/sh
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# window.sh PROGRAMS ENTRIES PICTURE
# Opens the window of the programs in the folder PROGRAMS on a screen without a monitor, has it call a tool of the
# demo server, and saves a picture of it. Then starts it again as a desktop does, by its entry in the folder ENTRIES.

set -eu
bin=$1 entries=$2 picture=$3
Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill $screen 2>/dev/null || true' EXIT # the window goes with it
export DISPLAY=:77
for i in $(seq 50); do
    xdpyinfo >/dev/null 2>&1 && break
    sleep 0.2
done

window=
window_comes() {
    for i in $(seq 100); do
        # The title names the open page.
        window=$(xdotool search --onlyvisible --name 'MCP Orchestrator' 2>/dev/null | head -n 1) || window=
        [ -z "$window" ] || return 0
        sleep 0.2
    done
    echo "no window came" >&2 && exit 1
}
window_goes_by_its_key() {
    xdotool windowfocus "$window" key --window "$window" ctrl+q 2>/dev/null || true # it is gone before it answers
    for i in $(seq 50); do
        pgrep -u "$(id -u)" -x mcp-orchestrato >/dev/null || return 0 # the kernel keeps 15 letters
        sleep 0.2
    done
    echo "the program did not end by its key" >&2 && exit 1
}

"$bin/mcp-orchestrator" --tool echo --arguments '{"text": "Zürich"}' --call -- "$bin/mcp-demo-server" &
window_comes
sleep 3 # the call, and a picture of its result
import -window root "$picture"
colours=$(identify -format %k "$picture")
[ "$colours" -gt 50 ] || { echo "the window is empty ($colours colours)" >&2 && exit 1; }
window_goes_by_its_key

set -- "$entries"/*mcp*.desktop
[ $# -eq 1 ] && [ -f "$1" ] || { echo "not one entry: $*" >&2 && exit 1; }
gio launch "$1"
window_comes
window_goes_by_its_key
