// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/svgcleaner.h"

#include "views/svgdashes.h"

#include <QtCore/qhash.h>
#include <QtCore/qlist.h>
#include <QtCore/qxmlstream.h>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr qint64 kMaxElements = 50'000;
constexpr qsizetype kMaxDepth = 200;
// Qt matches each rule of a style sheet with each element, and a line across the drawing costs as
// much as its height.
constexpr qsizetype kMaxSheet = 64 * 1024;
constexpr qsizetype kMaxGeometry = 1024 * 1024;
constexpr double kLetterLength = 10; ///< of a letter's outline, in heights of the letter
constexpr double kUsualHeight = 100; ///< of letters; what is larger somewhere counts everywhere

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
    Cleaner(const QByteArray &svg, bool dashed)
        : m_reader(svg)
        , m_writer(&m_clean.svg)
        , m_keepDashes(dashed)
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

    /// Not a number counts, too.
    bool hasTooManyDashes() const { return !(m_dashes <= SvgDashes::kMost); }

private:
    /// What is drawn for an element and all in it.
    struct Drawn
    {
        qint64 weight = 1; ///< elements
        double length = 0; ///< of all lines
        double dashes = 0; ///< of those that are dashed
    };
    struct Open
    {
        QString id;
        Drawn drawn;
        double dash = SvgDashes::kNone; ///< its length, for what is in it, too
    };

    void copyToken(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::StartElement:
            start();
            break;
        case QXmlStreamReader::EndElement:
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
        if (m_inSheet) {
            m_sheetText += text; // comments in between would hide words
            m_sheet += text.size();
        } else {
            m_writer.writeCharacters(text.toString());
            m_geometry += text.size();
            addLength(double(text.trimmed().size()) * kLetterLength * m_height);
        }
        if (m_sheet > kMaxSheet || m_geometry > kMaxGeometry)
            refuse();
    }

    void endSheet()
    {
        noteStyle(m_sheetText, m_sheetDash);
        m_writer.writeCharacters(m_keepDashes ? m_sheetText
                                              : SvgDashes::withoutDashes(m_sheetText));
        m_sheetText.clear();
        m_inSheet = false;
    }

    void noteStyle(QStringView css, double &dash)
    {
        m_height = qMax(m_height, SvgDashes::heightOf(css));
        dash = qMin(dash, SvgDashes::dashOf(css).value_or(SvgDashes::kNone));
        m_isScaled = m_isScaled || css.contains(u"vector-effect", Qt::CaseInsensitive);
    }

    void addLength(double length)
    {
        if (m_open.isEmpty())
            return;
        Open &open = m_open.last();
        open.drawn.length += length;
        if (open.dash < SvgDashes::kNone && length > 0)
            open.drawn.dashes += m_isScaled ? SvgDashes::kNone : length / open.dash;
    }

    /// What comes before the lines: they may be dashed by an attribute behind them.
    void noteLook(const QXmlStreamAttribute &attribute, Open &open)
    {
        const QStringView value = attribute.value();
        if (attribute.name() == "style"_L1)
            noteStyle(value, open.dash);
        else if (attribute.name() == "stroke-dasharray"_L1)
            noteStyle(u"dasharray:"_s + value.toString(), open.dash);
        else if (attribute.name() == "font-size"_L1)
            m_height = qMax(m_height, SvgDashes::sumOfNumbers(value));
        m_isScaled = m_isScaled || attribute.name() == "vector-effect"_L1;
    }

    void start()
    {
        // Qt knows it by this prefix only.
        if (m_open.isEmpty())
            m_writer.writeNamespace(u"http://www.w3.org/1999/xlink"_s, u"xlink"_s);
        m_writer.writeStartElement(m_reader.namespaceUri().toString(), m_reader.name().toString());
        m_inSheet = m_reader.name() == "style"_L1;
        Open open;
        open.dash = qMin(m_sheetDash, m_open.isEmpty() ? SvgDashes::kNone : m_open.last().dash);
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute &attribute : attributes)
            noteLook(attribute, open);
        m_open.append(open);
        for (const QXmlStreamAttribute &attribute : attributes)
            copyAttribute(attribute);
        const bool isHeavy = m_open.size() > kMaxDepth || m_open.last().drawn.weight > kMaxElements;
        if (isHeavy || m_geometry > kMaxGeometry)
            refuse();
    }

    void copyAttribute(const QXmlStreamAttribute &attribute)
    {
        const QString value = attribute.value().toString();
        if (isReference(attribute.name())) {
            if (!isAllowed(value))
                return;
            m_writer.writeAttribute(attribute);
            const Drawn repeated = m_drawn.value(value.mid(1), { 0, 0, 0 });
            m_open.last().drawn.weight += repeated.weight;
            m_open.last().drawn.dashes += repeated.dashes;
            addLength(repeated.length);
            return;
        }
        m_geometry += value.size();
        if (attribute.name() == "id"_L1)
            m_open.last().id = value;
        addLength(SvgDashes::lengthOf(attribute.name(), value));
        if (!m_keepDashes && attribute.name() == "style"_L1)
            m_writer.writeAttribute(u"style"_s, SvgDashes::withoutDashes(value));
        else if (m_keepDashes || attribute.name() != "stroke-dasharray"_L1)
            m_writer.writeAttribute(attribute);
    }

    /// What is repeated must be known: nobody can tell how large a later part will be.
    bool isAllowed(const QString &target) const
    {
        if (!isInside(target))
            return false;
        return m_reader.name() != "use"_L1 || m_drawn.contains(target.mid(1));
    }

    void end()
    {
        if (m_inSheet)
            endSheet();
        m_writer.writeEndElement();
        const Open closed = m_open.takeLast();
        m_clean.parts = closed.drawn.weight; // of the outermost in the end
        m_dashes = closed.drawn.dashes;
        if (!closed.id.isEmpty())
            m_drawn.insert(closed.id, closed.drawn);
        if (!m_open.isEmpty()) {
            Drawn &around = m_open.last().drawn;
            around.weight += closed.drawn.weight;
            around.length += closed.drawn.length;
            around.dashes += closed.drawn.dashes;
        }
        if (closed.drawn.weight > kMaxElements)
            refuse();
    }

    void refuse() { m_clean.problem = u"The drawing has more parts than are drawn here."_s; }

    QXmlStreamReader m_reader;
    CleanSvg m_clean;
    QXmlStreamWriter m_writer;
    QList<Open> m_open;
    QHash<QString, Drawn> m_drawn; ///< by id
    const bool m_keepDashes;
    bool m_inSheet = false;
    bool m_isScaled = false;               ///< lines may be drawn much larger than they say
    QString m_sheetText;                   ///< of the one that is being read
    double m_sheetDash = SvgDashes::kNone; ///< anything may have it
    double m_height = kUsualHeight;
    double m_dashes = 0;
    qsizetype m_sheet = 0;
    qsizetype m_geometry = 0; ///< characters of numbers and words
};

} // namespace

CleanSvg cleanSvg(const QByteArray &svg)
{
    Cleaner cleaner(svg, true);
    CleanSvg clean = cleaner.clean();
    return cleaner.hasTooManyDashes() ? Cleaner(svg, false).clean() : clean;
}

} // namespace McpUi
