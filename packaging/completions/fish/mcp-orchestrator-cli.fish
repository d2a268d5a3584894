# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT

set -l methods initialize tools/list tools/call resources/list resources/templates/list resources/read \
    prompts/list prompts/get completion/complete logging/setLevel ping servers/list servers/show
set -l levels debug info notice warning error critical alert emergency
set -l program mcp-orchestrator-cli

complete -c $program -l config -r -d 'A file with servers, only read'
complete -c $program -l catalog -r -d 'The own list of servers'
complete -c $program -l server -x -d 'Which server of the file'
complete -c $program -s e -x -d 'KEY=VALUE of its environment'
complete -c $program -l cwd -x -a '(__fish_complete_directories)' -d 'The folder it runs in'
complete -c $program -l framing -x -a 'auto newline content-length' -d 'How messages are written to it'
complete -c $program -l era -x -a 'auto legacy modern' -d 'Era of the protocol'
complete -c $program -l connect-timeout -x -d 'Milliseconds from its start to ready'
complete -c $program -l server-url -x -d 'A remote server, not supported yet'
complete -c $program -l transport -x -a 'stdio http sse' -d 'Of a remote server'
complete -c $program -l header -x -d 'Of a remote server'
complete -c $program -l method -x -a "$methods" -d 'What to do'
complete -c $program -l tool-name -x -d 'The tool'
complete -c $program -l tool-arg -x -d 'key=value, arguments of the tool'
complete -c $program -l tool-args-json -x -d 'Arguments, sent exactly as written'
complete -c $program -l task -d 'Call the tool as a task'
complete -c $program -l uri -x -d 'The resource'
complete -c $program -l prompt-name -x -d 'The prompt'
complete -c $program -l prompt-args -x -d 'key=value, arguments of the prompt'
complete -c $program -l complete-ref-type -x -a 'ref/prompt ref/resource' -d 'What is completed'
complete -c $program -l complete-ref -x -d 'Its name'
complete -c $program -l complete-arg-name -x -d 'Which argument'
complete -c $program -l complete-arg-value -x -d 'What is written there'
complete -c $program -l log-level -x -a "$levels" -d 'Messages of the server'
complete -c $program -l metadata -x -d 'key=value, _meta of the request'
complete -c $program -l tool-metadata -x -d 'key=value, _meta of the tool call'
complete -c $program -l answer -r -d 'Answers to questions of the server'
complete -c $program -l roots -x -a '(__fish_complete_directories)' -d 'Folders that the server may use'
complete -c $program -l request-timeout -x -d 'Milliseconds without an answer or progress'
complete -c $program -l format -x -a 'text json' -d 'Of the result'
complete -c $program -l trace -r -d 'Every message both ways'
complete -c $program -l stderr -r -a 'inherit drop' -d 'Of the server'
complete -c $program -l help -d 'Print a short help'
complete -c $program -l version -d 'Print the version'
