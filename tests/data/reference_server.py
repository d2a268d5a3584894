# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
"""A server as people write it by hand, with manners the program must survive.

It reads and writes Content-Length headers only, and counts characters where the header means bytes.
Every line with a colon is a header to it, so a JSON line is swallowed. It answers notifications with
an error whose id is null, has no serverInfo, declares no capabilities, describes its tool without a
schema, answers a call without content, and does not exit when its input ends.
"""

import json
import sys
import time

TOOL = {"name": "tiny-tool", "title": "Tiny tool", "description": "A tool without a schema."}


def log(text):
    print(text, file=sys.stderr, flush=True)


def write(message):
    text = json.dumps(message)
    sys.stdout.write("Content-Length: %d\r\n\r\n%s" % (len(text), text))
    sys.stdout.flush()


def outcome(method, params):
    """Returns the member of the answer that is not jsonrpc or id."""
    if method == "initialize":
        return {"result": {"protocolVersion": "2025-06-18", "name": "tiny", "capabilities": {}}}
    if method == "tools/list":
        return {"result": {"tools": [TOOL]}}
    if method == "tools/call" and params.get("name") == TOOL["name"]:
        return {"result": {"result": "Tiny result!"}}
    if method == "tools/call":
        return {"error": {"code": -32601, "message": "Tool not found: %s" % params.get("name")}}
    return {"error": {"code": -32601, "message": "Method not found: %s" % method}}


def serve(text):
    try:
        request = json.loads(text)
        answer = {"jsonrpc": "2.0", "id": request.get("id")}
        answer.update(outcome(request.get("method"), request.get("params") or {}))
    except (ValueError, AttributeError) as problem:
        answer = {"jsonrpc": "2.0", "id": None,
                  "error": {"code": -32603, "message": "Internal error: %s" % problem}}
    write(answer)


def main():
    log("Tiny server starting")
    length = 0
    while True:
        line = sys.stdin.readline()
        if not line:
            time.sleep(0.1)  # the end of the input is not the end of this server
            continue
        name, colon, value = line.strip().partition(":")
        if colon and name.lower() == "content-length":
            length = int(value)
        elif not line.strip() and length > 0:
            serve(sys.stdin.read(length))
            length = 0


if __name__ == "__main__":
    main()
