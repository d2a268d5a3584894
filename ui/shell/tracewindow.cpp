// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "shell/tracewindow.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "models/format.h"
#include "server/tracelog.h"
#include "views/messagespanel.h"

#include <QtCore/qfile.h>
#include <QtCore/qfileinfo.h>
#include <QtGui/qevent.h>
#include <QtGui/qshortcut.h>
#include <QtWidgets/qboxlayout.h>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {
constexpr qsizetype takenAtOnce = 2000;
constexpr qint64 readAtOnce = 1024 * 1024;
} // namespace

TraceWindow::TraceWindow(const QString &path, QWidget *parent,
                         const Mcp::TraceReader::Bounds &bounds)
    : QWidget(parent)
    , m_path(path)
    , m_log(new Mcp::TraceLog(std::numeric_limits<qint64>::max(), this))
    , m_panel(new MessagesPanel(nullptr, this))
    , m_state(new WrappedLabel(this))
{
    setObjectName(u"traceWindow"_s);
    const QString name = QFileInfo(path).fileName();
    setWindowTitle(tr("Trace: %1").arg(displayLine(name, 200)));
    m_state->setObjectName(u"traceState"_s);
    Tones::apply(m_state, Tones::Tone::Dim);
    auto *top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(m_panel->toolBar(), 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(top);
    layout->addWidget(m_panel, 1);
    m_panel->setServer(name, m_log);
    m_panel->setFollowing(false);
    resize(1100, 560);
    auto *shortcut = new QShortcut(QKeySequence(u"Ctrl+W"_s), this);
    connect(shortcut, &QShortcut::activated, this, &QWidget::close);
    connect(&m_taking, &QTimer::timeout, this, &TraceWindow::takeSome);
    connect(m_panel, &MessagesPanel::told, this, &TraceWindow::say);
    connect(m_panel, &LogPanel::saved, this, &TraceWindow::say);
    say(tr("Reading …"));
    m_reading.start(
            [path, bounds](const BackgroundProgress &progress) {
                return read(path, bounds, progress);
            },
            [this](const Reading &reading) { take(reading); },
            [this](int percent) { say(tr("Reading … %1 %").arg(percent)); });
}

TraceWindow::~TraceWindow() = default;

TraceWindow::Reading TraceWindow::read(const QString &path, const Mcp::TraceReader::Bounds &bounds,
                                       const BackgroundProgress &isWanted)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return { {}, tr("%1 cannot be read: %2").arg(path, file.errorString()) };
    if (file.isSequential()) // it may have no end
        return { {}, tr("%1 is no file.").arg(path) };
    Mcp::TraceReader reader(bounds);
    const qint64 size = qMax<qint64>(1, file.size());
    bool goesOn = true;
    while (goesOn && !file.atEnd()) {
        const QByteArray bytes = file.read(readAtOnce);
        goesOn = !bytes.isEmpty() && reader.add(bytes) && isWanted(int(100 * file.pos() / size));
    }
    if (file.error() != QFile::NoError)
        return { {}, tr("%1 cannot be read: %2").arg(path, file.errorString()) };
    Reading reading{ reader.finish(), {}, file.size() - reader.takenBytes() };
    if (reading.file.entries.isEmpty() && reading.file.badLines > 0)
        reading.problem = tr("%1 is no trace: %2").arg(path, reading.file.firstProblem);
    return reading;
}

void TraceWindow::take(const Reading &reading)
{
    m_read = reading;
    m_taking.start(0);
}

/// What is inside has taken Escape where it means something there.
void TraceWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        close();
    else
        QWidget::keyPressEvent(event);
}

void TraceWindow::takeSome()
{
    const QList<Mcp::TraceEntry> &entries = m_read.file.entries;
    m_log->adopt(entries.mid(m_taken, takenAtOnce));
    m_taken += takenAtOnce;
    if (m_taken < entries.size())
        return;
    m_taking.stop();
    // The rows come a moment later; whoever filters already goes on typing.
    connect(
            m_panel->logModel(), &LogModel::updated, m_panel,
            [panel = m_panel] {
                if (panel->logModel()->filter().isEmpty() && panel->logModel()->rowCount() > 0)
                    panel->enterView();
            },
            Qt::SingleShotConnection);
    const QString problem = m_read.problem;
    say(problem.isEmpty() ? summary() : problem);
    m_read = {};
    emit loaded(problem);
}

QString TraceWindow::summary() const
{
    const Mcp::TraceCodec::File &file = m_read.file;
    QString text = formatCount(file.entries.size(), tr("entry"), tr("entries"));
    if (file.badLines > 0)
        text += u", "_s
                + tr("%1 left out (%2)")
                          .arg(formatCount(file.badLines, tr("line"), tr("lines")),
                               file.firstProblem);
    if (m_read.leftOut > 0)
        text += u", "_s
                + tr("the last %1 of the file left out: more is not opened at one time")
                          .arg(formatSize(m_read.leftOut));
    return text;
}

void TraceWindow::say(const QString &text) { m_state->setText(displayText(text)); }

} // namespace McpUi
