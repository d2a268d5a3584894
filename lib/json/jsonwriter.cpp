// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "json/jsonwriter.h"

#include "json/jsontext.h"

namespace Mcp {

namespace {

constexpr qsizetype kUsualSize = 240; ///< of a small message

} // namespace

JsonObjectWriter::JsonObjectWriter()
{
    m_text.reserve(kUsualSize);
    m_text += '{';
}

void JsonObjectWriter::key(QStringView name)
{
    if (!isEmpty())
        m_text += ',';
    JsonText::appendQuoted(m_text, name);
    m_text += ':';
}

JsonObjectWriter &JsonObjectWriter::add(QStringView name, QStringView value)
{
    key(name);
    JsonText::appendQuoted(m_text, value);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addBool(QStringView name, bool value)
{
    return addRaw(name, value ? "true" : "false");
}

JsonObjectWriter &JsonObjectWriter::add(QStringView name, const RawJson &value)
{
    return addRaw(name, value.view());
}

JsonObjectWriter &JsonObjectWriter::addRaw(QStringView name, QByteArrayView json)
{
    if (!json.isEmpty()) {
        key(name);
        m_text += json;
    }
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addMembers(const RawJson &object)
{
    JsonScanner scanner(object.view());
    JsonMember member;
    if (!object.isObject() || !scanner.enterObject())
        return *this;
    while (scanner.nextMember(member)) {
        if (!isEmpty())
            m_text += ',';
        m_text += object.view().sliced(member.key.begin, member.key.size());
        m_text += ':';
        m_text += object.view().sliced(member.value.begin, member.value.size());
    }
    return *this;
}

JsonArrayWriter::JsonArrayWriter()
    : m_text("[")
{}

void JsonArrayWriter::separator()
{
    if (!isEmpty())
        m_text += ',';
}

JsonArrayWriter &JsonArrayWriter::add(QStringView value)
{
    separator();
    JsonText::appendQuoted(m_text, value);
    return *this;
}

JsonArrayWriter &JsonArrayWriter::add(const RawJson &value) { return addRaw(value.view()); }

JsonArrayWriter &JsonArrayWriter::addRaw(QByteArrayView json)
{
    if (!json.isEmpty()) {
        separator();
        m_text += json;
    }
    return *this;
}

} // namespace Mcp
