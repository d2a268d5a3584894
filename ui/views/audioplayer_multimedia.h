// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtCore/qbuffer.h>
#include <QtMultimedia/qmediaplayer.h>
#include <QtWidgets/qwidget.h>

class QLabel;
class QSlider;
class QToolButton;

namespace McpUi {

/*!
 * Plays a sound from memory. The player and its device are made at the first press of Play, because
 * a program that only shows a result has no business with the loudspeaker.
 */
class AudioPlayer : public QWidget
{
    Q_OBJECT

public:
    AudioPlayer(const QByteArray &sound, const QString &name, QWidget *parent);
    ~AudioPlayer() override;

private:
    void toggle();
    void makePlayer();
    void onState();
    void updateTime();

    QByteArray m_sound;
    QBuffer m_buffer;
    QMediaPlayer *m_player = nullptr;
    QToolButton *m_play;
    QSlider *m_position;
    QLabel *m_time;
    QLabel *m_problem;
};

} // namespace McpUi
