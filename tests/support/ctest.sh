# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Sourced by tests/run, tests/coverage and .ci/run.
# ctest_run BUILD [ctest options…] runs the tests and reports what was skipped before CTest's own summary,
# which stays the end of the output. A skip that QtTest records inside a passing test counts: CTest does
# not see it, so it is read from CTest's log.

# Prints "test: function: reason" for each skipped test function and each test that CTest did not run.
ctest_skips() {
    awk '
        /^[0-9]+\/[0-9]+ Test: / { test = $3 }
        /^SKIP   : / {
            line = substr($0, 10)
            cut = index(line, ") ")
            print test ": " (cut ? substr(line, 1, cut) ": " substr(line, cut + 2) : line)
        }' "$1"
    awk '/^The following tests did not run:/ { on = 1; next } on && /^\t/ { sub(/^\t *[0-9]+ - /, ""); print; next } on { exit }' "$2"
}

ctest_run() {
    local build=$1 log=$1/Testing/Temporary/LastTest.log status=0 skips count missed
    shift
    mkdir -p "$build/Testing"
    rm -f "$log" # a run that chooses no test writes none
    # Everything up to the summary is shown as it comes; the summary is kept back.
    ctest --test-dir "$build" --parallel "$(build_jobs)" --output-on-failure --no-tests=error "$@" 2>&1 |
        awk -v summary="$build/Testing/summary.txt" '
            BEGIN { printf "" >summary }
            /^[0-9]+% tests passed, / { held = 1 }
            held { print >summary; next }
            { print; fflush() }'
    status=${PIPESTATUS[0]}
    if [ -s "$build/Testing/summary.txt" ] && [ -f "$log" ]; then
        skips=$(ctest_skips "$log" "$build/Testing/summary.txt")
        count=$(printf '%s' "$skips" | grep -c . || true)
        echo
        echo "Skipped: $count"
        [ "$count" -eq 0 ] || printf '%s\n' "$skips" | sed 's/^/  /'
        # What skip.h's MCP_SKIP_REFERENCE skips cannot be installed and has counterparts that ran.
        missed=$(printf '%s' "$skips" | grep -vc ': no reference material: ' || true)
        if [ "$missed" -ne 0 ] && [ "${REQUIRE_ALL:-}" = 1 ]; then
            echo "FAILED: REQUIRE_ALL=1 is set, so the skipped tests above count as failures," \
                "but for those without reference material."
            [ "$status" -ne 0 ] || status=1
        fi
        echo
        cat "$build/Testing/summary.txt"
    fi
    return "$status"
}
