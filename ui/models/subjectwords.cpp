// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/subjectwords.h"

#include <QtCore/qcoreapplication.h>

namespace McpUi {

using Kind = Mcp::CallSubject::Kind;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("SubjectWords", text); }

SubjectWords toolWords()
{
    SubjectWords words;
    words.one = tr("tool");
    words.many = tr("tools");
    words.list = tr("Tools");
    words.call = tr("Call");
    words.callAnyway = tr("Call anyway");
    words.startAndCall = tr("Start and call");
    words.about = tr("About this tool");
    words.vanished = tr("“%1” is not in the server's list of tools (any more). It can be called "
                        "all the same.");
    words.arguments = tr("Arguments");
    words.noArguments = tr("This tool takes no arguments.");
    words.unknownArguments = tr("Which arguments the tool takes is known once its server runs. "
                                "What you write here is sent as it is.");
    words.undeclaredArguments = tr("This tool does not say which arguments it takes. What you "
                                   "write here is sent as it is.");
    words.noResult = tr("Fill in the arguments and press Call; the answer is shown here.");
    words.noOther = tr("There is no other result of this tool");
    return words;
}

SubjectWords promptWords()
{
    SubjectWords words;
    words.one = tr("prompt");
    words.many = tr("prompts");
    words.list = tr("Prompts");
    words.call = tr("Get");
    words.callAnyway = tr("Get anyway");
    words.startAndCall = tr("Start and get");
    words.about = tr("About this prompt");
    words.vanished = tr("“%1” is not in the server's list of prompts (any more). It can be asked "
                        "for all the same.");
    words.arguments = tr("Arguments");
    words.noArguments = tr("This prompt takes no arguments.");
    words.unknownArguments = tr("Which arguments the prompt takes is known once its server runs. "
                                "What you write here is sent as it is.");
    words.undeclaredArguments = tr("Nobody says which arguments this prompt takes. What you write "
                                   "here is sent as it is.");
    words.noResult = tr("Fill in the arguments and press Get; the messages are shown here.");
    words.noOther = tr("There is no other result of this prompt");
    return words;
}

SubjectWords resourceWords()
{
    SubjectWords words;
    words.one = tr("resource");
    words.many = tr("resources");
    words.list = tr("Resources");
    words.call = tr("Read");
    words.callAnyway = tr("Read anyway");
    words.startAndCall = tr("Start and read");
    words.about = tr("About this resource");
    words.vanished = tr("“%1” is not in the server's list of resources (any more). It can be read "
                        "all the same.");
    words.arguments = tr("Arguments");
    words.noArguments = tr("A resource takes no arguments.");
    words.unknownArguments = words.noArguments;
    words.undeclaredArguments = words.noArguments;
    words.noResult = tr("Press Read; what the server answers is shown here.");
    words.noOther = tr("This resource was not read before");
    words.isCalledOnOpening = true;
    return words;
}

SubjectWords templateWords()
{
    SubjectWords words = resourceWords();
    words.one = tr("template");
    words.many = tr("templates");
    words.about = tr("About this template");
    words.vanished = tr("“%1” is not in the server's list of templates (any more). It can be used "
                        "all the same.");
    words.arguments = tr("Variables");
    words.noArguments = tr("This template has no variables.");
    words.unknownArguments = words.noArguments;
    words.undeclaredArguments = tr("This is no template, so nobody knows its variables.");
    words.noResult = tr("Fill in the variables and press Read; what the server answers is shown "
                        "here.");
    words.noOther = tr("This template was not read before");
    words.isCalledOnOpening = false;
    return words;
}

} // namespace

const SubjectWords &SubjectWords::of(Kind kind)
{
    static const SubjectWords tool = toolWords();
    static const SubjectWords prompt = promptWords();
    static const SubjectWords resource = resourceWords();
    static const SubjectWords resourceTemplate = templateWords();
    switch (kind) {
    case Kind::Prompt:
        return prompt;
    case Kind::Resource:
        return resource;
    case Kind::ResourceTemplate:
        return resourceTemplate;
    case Kind::Tool:
        break;
    }
    return tool;
}

} // namespace McpUi
