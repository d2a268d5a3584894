# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT

complete -c mcp-orchestrator -l config -r -d 'Show the servers of this file'
complete -c mcp-orchestrator -l server -x -d 'Select this server and start it'
complete -c mcp-orchestrator -l tool -x -d 'Open this tool of it'
complete -c mcp-orchestrator -l resource -x -d 'Open this resource or template of it'
complete -c mcp-orchestrator -l prompt -x -d 'Open this prompt of it'
complete -c mcp-orchestrator -l arguments -x -d 'With these arguments, as JSON'
complete -c mcp-orchestrator -l call -d 'And call it'
complete -c mcp-orchestrator -l help -d 'Print a short help'
complete -c mcp-orchestrator -l version -d 'Print the version'
