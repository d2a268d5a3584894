#!/bin/sh
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Opens the window of the programs in $1 on a screen without a monitor, has it call a tool of the demo server,
# and saves a picture of it as $2.

set -eu
bin=$1 picture=$2
Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill $program $server 2>/dev/null || true' EXIT
program=$server
export DISPLAY=:77
for i in $(seq 50); do
    xdpyinfo >/dev/null 2>&1 && break
    sleep 0.2
done
"$bin/mcp-orchestrator" --tool echo --arguments '{"text": "Zürich"}' --call -- "$bin/mcp-demo-server" &
program=$!
# The title names the open page.
for i in $(seq 100); do
    window=$(xdotool search --onlyvisible --name 'MCP Orchestrator' 2>/dev/null | head -n 1) || window=
    [ -z "$window" ] || break
    kill -0 $program || exit 1
    sleep 0.2
done
[ -n "$window" ] || { echo "no window came" >&2 && exit 1; }
sleep 3 # the call, and a picture of its result
import -window root "$picture"
colours=$(identify -format %k "$picture")
[ "$colours" -gt 50 ] || { echo "the window is empty ($colours colours)" >&2 && exit 1; }
xdotool windowfocus "$window" key --window "$window" ctrl+q || true # it is gone before it answers
for i in $(seq 50); do
    kill -0 $program 2>/dev/null || exit 0
    sleep 0.2
done
echo "the program did not end by its key" >&2
exit 1
