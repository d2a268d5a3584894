// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "help.h"

#include "protocol/revision.h"
#include "version/programversion.h"

namespace McpCli {

namespace {

constexpr char text[] =
        R"(Talks to an MCP server: connects, makes one request, prints the result, disconnects.

  mcp-orchestrator-cli COMMAND [ARGUMENTS] --method METHOD [OPTIONS]
  mcp-orchestrator-cli COMMAND [ARGUMENTS AND OPTIONS OF THE SERVER] -- --method METHOD [OPTIONS]
  mcp-orchestrator-cli --config FILE --server NAME --method METHOD [OPTIONS]

Here the server stands before the bare "--" and our options behind it; the window has it the other
way round:  mcp-orchestrator [OPTIONS] -- COMMAND [ARGUMENTS]

The server
  COMMAND [ARGUMENTS]       the words in front of the first option
  --config FILE             a file with servers, only read: mcpServers, or VS Code's servers
  --catalog FILE            the program's own list; the default is the one the window uses, or
                            $MCP_CATALOG_PATH
  --server NAME             which server of the file
  -e KEY=VALUE              a variable of its environment; may be repeated
  --cwd DIRECTORY           the folder it runs in
  --framing FRAMING         auto (default), newline, content-length: how messages are written to it
  --era ERA                 auto (default), legacy (initialize), modern (2026-07-28)
  --connect-timeout MS      from its start to ready, 0 for none; default 15000 for a COMMAND
  --server-url URL, --transport TYPE, --header "Name: value"
                            remote servers, which are not supported yet

What to do
  --method METHOD
      initialize                connect only; print what the server says about itself
      tools/list                all tools
      tools/call                --tool-name NAME, --tool-arg key=value ... (JSON where it is JSON),
                                or --tool-args-json '{...}', which is sent exactly as written
      tools/call --task         the same as a task of revision 2025-11-25, which some tools need
                                (a modern server decides by itself); it is followed to its end
      resources/list, resources/templates/list, prompts/list
      resources/read            --uri URI
      prompts/get               --prompt-name NAME, --prompt-args key=value ...
      completion/complete       --complete-ref-type ref/prompt|ref/resource, --complete-ref NAME,
                                --complete-arg-name NAME, --complete-arg-value TEXT; and what is
                                filled in already: --prompt-args key=value ...
      logging/setLevel          --log-level debug|info|notice|warning|error|critical|alert|emergency
      ping
      servers/list              the servers of the file; nothing is started
      servers/show              one of them (--server NAME), secrets hidden
  --log-level LEVEL             with other methods: asks the server for its log messages first
  --metadata key=value ...      _meta of the request
  --tool-metadata key=value ... _meta of the tool call
  --answer FILE                 answers to questions of the server, by method and in order:
                                {"elicitation/create": [{"action": "accept", "content": {...}}]}
                                What does not fit the server's form is not sent, and said
  --roots DIR ...               folders that the server is told it may use
  --request-timeout MS          without an answer or progress, 0 for none; default 60000

Output
  --format text|json        the result pretty-printed (default), or one line {"result": ...}
  --trace FILE              every message both ways, as lines of JSON
  --stderr inherit|drop|FILE  where the server's stderr goes
  --help, --version

Exit codes
  0 success   1 usage, JSON-RPC error, anything unexpected   3 a remote server wants a login
  4 the server could not be started or connected   5 the tool reported an error or does not exist
  130 interrupted by Ctrl+C
  The last line on stderr is then {"error":{"code":"...","message":"..."}}.

Examples
  mcp-orchestrator-cli npx -y @modelcontextprotocol/server-everything -- --method tools/list
  mcp-orchestrator-cli ./server --method tools/call --tool-name echo --tool-arg text=hello n=1.0
  mcp-orchestrator-cli --config mcp.json --server files --method tools/list --format json | jq .
)";

} // namespace

QByteArray helpText() { return text; }

QByteArray versionText()
{
    const auto oldest = Mcp::supportedRevisions(Mcp::Era::Legacy).constFirst();
    const auto newest = Mcp::latestRevision(Mcp::Era::Modern);
    return McpApp::versionLine("mcp-orchestrator-cli", Mcp::toString(oldest),
                               Mcp::toString(newest));
}

} // namespace McpCli
