// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/diffmodel.h"

#include "models/format.h"
#include "models/jsoncell.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

using Kind = JsonDifference::Kind;

constexpr qsizetype kMaxPath = 500;
/// Of a value on the clipboard, where a line stands for a difference.
constexpr qsizetype kMaxCopied = 10'000;

/// As JSON, so that "1" and 1 are not alike; the same value in other words is told by its letters.
QString cell(const Mcp::RawJson &value, Kind kind)
{
    if (value.isAbsent() || kind == Kind::Order)
        return {};
    const bool isTree = value.isObject() || value.isArray();
    if (isTree)
        return JsonCell::valueText(value);
    return JsonCell::line(QString::fromUtf8(value.view().first(qMin<qsizetype>(value.size(), 900))),
                          300);
}

QString copied(const Mcp::RawJson &value)
{
    const QByteArray json =
            Mcp::JsonText::compact(value.view().first(qMin(value.size(), kMaxCopied)));
    return QString::fromUtf8(json) + (value.size() > kMaxCopied ? u"…"_s : QString());
}

} // namespace

DiffModel::DiffModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void DiffModel::setDiff(const JsonDiff &diff)
{
    m_diff = diff;
    filter();
}

void DiffModel::setKindShown(Kind kind, bool shown)
{
    if (shown)
        m_hiddenKinds.remove(int(kind));
    else
        m_hiddenKinds.insert(int(kind));
    filter();
}

void DiffModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_diff.differences.size(); ++i) {
        if (!m_hiddenKinds.contains(int(m_diff.differences.at(i).kind)))
            m_rows.append(i);
    }
    endResetModel();
}

QString DiffModel::kindText(Kind kind)
{
    switch (kind) {
    case Kind::Changed:
        return u"changed"_s;
    case Kind::Added:
        return u"added"_s;
    case Kind::Removed:
        return u"removed"_s;
    case Kind::Spelling:
        return u"other spelling"_s;
    case Kind::Order:
        return u"other order"_s;
    }
    return {};
}

QString DiffModel::text(const QList<int> &rows) const
{
    QString text;
    for (const int row : rows) {
        const JsonDifference &at = difference(row);
        text += u"%1 %2"_s.arg(kindText(at.kind), at.path.isEmpty() ? u"(all)"_s : at.path);
        if (at.kind != Kind::Order) {
            const QStringList values{ copied(at.left), copied(at.right) };
            text += u": "_s
                    + (at.left.isAbsent()    ? values.last()
                       : at.right.isAbsent() ? values.first()
                                             : values.join(u" → "_s));
        }
        text += u'\n';
    }
    return text;
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonDifference &at = difference(index.row());
    if (role == KindRole)
        return int(at.kind);
    if (role == Qt::ToolTipRole)
        return formatToolTip(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PathColumn:
        return at.path.isEmpty() ? u"(all)"_s : JsonCell::line(at.path, kMaxPath);
    case KindColumn:
        return kindText(at.kind);
    case OldColumn:
        return cell(at.left, at.kind);
    case NewColumn:
        return cell(at.right, at.kind);
    default:
        return {};
    }
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn:
        return u"Path"_s;
    case KindColumn:
        return u"Difference"_s;
    case OldColumn:
        return u"Earlier"_s;
    case NewColumn:
        return u"This result"_s;
    default:
        return {};
    }
}

} // namespace McpUi
