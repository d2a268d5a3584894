#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# The programs of a release build are hardened (packaging/hardening.cmake).
#   hardening.sh [--cet] [--installed] PROGRAM…
# --cet: the compiler marks targets of jumps. --installed: the programs of a package, which look for their libraries
# where the system has them.

set -eu
cet=0 installed=0
while :; do
    case ${1:-} in
    --cet) cet=1 ;;
    --installed) installed=1 ;;
    *) break ;;
    esac
    shift
done
[ $# -gt 0 ] || { echo "no programs" && exit 1; }
failed=0 checked=0
for program in "$@"; do
    lacks() { echo "${program##*/}: $1" && failed=1; }
    headers=$(readelf -hlW "$program")
    dynamic=$(readelf -dW "$program")
    symbols=$(readelf --dyn-syms -W "$program")
    grep -q 'Type: *DYN' <<<"$headers" && grep -q INTERP <<<"$headers" || lacks "is not position independent"
    grep -q GNU_RELRO <<<"$headers" || lacks "tables can be written to (relro)"
    grep -qE 'BIND_NOW|FLAGS.*NOW' <<<"$dynamic" || lacks "binds late, so that tables stay writable (now)"
    grep -qE 'GNU_STACK.* RW ' <<<"$headers" || lacks "has a stack that can be executed"
    grep -q '__stack_chk_fail' <<<"$symbols" || lacks "has unchecked stacks"
    ! grep -qE '__[a-z]+_chk(@| |$)' <<<"$symbols" || checked=1
    if [ $cet -eq 1 ]; then
        objdump -d --disassemble=main "$program" | grep -q endbr || lacks "marks no targets of jumps (CET)"
    fi
    [ $installed -eq 0 ] || ! grep -qE 'R(UN)?PATH' <<<"$dynamic" || lacks "looks for libraries where it was built"
done
# Not each has a copy whose length is unknown and whose target is not.
[ $checked -eq 1 ] || { echo "none checks copies (fortify)" && failed=1; }
exit $failed
