// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/svgcleaner.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qxmlstream.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kMaxElements = 50'000;
constexpr qsizetype kMaxDepth = 200;

bool isReference(QStringView name) { return name == "href"_L1 || name == "src"_L1; }

/// Inside the drawing itself, or data that it carries along.
bool isInside(QStringView target)
{
    const QStringView trimmed = target.trimmed();
    return trimmed.startsWith(u'#') || trimmed.startsWith("data:image/png"_L1)
           || trimmed.startsWith("data:image/jpeg"_L1);
}

class Cleaner
{
public:
    explicit Cleaner(const QByteArray &svg)
        : m_reader(svg)
        , m_writer(&m_clean.svg)
    {}

    CleanSvg clean()
    {
        while (!m_reader.atEnd() && m_clean.problem.isEmpty())
            copyToken(m_reader.readNext());
        if (m_reader.hasError() && m_clean.problem.isEmpty())
            m_clean.problem = u"The drawing cannot be read: %1."_s.arg(m_reader.errorString());
        if (!m_clean.problem.isEmpty())
            m_clean.svg.clear();
        return m_clean;
    }

private:
    struct Open
    {
        QString id;
        qint64 weight = 1; ///< elements drawn for it
    };

    void copyToken(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::StartElement:
            start();
            break;
        case QXmlStreamReader::EndElement:
            m_writer.writeEndElement();
            end();
            break;
        case QXmlStreamReader::Characters:
            m_writer.writeCharacters(m_reader.text().toString());
            break;
        default:
            break; // comments, document types, instructions
        }
    }

    void start()
    {
        m_writer.writeStartElement(m_reader.namespaceUri().toString(), m_reader.name().toString());
        Open open;
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == "id"_L1)
                open.id = attribute.value().toString();
            if (!isReference(attribute.name())) {
                m_writer.writeAttribute(attribute);
            } else if (const QString target = attribute.value().toString(); isAllowed(target)) {
                m_writer.writeAttribute(attribute);
                open.weight += m_weights.value(target.mid(1));
            }
        }
        m_open.append(open);
        if (m_open.size() > kMaxDepth || open.weight > kMaxElements)
            refuse();
    }

    /// What is repeated must be known: nobody can tell how large a later part will be.
    bool isAllowed(const QString &target) const
    {
        if (!isInside(target))
            return false;
        return m_reader.name() != "use"_L1 || m_weights.contains(target.mid(1));
    }

    void end()
    {
        const Open closed = m_open.takeLast();
        if (!closed.id.isEmpty())
            m_weights.insert(closed.id, closed.weight);
        if (!m_open.isEmpty())
            m_open.last().weight += closed.weight;
        if (closed.weight > kMaxElements)
            refuse();
    }

    void refuse() { m_clean.problem = u"The drawing has more parts than are drawn here."_s; }

    QXmlStreamReader m_reader;
    CleanSvg m_clean;
    QXmlStreamWriter m_writer;
    QList<Open> m_open;
    QHash<QString, qint64> m_weights;
};

} // namespace

CleanSvg cleanSvg(const QByteArray &svg) { return Cleaner(svg).clean(); }

} // namespace McpUi
