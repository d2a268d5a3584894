# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT

complete -c mcp-demo-server -f
complete -c mcp-demo-server -l framing -x -a 'newline content-length' -d 'How messages are written'
complete -c mcp-demo-server -l era -x -a 'legacy modern both 2024-11-05 2025-03-26 2025-06-18 2025-11-25' -d 'Era of the protocol'
complete -c mcp-demo-server -l quiet -d 'Do not greet on standard error'
complete -c mcp-demo-server -s h -l help -d 'Print a short help'
complete -c mcp-demo-server -s v -l version -d 'Print the version'
