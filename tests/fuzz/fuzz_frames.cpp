// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

// The framing decoder: however the stream is cut into pieces the frames are the same, and it holds
// no more than its limits allow. The first byte of the input seeds the cuts.

#include "target.h"

#include "wire/framedecoder.h"

#include <QtCore/qlist.h>

#include <algorithm>

using namespace Mcp;

namespace {

constexpr FrameDecoder::Limits kLimits{ 4096, 256 };

bool same(const Frame &a, const Frame &b)
{
    return a.kind == b.kind && a.framing == b.framing && a.bytes == b.bytes && a.note == b.note;
}

bool same(const QList<Frame> &a, const QList<Frame> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Frame &x, const Frame &y) { return same(x, y); });
}

/// @p piece gives the size of the next piece.
template <typename Piece>
QList<Frame> decode(QByteArrayView stream, Piece piece)
{
    FrameDecoder decoder(kLimits);
    QList<Frame> frames;
    while (!stream.isEmpty()) {
        const qsizetype size = std::clamp<qsizetype>(piece(), 1, stream.size());
        decoder.feed(stream.first(size));
        stream = stream.sliced(size);
        while (const std::optional<Frame> frame = decoder.next())
            frames.append(*frame);
        // A frame that is complete was handed out, one that is too long is skipped.
        fuzzCheck(decoder.pendingBytes() <= 16 * kLimits.frameBytes, "the decoder keeps too much");
    }
    // Each call takes some bytes away, so this ends.
    for (qsizetype i = 0; decoder.pendingBytes() > 0 || i == 0; ++i) {
        fuzzCheck(i < 100'000, "finish() never ends");
        const std::optional<Frame> frame = decoder.finish();
        if (!frame)
            break;
        frames.append(*frame);
    }
    return frames;
}

} // namespace

void fuzzOne(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    quint32 seed = quint8(input[0]);
    const QByteArrayView stream = input.sliced(1);
    const QList<Frame> whole = decode(stream, [&] { return stream.size(); });
    const QList<Frame> single = decode(stream, [] { return 1; });
    const QList<Frame> pieces = decode(stream, [&seed] {
        seed = seed * 1664525 + 1013904223;
        return qsizetype(seed >> 24) + 1;
    });
    fuzzCheck(same(whole, single), "byte by byte the frames are others");
    fuzzCheck(same(whole, pieces), "in pieces the frames are others");
}
