# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
#
# Who the program is to the rest of the system, in one place: a fork or a distribution changes it here.
set(MCP_APP_ID io.github.mcp_orchestrator.mcp-orchestrator) # desktop entry, icon, metadata, D-Bus
set(MCP_APP_NAME "MCP Orchestrator")
set(MCP_APP_SUMMARY "Explore MCP servers by hand")
set(MCP_AUTHORS "The MCP Orchestrator authors")
set(MCP_CONTACT "${MCP_AUTHORS} <mcp-orchestrator@users.noreply.github.com>")
set(MCP_RELEASE_DATE 2026-11-22) # of PROJECT_VERSION
