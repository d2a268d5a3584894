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
// Qt matches each rule of a style sheet with each element, and a line across the drawing costs as
// much as its height; a dashed one is up to ten thousand lines.
constexpr qsizetype kMaxSheet = 64 * 1024;
constexpr qsizetype kMaxGeometry = 1024 * 1024;
constexpr qint64 kDashed = 500; ///< parts that a dashed element counts as

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
            characters(m_reader.text());
            break;
        default:
            break; // comments, document types, instructions
        }
    }

    void characters(QStringView text)
    {
        m_writer.writeCharacters(text.toString());
        m_sheet += m_inSheet ? text.size() : 0;
        m_geometry += m_inSheet ? 0 : text.size();
        m_isDashed = m_isDashed || (m_inSheet && text.contains(u"dasharray"));
        if (m_sheet > kMaxSheet || m_geometry > kMaxGeometry)
            refuse();
    }

    void measure(const QXmlStreamAttribute &attribute, Open &open)
    {
        const QStringView value = attribute.value();
        m_geometry += value.size();
        const bool dashed = attribute.name() == "stroke-dasharray"_L1
                            || (attribute.name() == "style"_L1 && value.contains(u"dasharray"));
        open.weight += dashed ? kDashed : 0;
    }

    void start()
    {
        m_writer.writeStartElement(m_reader.namespaceUri().toString(), m_reader.name().toString());
        Open open;
        m_inSheet = m_reader.name() == "style"_L1;
        open.weight += m_isDashed ? kDashed : 0;
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == "id"_L1)
                open.id = attribute.value().toString();
            if (!isReference(attribute.name()))
                measure(attribute, open);
            if (!isReference(attribute.name())) {
                m_writer.writeAttribute(attribute);
            } else if (const QString target = attribute.value().toString(); isAllowed(target)) {
                m_writer.writeAttribute(attribute);
                open.weight += m_weights.value(target.mid(1));
            }
        }
        m_open.append(open);
        if (m_open.size() > kMaxDepth || open.weight > kMaxElements || m_geometry > kMaxGeometry)
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
        m_inSheet = false;
        m_clean.parts = closed.weight; // of the outermost in the end
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
    bool m_inSheet = false;
    bool m_isDashed = false; ///< by a style sheet: anything may be
    qsizetype m_sheet = 0;
    qsizetype m_geometry = 0; ///< characters of numbers and words
};

} // namespace

CleanSvg cleanSvg(const QByteArray &svg) { return Cleaner(svg).clean(); }

} // namespace McpUi
