// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/mediatype.h"

#include <QtCore/qmimedatabase.h>
#include <QtCore/qurl.h>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

struct Row
{
    QLatin1StringView essence;
    QLatin1StringView suffix;
};

/// The types another program may be handed, each with the one ending its files get. A list of what
/// is allowed: a list of what is not would never be complete.
constexpr std::array kHarmless{
    Row{ "text/plain"_L1, ".txt"_L1 },
    Row{ "text/markdown"_L1, ".md"_L1 },
    Row{ "text/x-markdown"_L1, ".md"_L1 },
    Row{ "text/csv"_L1, ".csv"_L1 },
    Row{ "text/tab-separated-values"_L1, ".tsv"_L1 },
    Row{ "application/json"_L1, ".json"_L1 },
    Row{ "text/json"_L1, ".json"_L1 },
    Row{ "application/xml"_L1, ".xml"_L1 },
    Row{ "text/xml"_L1, ".xml"_L1 },
    Row{ "text/html"_L1, ".html"_L1 },
    Row{ "application/pdf"_L1, ".pdf"_L1 },
    Row{ "image/png"_L1, ".png"_L1 },
    Row{ "image/jpeg"_L1, ".jpg"_L1 },
    Row{ "image/jpg"_L1, ".jpg"_L1 },
    Row{ "image/gif"_L1, ".gif"_L1 },
    Row{ "image/webp"_L1, ".webp"_L1 },
    Row{ "image/bmp"_L1, ".bmp"_L1 },
    Row{ "image/svg+xml"_L1, ".svg"_L1 },
    Row{ "image/tiff"_L1, ".tiff"_L1 },
    Row{ "image/avif"_L1, ".avif"_L1 },
    Row{ "image/heic"_L1, ".heic"_L1 },
    Row{ "image/x-icon"_L1, ".ico"_L1 },
    Row{ "image/vnd.microsoft.icon"_L1, ".ico"_L1 },
    Row{ "audio/wav"_L1, ".wav"_L1 },
    Row{ "audio/wave"_L1, ".wav"_L1 },
    Row{ "audio/x-wav"_L1, ".wav"_L1 },
    Row{ "audio/vnd.wave"_L1, ".wav"_L1 },
    Row{ "audio/mpeg"_L1, ".mp3"_L1 },
    Row{ "audio/mp3"_L1, ".mp3"_L1 },
    Row{ "audio/ogg"_L1, ".ogg"_L1 },
    Row{ "audio/opus"_L1, ".opus"_L1 },
    Row{ "audio/flac"_L1, ".flac"_L1 },
    Row{ "audio/x-flac"_L1, ".flac"_L1 },
    Row{ "audio/aac"_L1, ".aac"_L1 },
    Row{ "audio/mp4"_L1, ".m4a"_L1 },
    Row{ "audio/x-m4a"_L1, ".m4a"_L1 },
    Row{ "audio/webm"_L1, ".webm"_L1 },
    Row{ "audio/midi"_L1, ".mid"_L1 },
    Row{ "video/mp4"_L1, ".mp4"_L1 },
    Row{ "video/webm"_L1, ".webm"_L1 },
    Row{ "video/ogg"_L1, ".ogv"_L1 },
    Row{ "video/mpeg"_L1, ".mpeg"_L1 },
    Row{ "video/quicktime"_L1, ".mov"_L1 },
    Row{ "video/x-matroska"_L1, ".mkv"_L1 },
    Row{ "video/x-msvideo"_L1, ".avi"_L1 },
};

const Row *harmlessRow(const QString &essence)
{
    for (const Row &row : kHarmless) {
        if (essence == row.essence)
            return &row;
    }
    return nullptr;
}

/// By what the system knows of scripts.
bool isScript(const QByteArray &bytes)
{
    const QMimeType found =
            QMimeDatabase().mimeTypeForData(bytes.first(qMin<qsizetype>(bytes.size(), 16 * 1024)));
    return found.inherits(u"application/x-executable"_s)
           || found.inherits(u"application/x-shellscript"_s);
}

/// Text under another top-level type.
bool isTextual(const QString &essence)
{
    return essence.startsWith("text/"_L1) || essence.endsWith("+xml"_L1)
           || essence.endsWith("/xml"_L1) || essence.endsWith("yaml"_L1)
           || essence.endsWith("javascript"_L1) || essence.endsWith("ndjson"_L1);
}

} // namespace

MediaType MediaType::of(const QString &declared, const QString &uri)
{
    MediaType type;
    type.m_essence = declared.section(u';', 0, 0).trimmed().toLower();
    type.m_parameters = declared.section(u';', 1).toLower();
    if (!type.m_essence.isEmpty())
        return type;
    const QString name = QUrl(uri).fileName();
    if (!name.contains(u'.'))
        return type;
    const QMimeType found = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    if (!found.isDefault())
        type.m_essence = found.name();
    return type;
}

QString MediaType::parameter(const QString &name) const
{
    const QStringList parameters = m_parameters.split(u';');
    for (const QString &parameter : parameters) {
        if (parameter.section(u'=', 0, 0).trimmed() == name)
            return parameter.section(u'=', 1).trimmed().remove(u'"');
    }
    return {};
}

MediaType::Kind MediaType::kind() const
{
    if (m_essence == "text/markdown"_L1 || m_essence == "text/x-markdown"_L1)
        return Kind::Markdown;
    if (m_essence == "application/json"_L1 || m_essence == "text/json"_L1
        || m_essence.endsWith("+json"_L1))
        return Kind::Json;
    if (m_essence == "text/csv"_L1 || m_essence == "text/tab-separated-values"_L1)
        return Kind::Table;
    if (m_essence.startsWith("image/"_L1))
        return Kind::Image;
    if (m_essence.startsWith("audio/"_L1))
        return Kind::Audio;
    return isTextual(m_essence) ? Kind::Text : Kind::Other;
}

QString MediaType::suffix() const
{
    if (const Row *row = harmlessRow(m_essence))
        return row->suffix;
    if (m_essence.endsWith("+json"_L1))
        return u".json"_s;
    const QMimeType type = QMimeDatabase().mimeTypeForName(m_essence);
    const QString suffix = type.isValid() ? type.preferredSuffix() : QString();
    return suffix.isEmpty() ? u".bin"_s : u'.' + suffix;
}

bool MediaType::isHarmless() const
{
    return harmlessRow(m_essence) || (m_essence.endsWith("+json"_L1) && suffix() == ".json"_L1);
}

QString MediaType::dangerIn(const QByteArray &bytes) const
{
    static constexpr std::array programs{ "\x7f"
                                          "ELF",
                                          "MZ",
                                          "\xfe\xed\xfa",
                                          "\xcf\xfa\xed\xfe",
                                          "\xca\xfe\xba\xbe",
                                          "[Desktop Entry]",
                                          "PK\x03\x04" };
    const auto begins = [&bytes](const char *with) { return bytes.startsWith(with); };
    const bool text = kind() != Kind::Image && kind() != Kind::Audio && kind() != Kind::Other;
    if (std::any_of(programs.begin(), programs.end(), begins)
        || (!text && (begins("#!") || isScript(bytes))))
        return u"The data looks like a program, not like %1."_s.arg(m_essence);
    return {};
}

bool holdsSound(const QByteArray &bytes)
{
    static constexpr std::array beginnings{ "RIFF",  "RF64", "ID3",
                                            "OggS",  "fLaC", "FORM",
                                            "caff",  ".snd", "\x1a\x45\xdf\xa3",
                                            "#!AMR", "ADIF" };
    const auto begins = [&bytes](const char *with) { return bytes.startsWith(with); };
    const bool isFrame = bytes.size() > 1 && quint8(bytes[0]) == 0xff && quint8(bytes[1]) >= 0xe0;
    return isFrame // MPEG audio and AAC have no header of the file
           || QByteArrayView(bytes).sliced(qMin<qsizetype>(bytes.size(), 4)).startsWith("ftyp")
           || std::any_of(beginnings.begin(), beginnings.end(), begins);
}

} // namespace McpUi
