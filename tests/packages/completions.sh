#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# What the shells propose, asked of the shells themselves.
#   completions.sh FOLDER-OF-COMPLETIONS    with bash, fish and zsh in it

set -eu
folder=$1 failed=0
set +u # bash-completion does without
. /usr/share/bash-completion/bash_completion
for program in mcp-orchestrator mcp-orchestrator-cli mcp-demo-server; do
    . "$folder/bash/$program"
done
compopt() { :; } # there is no line that is edited

bash_proposes() { # LINE EXPECTED; words of the line are parted as readline does
    local line=$1 expected=$2 function
    read -ra COMP_WORDS <<<"${line//=/ = }"
    [[ $line != *' ' ]] || COMP_WORDS+=("")
    COMP_LINE=$line COMP_POINT=${#line} COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
    function=$(complete -p "${COMP_WORDS[0]}" | sed -n 's/.*-F \([^ ]*\).*/\1/p')
    $function "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]:-}" || true
    [ "${COMPREPLY[*]}" = "$expected" ] || { echo "bash, $line: \"${COMPREPLY[*]}\", not \"$expected\"" && failed=1; }
}
bash_proposes 'mcp-orchestrator-cli --era ' 'auto legacy modern'
bash_proposes 'mcp-orchestrator-cli --era=l' 'legacy'
bash_proposes 'mcp-orchestrator-cli npx server --method tools/' 'tools/list tools/call'
bash_proposes 'mcp-orchestrator-cli --met' '--method --metadata'
bash_proposes 'mcp-orchestrator --too' '--tool'
bash_proposes 'mcp-demo-server --er' '--era'

fish_proposes() { # LINE EXPECTED
    local said
    said=$(fish --no-config -c "for file in '$folder'/fish/*.fish; source \$file; end; complete -C '$1'" | cut -f 1 | xargs)
    [ "$said" = "$2" ] || { echo "fish, $1: \"$said\", not \"$2\"" && failed=1; }
}
fish_proposes 'mcp-orchestrator-cli --era ' 'auto legacy modern'
fish_proposes 'mcp-orchestrator-cli --met' '--metadata --method'
fish_proposes 'mcp-orchestrator --too' '--tool'
fish_proposes 'mcp-demo-server --er' '--era'

# zsh completes on a terminal alone: that it is found, for each program, and can be read.
for program in mcp-orchestrator mcp-orchestrator-cli mcp-demo-server; do
    said=$(zsh -f -c "fpath=('$folder/zsh' \$fpath); autoload -U compinit; compinit -D; echo \$_comps[$program]")
    [ "$said" = _mcp-orchestrator ] || { echo "zsh does not know how to complete $program" && failed=1; }
done
zsh -n "$folder/zsh/_mcp-orchestrator" || failed=1
exit $failed
