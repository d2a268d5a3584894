// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "views/audioplayer_multimedia.h"

#include "forms/tones.h"
#include "forms/wrappedlabel.h"
#include "views/audioplayer.h"
#include "views/icons.h"

#include <QtCore/qcoreapplication.h>
#include <QtCore/qdir.h>
#include <QtMultimedia/qaudiodevice.h>
#include <QtMultimedia/qaudiooutput.h>
#include <QtMultimedia/qmediadevices.h>
#include <QtWidgets/qboxlayout.h>
#include <QtWidgets/qlabel.h>
#include <QtWidgets/qslider.h>
#include <QtWidgets/qtoolbutton.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

QString clock(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

constexpr char kBackend[] = "QT_MEDIA_BACKEND";

/// Where Qt's part that plays with GStreamer would be taken: Qt 6.4 crashes in it when GStreamer
/// lacks a plugin, which nobody can ask beforehand. The one with FFmpeg needs nothing else.
bool wantsFfmpeg()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN) && !defined(Q_OS_ANDROID)
    return qEnvironmentVariableIsEmpty(kBackend);
#else
    return false;
#endif
}

bool hasFfmpeg()
{
    const QStringList folders = QCoreApplication::libraryPaths();
    return std::any_of(folders.cbegin(), folders.cend(), [](const QString &folder) {
        return !QDir(folder + u"/multimedia"_s).entryList({ u"*ffmpeg*"_s }, QDir::Files).isEmpty();
    });
}

} // namespace

QWidget *makeAudioPlayer(const QByteArray &sound, const QString &name, QWidget *parent)
{
    if (wantsFfmpeg() && !hasFfmpeg())
        return nullptr;
    return new AudioPlayer(sound, name, parent);
}

AudioPlayer::AudioPlayer(const QByteArray &sound, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_sound(sound)
    , m_play(new QToolButton(this))
    , m_position(new QSlider(Qt::Horizontal, this))
    , m_time(new QLabel(this))
    , m_problem(new WrappedLabel(this))
{
    setObjectName(name);
    m_play->setObjectName(name + u".play"_s);
    m_play->setIcon(icon(u"start"_s));
    m_play->setText(u"Play"_s);
    m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_play->setAccessibleName(u"Play the sound"_s);
    m_play->setFocusPolicy(Qt::StrongFocus);
    m_position->setObjectName(name + u".position"_s);
    m_position->setAccessibleName(u"Position in the sound"_s);
    m_position->setEnabled(false);
    m_time->setObjectName(name + u".time"_s);
    Tones::apply(m_time, Tones::Tone::Dim);
    m_problem->setObjectName(name + u".problem"_s);
    Tones::apply(m_problem, Tones::Tone::Warning);
    m_problem->hide();
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_play);
    bar->addWidget(m_position, 1);
    bar->addWidget(m_time);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 4);
    layout->addLayout(bar);
    layout->addWidget(m_problem);
    connect(m_play, &QToolButton::clicked, this, &AudioPlayer::toggle);
}

AudioPlayer::~AudioPlayer()
{
    if (m_player)
        m_player->disconnect(this); // it tells of its end while it ends
    delete m_player;                // before the buffer that it reads
}

void AudioPlayer::toggle()
{
    if (!m_player)
        makePlayer();
    if (m_player->playbackState() == QMediaPlayer::PlayingState)
        m_player->pause();
    else
        m_player->play();
}

void AudioPlayer::makePlayer()
{
    const bool ffmpeg = wantsFfmpeg();
    if (ffmpeg)
        qputenv(kBackend, "ffmpeg"); // read once, by the first player
    m_player = new QMediaPlayer(this);
    if (ffmpeg)
        qunsetenv(kBackend); // the servers' environment is no place for it
    const bool hasDevice = !QMediaDevices::defaultAudioOutput().isNull();
    // Without a device Qt 6.4 writes to a sink that is not there, now and then, and crashes.
    if (hasDevice)
        m_player->setAudioOutput(new QAudioOutput(m_player));
    m_buffer.setData(m_sound);
    m_buffer.open(QIODevice::ReadOnly);
    connect(m_player, &QMediaPlayer::playbackStateChanged, this, &AudioPlayer::onState);
    connect(m_player, &QMediaPlayer::durationChanged, this, [this](qint64 duration) {
        m_position->setRange(0, int(qMin<qint64>(duration, INT_MAX)));
        updateTime();
    });
    connect(m_player, &QMediaPlayer::seekableChanged, m_position, &QWidget::setEnabled);
    connect(m_player, &QMediaPlayer::positionChanged, this, [this](qint64 position) {
        if (!m_position->isSliderDown())
            m_position->setValue(int(qMin<qint64>(position, INT_MAX)));
        updateTime();
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error, const QString &words) {
                m_problem->setText(u"⚠ It cannot be played: %1"_s.arg(words));
                m_problem->show();
            });
    connect(m_position, &QSlider::sliderMoved, m_player,
            [this](int position) { m_player->setPosition(position); });
    m_player->setSourceDevice(&m_buffer);
    if (!hasDevice) {
        m_problem->setText(u"⚠ This computer has no sound output that could be used."_s);
        m_problem->show();
    }
}

void AudioPlayer::onState()
{
    const bool playing = m_player->playbackState() == QMediaPlayer::PlayingState;
    m_play->setText(playing ? u"Pause"_s : u"Play"_s);
    m_play->setIcon(icon(playing ? u"pause"_s : u"start"_s));
    m_play->setAccessibleName(playing ? u"Pause the sound"_s : u"Play the sound"_s);
}

void AudioPlayer::updateTime()
{
    m_time->setText(clock(m_player->position()) + u" / "_s + clock(m_player->duration()));
}

} // namespace McpUi
