#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Every option that --help names stands in the manual page and in the completion for each shell.
#   options.sh PACKAGING_DIR BIN_DIR

set -eu
packaging=$1 bin=$2 failed=0 seen=0
for program in mcp-orchestrator mcp-orchestrator-cli mcp-demo-server; do
    [ -x "$bin/$program" ] || continue
    seen=$((seen + 1))
    help=$("$bin/$program" --help | grep -v "^  mcp-orchestrator") # but the examples
    options=$(grep -oE -e '(^|[ ,[])--[a-z][a-z-]*' <<<"$help" | grep -oE -e '--[a-z-]+' | sort -u)
    [ -n "$options" ] || { echo "$program --help names no option" && exit 1; }
    for option in $options; do
        name=${option#--}
        escaped=${option//-/\\\\-}
        grep -qE -e "$escaped( |\"|\$)" "$packaging/man/$program.1.in" ||
            { echo "man/$program.1.in lacks $option" && failed=1; }
        grep -qE -e "$option( |'|\$)" "$packaging/completions/bash/$program" ||
            { echo "completions/bash/$program lacks $option" && failed=1; }
        grep -qF -e "$option[" -e "$option'" -e "$option}" "$packaging/completions/zsh/_mcp-orchestrator" ||
            { echo "completions/zsh/_mcp-orchestrator lacks $option of $program" && failed=1; }
        grep -qE -e "-l $name( |\$)" "$packaging/completions/fish/$program.fish" ||
            { echo "completions/fish/$program.fish lacks $option" && failed=1; }
    done
done
[ $seen -gt 0 ] || { echo "There is no program in $bin." && exit 1; }
exit $failed
