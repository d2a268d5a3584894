# SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
# SPDX-License-Identifier: MIT
"""A server of the modern era (2026-07-28) made with the official Python SDK.

No server on PyPI or npm offers more than tools in that era yet. What is written here is only what
the server is about; every message is the SDK's: resources, templates, prompts, completion, questions
in rounds, log messages on request, progress, subscriptions/listen and changing lists.
"""

import sys
from typing import Annotated

import anyio
from mcp.server.mcpserver import Context, Elicit, ListRoots, MCPServer, Resolve, Sample
from mcp_types import Completion, CreateMessageResult, ListRootsResult, SamplingMessage, TextContent
from pydantic import BaseModel, Field

server = MCPServer("sdk-server", title="A server of the SDK", instructions="Look around.", version="1.0")
notes = {"first": "The first note."}


class Order(BaseModel):
    size: int = Field(default=42, ge=1, le=60, title="Size")
    name: str = Field(title="Name", min_length=2)


def ask_for_order(item: str) -> Elicit[Order]:
    return Elicit(f"Which size of {item}?", Order)


def ask_model(item: str) -> Sample:
    question = SamplingMessage(role="user", content=TextContent(type="text", text=f"Is {item} any good?"))
    return Sample([question], max_tokens=50, system_prompt="Be brief.")


def ask_for_roots() -> ListRoots:
    return ListRoots()


@server.tool()
async def order(item: str, ordered: Annotated[Order, Resolve(ask_for_order)]) -> str:
    """Asks for size and name in the middle of the call."""
    return f"{item} in size {ordered.size} for {ordered.name}"


@server.tool()
async def ask_everything(
    item: str,
    ordered: Annotated[Order, Resolve(ask_for_order)],
    opinion: Annotated[CreateMessageResult, Resolve(ask_model)],
    roots: Annotated[ListRootsResult, Resolve(ask_for_roots)],
) -> str:
    """Asks for values, a model and the roots, all in one round."""
    said = opinion.content.text if isinstance(opinion.content, TextContent) else "?"
    places = ", ".join(str(root.uri) for root in roots.roots)
    return f"{ordered.name} takes size {ordered.size}; the model says: {said}; roots: {places}"


@server.tool()
async def steps(count: int, ctx: Context) -> str:
    """Tells of its progress and logs each step."""
    for step in range(1, count + 1):
        await anyio.sleep(0.1)
        await ctx.report_progress(step, count, f"step {step}")
        await ctx.log("info", f"step {step} is done", logger_name="steps")
    return f"{count} steps"


@server.tool()
async def write_note(name: str, text: str, ctx: Context) -> str:
    """Writes a note; a new one changes the list of resources."""
    is_new = name not in notes
    notes[name] = text
    if is_new:
        add_note(name)
        await ctx.notify_resources_changed()
    await ctx.notify_resource_updated(f"note://{name}")
    return "written"


def add_note(name: str) -> None:
    @server.resource(f"note://{name}", name=name, mime_type="text/plain")
    async def read() -> str:
        return notes[name]


add_note("first")


@server.resource("pet://{kind}/{name}", name="pets", mime_type="text/plain")
async def pet(kind: str, name: str) -> str:
    return f"{name} is a {kind}"


@server.prompt(title="Greeting")
def greet(who: str, how: str = "warmly") -> str:
    """Greets somebody."""
    return f"Greet {who} {how}."


@server.completion()
async def complete(ref, argument, context):
    others = (context.arguments if context else None) or {}
    known = {
        "kind": ["cat", "cow", "dog"],
        "name": ["Tom", "Tibbles"] if others.get("kind") == "cat" else ["Rex"],
        "who": ["Alice", "Bob"],
        "how": ["warmly", "coolly"],
    }
    fitting = [value for value in known.get(argument.name, []) if value.startswith(argument.value)]
    return Completion(values=fitting, total=len(fitting), has_more=False)


if __name__ == "__main__":
    print("sdk-server is here", file=sys.stderr)
    server.run()
