// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "schema/idnalabel.h"

#include "schema/punycode.h"

#include <QtCore/qlist.h>
#include <QtCore/qset.h>

#include <algorithm>

namespace Mcp::IdnaLabel {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxLabel = 63; ///< octets, RFC 1035, 2.3.4
constexpr int kVirama = 9;          ///< canonical combining class

bool isAny(const QList<uint> &points, QChar::Script script)
{
    return std::any_of(points.cbegin(), points.cend(),
                       [script](uint point) { return QChar::script(point) == script; });
}

bool hasRange(const QList<uint> &points, uint first, uint last)
{
    return std::any_of(points.cbegin(), points.cend(),
                       [=](uint point) { return point >= first && point <= last; });
}

/// Does a non-joiner at @p at stand between letters that join (RFC 5892, A.1)?
bool joins(const QList<uint> &points, qsizetype at)
{
    const auto joiningAt = [&points](qsizetype i) {
        return i >= 0 && i < points.size() ? QChar::joiningType(points[i]) : QChar::Joining_None;
    };
    qsizetype before = at - 1;
    while (joiningAt(before) == QChar::Joining_Transparent)
        --before;
    qsizetype behind = at + 1;
    while (joiningAt(behind) == QChar::Joining_Transparent)
        ++behind;
    const QChar::JoiningType left = joiningAt(before);
    const QChar::JoiningType right = joiningAt(behind);
    return (left == QChar::Joining_Left || left == QChar::Joining_Dual)
           && (right == QChar::Joining_Right || right == QChar::Joining_Dual);
}

/// The rules of RFC 5892, appendix A, for characters that are allowed in some places.
bool contextAllows(const QList<uint> &points, qsizetype at)
{
    const uint before = at > 0 ? points[at - 1] : 0;
    const uint behind = at + 1 < points.size() ? points[at + 1] : 0;
    switch (points[at]) {
    case 0x200c:
        return QChar::combiningClass(before) == kVirama || joins(points, at);
    case 0x200d:
        return QChar::combiningClass(before) == kVirama;
    case 0xb7:
        return before == 'l' && behind == 'l';
    case 0x375:
        return behind != 0 && QChar::script(behind) == QChar::Script_Greek;
    case 0x5f3:
    case 0x5f4:
        return before != 0 && QChar::script(before) == QChar::Script_Hebrew;
    case 0x30fb:
        return isAny(points, QChar::Script_Hiragana) || isAny(points, QChar::Script_Katakana)
               || isAny(points, QChar::Script_Han);
    default:
        break;
    }
    if (points[at] >= 0x660 && points[at] <= 0x669)
        return !hasRange(points, 0x6f0, 0x6f9);
    if (points[at] >= 0x6f0 && points[at] <= 0x6f9)
        return !hasRange(points, 0x660, 0x669);
    return true;
}

/// RFC 5892, 2.6 and 2.7: allowed and forbidden whatever their properties say.
std::optional<bool> exception(uint point)
{
    static const QSet<uint> allowed{ 0xdf,  0x3c2, 0x6fd, 0x6fe,  0xf0b,  0x3007, 0xb7,
                                     0x375, 0x5f3, 0x5f4, 0x30fb, 0x200c, 0x200d };
    static const QSet<uint> forbidden{ 0x640,  0x7fa,  0x302e, 0x302f, 0x3031,
                                       0x3032, 0x3033, 0x3034, 0x3035, 0x303b };
    if (allowed.contains(point))
        return true;
    return forbidden.contains(point) ? std::optional(false) : std::nullopt;
}

bool isAllowed(uint point)
{
    if (const auto known = exception(point))
        return *known;
    if (point < 128)
        return point == '-' || (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
    const QString text = QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    const QString folded = text.normalized(QString::NormalizationForm_KC)
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KC);
    if (folded != text)
        return false;
    switch (QChar::category(point)) {
    case QChar::Letter_Lowercase:
    case QChar::Letter_Uppercase:
    case QChar::Letter_Other:
    case QChar::Letter_Modifier:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
        // Old Hangul letters that are put together to syllables (RFC 5892, 2.9).
        return !(point >= 0x1100 && point <= 0x11ff) && !(point >= 0xa960 && point <= 0xa97c)
               && !(point >= 0xd7b0 && point <= 0xd7fb);
    default:
        return false;
    }
}

bool isMark(uint point)
{
    const QChar::Category category = QChar::category(point);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining
           || category == QChar::Mark_Enclosing;
}

} // namespace

bool isULabel(QStringView label)
{
    const QString text = label.toString();
    const QList<uint> points = text.toUcs4();
    if (points.isEmpty() || text.mid(2, 2) == "--"_L1 || text.startsWith(u'-')
        || text.endsWith(u'-') || isMark(points.constFirst())
        || text.normalized(QString::NormalizationForm_C) != text || label.size() > kMaxLabel)
        return false;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (!isAllowed(points[i]) || !contextAllows(points, i))
            return false;
    }
    return Punycode::encode(text).size() + 4 <= kMaxLabel
           && (!isRightToLeft(text) || keepsBidiRule(text));
}

bool isALabel(QStringView label)
{
    if (label.size() > kMaxLabel || !label.startsWith(u"xn--", Qt::CaseInsensitive))
        return false;
    const QString encoded = label.sliced(4).toString().toLower();
    const auto decoded = Punycode::decode(encoded);
    if (!decoded || Punycode::encode(*decoded) != encoded)
        return false;
    const bool ascii = std::all_of(decoded->cbegin(), decoded->cend(),
                                   [](QChar c) { return c.unicode() < 128; });
    return !ascii && isULabel(*decoded);
}

bool isRightToLeft(QStringView label)
{
    const QList<uint> points = label.toUcs4();
    return std::any_of(points.cbegin(), points.cend(), [](uint point) {
        const QChar::Direction direction = QChar::direction(point);
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    });
}

bool keepsBidiRule(QStringView label)
{
    using Directions = QSet<int>;
    static const Directions inRight{ QChar::DirR,  QChar::DirAL, QChar::DirAN, QChar::DirEN,
                                     QChar::DirES, QChar::DirCS, QChar::DirET, QChar::DirON,
                                     QChar::DirBN, QChar::DirNSM };
    static const Directions inLeft{ QChar::DirL,  QChar::DirEN, QChar::DirES, QChar::DirCS,
                                    QChar::DirET, QChar::DirON, QChar::DirBN, QChar::DirNSM };
    const QList<uint> points = label.toUcs4();
    if (points.isEmpty())
        return false;
    const QChar::Direction first = QChar::direction(points.constFirst());
    const bool right = first == QChar::DirR || first == QChar::DirAL;
    if (!right && first != QChar::DirL)
        return false;
    Directions found;
    int last = first; // apart from marks
    for (const uint point : points) {
        const int direction = QChar::direction(point);
        found.insert(direction);
        if (direction != QChar::DirNSM)
            last = direction;
    }
    if (!(right ? inRight : inLeft).contains(found))
        return false;
    if (!right)
        return last == QChar::DirL || last == QChar::DirEN;
    const bool bothDigits = found.contains(QChar::DirEN) && found.contains(QChar::DirAN);
    return !bothDigits
           && (last == QChar::DirR || last == QChar::DirAL || last == QChar::DirEN
               || last == QChar::DirAN);
}

} // namespace Mcp::IdnaLabel
