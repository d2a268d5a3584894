// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/toolicons.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "protocol/content.h"
#include "views/imagedecoder.h"
#include "json/jsonwriter.h"

#include <QtCore/qurl.h>
#include <QtGui/qdesktopservices.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qtoolbutton.h>

namespace McpUi {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxIcons = 20;
constexpr qsizetype kMaxSource = 1024 * 1024;
constexpr int kPictureSize = 48;

struct DataAddress
{
    QString type;
    QByteArray bytes;
};

/// RFC 2397. Spaces and line breaks in the base64 are left out, as everybody does.
std::optional<DataAddress> readDataAddress(const QString &source)
{
    const qsizetype comma = source.indexOf(u',');
    if (!source.startsWith("data:"_L1, Qt::CaseInsensitive) || comma < 0)
        return std::nullopt;
    QStringList parts = source.sliced(5, comma - 5).split(u';');
    const bool base64 = parts.removeAll(u"base64"_s) > 0;
    const QByteArray data = QByteArray::fromPercentEncoding(source.sliced(comma + 1).toLatin1());
    return DataAddress{ parts.constFirst().trimmed(),
                        base64 ? QByteArray::fromBase64(data) : data };
}

QString describe(const Mcp::RawJson &icon, const QString &type)
{
    QStringList facts{ type.isEmpty() ? icon.value("mimeType").toString() : type };
    QStringList sizes;
    const Mcp::RawJson raw = icon.value("sizes");
    const QList<Mcp::RawJson> elements = raw.elements();
    for (const Mcp::RawJson &size : elements)
        sizes.append(size.toString());
    if (raw.isString()) // one text in earlier drafts
        sizes.append(raw.toString());
    facts.append(sizes.join(u", "_s));
    if (const QString theme = icon.value("theme").toString(); !theme.isEmpty())
        facts.append(ToolIcons::tr("for the %1 theme").arg(theme));
    facts.removeAll(QString());
    return displayLine(facts.join(u" · "_s), 200);
}

} // namespace

bool isEmbeddedIcon(const Mcp::RawJson &icon)
{
    return icon.value("src").toString().startsWith("data:"_L1, Qt::CaseInsensitive);
}

QImage decodeIcon(const Mcp::RawJson &icon, int size, QString *problem)
{
    const Mcp::RawJson source = icon.value("src");
    if (source.size() > kMaxSource) {
        *problem = ToolIcons::tr("It is larger than is drawn here.");
        return {};
    }
    const std::optional<DataAddress> address = readDataAddress(source.toString());
    if (!address) {
        *problem = ToolIcons::tr("Its data: address cannot be read.");
        return {};
    }
    // As an image of a result, for which limits and formats are decided in one place.
    Mcp::JsonObjectWriter content;
    content.add(u"type", u"image").add(u"mimeType", address->type);
    content.add(u"data", QString::fromLatin1(address->bytes.toBase64()));
    const DecodedImage decoded = decodeImage(Mcp::Content(content.toRawJson()));
    *problem = decoded.problem;
    if (decoded.image().width() <= size && decoded.image().height() <= size)
        return decoded.image();
    return decoded.image().scaled(size, size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

ToolIcons::ToolIcons(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"toolIcons"_s);
    auto *title = new QLabel(tr("Icons"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(title);
}

ToolIcons::~ToolIcons() = default;

void ToolIcons::setIcons(const Mcp::RawJson &icons)
{
    m_jobs.clear();
    delete m_rows;
    m_rows = new QWidget(this);
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_rows);
    const QList<Mcp::RawJson> all = icons.elements();
    for (qsizetype i = 0; i < qMin(all.size(), kMaxIcons); ++i)
        addRow(all.at(i), int(i));
    setVisible(!all.isEmpty());
}

void ToolIcons::addRow(const Mcp::RawJson &icon, int position)
{
    auto *row = new QHBoxLayout;
    auto *picture = new QLabel(m_rows);
    picture->setObjectName(u"icon:%1"_s.arg(position));
    picture->setFixedSize(kPictureSize, kPictureSize);
    picture->setAlignment(Qt::AlignCenter);
    picture->setFrameShape(QFrame::StyledPanel);
    auto *words = new WrappedLabel(m_rows);
    words->setObjectName(u"iconText:%1"_s.arg(position));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(row);
    if (isEmbeddedIcon(icon))
        return decode(icon, picture, words);

    const QString source = icon.value("src").toString();
    picture->setText(u"—"_s);
    QStringList lines{ describe(icon, {}), displayLine(source, 500) };
    const QUrl url(source, QUrl::StrictMode);
    const bool onTheWeb = url.isValid() && !url.host().isEmpty()
                          && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    lines.append(source.isEmpty() ? tr("It has no address.")
                 : onTheWeb       ? tr("On the web. It is not fetched.")
                                  : tr("It is neither in the definition nor on the web."));
    lines.removeAll(QString());
    words->setText(lines.join(u'\n'));
    if (!onTheWeb)
        return;
    auto *open = new QToolButton(m_rows);
    open->setObjectName(u"iconOpen:%1"_s.arg(position));
    open->setText(tr("Open in browser"));
    open->setAccessibleName(tr("Open the icon in the browser"));
    open->setToolTip(formatToolTip(source));
    open->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(open, 0, Qt::AlignTop);
    connect(open, &QToolButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
}

void ToolIcons::decode(const Mcp::RawJson &icon, QLabel *picture, QLabel *words)
{
    words->setText(tr("Decoding…"));
    const int pixels = qRound(kPictureSize * devicePixelRatioF());
    auto job = std::make_unique<BackgroundJob<Decoded>>(renderingPool());
    job->start(
            [icon, pixels] {
                Decoded decoded;
                decoded.image = decodeIcon(icon, pixels, &decoded.problem);
                return decoded;
            },
            [this, icon, picture, words](const Decoded &decoded) {
                QPixmap pixmap = QPixmap::fromImage(decoded.image);
                pixmap.setDevicePixelRatio(devicePixelRatioF());
                picture->setPixmap(pixmap);
                const QString source = icon.value("src").toString();
                const QString type = source.sliced(5).section(u';', 0, 0).section(u',', 0, 0);
                QStringList lines{ describe(icon, type.left(100)),
                                   tr("In the definition, %1").arg(formatSize(source.size())) };
                if (!decoded.problem.isEmpty())
                    lines.append(u"⚠ "_s + decoded.problem);
                lines.removeAll(QString());
                words->setText(lines.join(u'\n'));
            });
    m_jobs.push_back(std::move(job));
}

} // namespace McpUi
