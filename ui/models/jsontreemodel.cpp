// SPDX-FileCopyrightText: 2026 The MCP Orchestrator authors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"

#include "models/format.h"
#include "models/jsoncell.h"
#include "json/jsontext.h"

using namespace Qt::Literals::StringLiterals;

namespace McpUi {

namespace {

constexpr size_t kBatchRows = 1000;
/// A batch ends early when this many bytes were passed, so that large members cost no pause.
constexpr qsizetype kBatchBytes = 4 * 1024 * 1024;
constexpr qsizetype kMaxKey = 300;
/// From here on a list is shown as ranges: a view with many more rows in one list gets slow.
constexpr qsizetype kRangesFrom = 10'000;

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setRoot(const Mcp::RawJson &root, const JsonIndex &index)
{
    beginResetModel();
    m_root = root;
    m_index = index;
    m_marks = {};
    m_containers.clear();
    if (root.isObject() || root.isArray()) {
        addContainer(root, -1, 0);
    } else if (!root.isAbsent()) {
        Container only;
        only.children.push_back({ -1, root.range().begin, root.range().end, -1 });
        only.isComplete = true;
        m_containers.push_back(std::move(only));
    }
    endResetModel();
}

void JsonTreeModel::setMarks(const JsonMarks &marks)
{
    m_marks = marks;
    // Any row may be another one now. Views draw what is in sight whatever the range says.
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
}

Mcp::RawJson JsonTreeModel::value(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_root;
    const Node &at = node(index);
    return at.isRange() ? Mcp::RawJson() : Mcp::RawJson(m_root.buffer(), { at.begin, at.end });
}

Mcp::JsonPointer JsonTreeModel::pointer(const QModelIndex &index) const
{
    const bool isScalarRoot = !m_root.isObject() && !m_root.isArray();
    QStringList tokens;
    for (QModelIndex at = index; at.isValid() && !isScalarRoot; at = at.parent()) {
        const Container &in = m_containers[at.internalId()];
        const Node &here = node(at);
        if (!here.isRange())
            tokens.prepend(here.key >= 0 ? key(here) : QString::number(in.first + at.row()));
    }
    return Mcp::JsonPointer(tokens);
}

QByteArrayView JsonTreeModel::rawKey(const QModelIndex &index) const
{
    if (!index.isValid() || node(index).key < 0)
        return {};
    const auto range = Mcp::JsonScanner(m_root.buffer(), node(index).key).skipValue();
    return range ? QByteArrayView(m_root.buffer()).sliced(range->begin, range->size())
                 : QByteArrayView();
}

QModelIndex JsonTreeModel::open(const QList<qsizetype> &rows)
{
    QModelIndex at;
    for (const qsizetype row : rows) {
        const QModelIndex next = child(at, row);
        if (!next.isValid())
            break;
        at = next;
    }
    return at;
}

QModelIndex JsonTreeModel::child(const QModelIndex &parent, qsizetype row)
{
    if (rowCount(parent) == 0 && canFetchMore(parent))
        fetchMore(parent);
    if (const QModelIndex first = index(0, 0, parent); first.isValid() && node(first).isRange()) {
        const qsizetype range = row / JsonIndex::kStep;
        return range < rowCount(parent)
                       ? child(index(int(range), 0, parent), row % JsonIndex::kStep)
                       : QModelIndex();
    }
    while (rowCount(parent) <= row && canFetchMore(parent))
        fetchMore(parent);
    return row < rowCount(parent) ? index(int(row), 0, parent) : QModelIndex();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int id = parent.isValid() ? node(parent).container : 0;
    return createIndex(row, column, quintptr(id));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Container &in = m_containers[index.internalId()];
    return in.parent < 0 ? QModelIndex() : createIndex(in.row, 0, quintptr(in.parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    const Container *in = parent.column() > 0 ? nullptr : container(parent);
    return in ? int(in->children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0 || m_containers.empty())
        return false;
    if (const Container *in = container(parent); in && in->isComplete)
        return !in->children.empty();
    if (parent.isValid() && node(parent).isRange())
        return true;
    // Whether something stands between the brackets, whatever there is more to it.
    const Mcp::RawJson at = value(parent);
    const char closing = at.isObject() ? '}' : ']';
    if (!at.isObject() && !at.isArray())
        return false;
    Mcp::JsonScanner scanner(at.view(), 1);
    return !scanner.atEnd() && at.view().at(scanner.position()) != closing;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (const Container *in = parent.column() > 0 ? nullptr : container(parent))
        return !in->isComplete;
    return hasChildren(parent);
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int id = openContainer(parent);
    Container &in = m_containers[size_t(id)];
    std::vector<Node> batch = in.children.empty() ? ranges(value(parent)) : std::vector<Node>();
    if (batch.empty())
        batch = readBatch(in);
    else
        in.isComplete = true;
    if (batch.empty())
        return;
    std::vector<Node> &children = in.children;
    const int first = int(children.size());
    beginInsertRows(parent, first, first + int(batch.size()) - 1);
    children.insert(children.end(), batch.begin(), batch.end());
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = node(index);
    switch (role) {
    case TypeRole:
        return int(value(index).type());
    case IsElementRole:
        return at.key < 0;
    case MarkRole:
        return int(mark(at));
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return index.column() == KeyColumn && mark(at) != Mark::None
                       ? u"%1, %2"_s.arg(keyText(index), toolTip(index))
                       : text(index);
    default:
        return {};
    }
}

QVariant JsonTreeModel::text(const QModelIndex &index) const
{
    const Node &at = node(index);
    if (index.column() == KeyColumn)
        return keyText(index);
    if (at.isRange())
        return index.column() == ValueColumn ? formatSize(at.end - at.begin) : QString();
    return index.column() == ValueColumn ? JsonCell::valueText(value(index))
                                         : JsonCell::typeText(value(index));
}

QString JsonTreeModel::toolTip(const QModelIndex &index) const
{
    const Node &at = node(index);
    switch (mark(at)) {
    case Mark::Own:
        return formatToolTip(u"Does not fit the tool's output schema: "_s
                             + m_marks.sentencesAt(at.begin).join(u"; "_s));
    case Mark::Below:
        if (index.column() == KeyColumn)
            return u"%1 below"_s.arg(formatCount(m_marks.countIn({ at.begin, at.end }),
                                                 u"problem"_s, u"problems"_s));
        break;
    case Mark::None:
        break;
    }
    return index.column() == ValueColumn && !at.isRange()
                   ? formatToolTip(JsonCell::valueText(value(index)))
                   : QString();
}

JsonTreeModel::Mark JsonTreeModel::mark(const Node &node) const
{
    if (m_marks.isEmpty())
        return Mark::None;
    if (!node.isRange() && m_marks.countIn({ node.begin, node.begin + 1 }) > 0)
        return Mark::Own;
    return m_marks.countIn({ node.begin, node.end }) > 0 ? Mark::Below : Mark::None;
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return u"Key"_s;
    case ValueColumn:
        return u"Value"_s;
    case TypeColumn:
        return u"Type"_s;
    default:
        return {};
    }
}

const JsonTreeModel::Node &JsonTreeModel::node(const QModelIndex &index) const
{
    return m_containers[index.internalId()].children[size_t(index.row())];
}

const JsonTreeModel::Container *JsonTreeModel::container(const QModelIndex &index) const
{
    if (m_containers.empty())
        return nullptr;
    const int id = index.isValid() ? node(index).container : 0;
    return id < 0 ? nullptr : &m_containers[size_t(id)];
}

int JsonTreeModel::openContainer(const QModelIndex &index)
{
    if (!index.isValid())
        return 0;
    const Node at = node(index);
    if (at.container >= 0)
        return at.container;
    const int in = int(index.internalId());
    const int id = at.isRange() ? addRange(at, in, index.row())
                                : addContainer(value(index), in, index.row());
    m_containers[index.internalId()].children[size_t(index.row())].container = id;
    return id;
}

int JsonTreeModel::addContainer(const Mcp::RawJson &value, int parent, int row)
{
    Container added;
    added.reader = JsonChildren(value);
    added.parent = parent;
    added.row = row;
    added.isComplete = !value.isObject() && !value.isArray();
    m_containers.push_back(std::move(added));
    return int(m_containers.size()) - 1;
}

int JsonTreeModel::addRange(const Node &range, int parent, int row)
{
    Container added;
    added.reader = m_containers[size_t(parent)].reader;
    added.reader.jumpTo(range.begin);
    added.first = row * JsonIndex::kStep;
    added.limit = JsonIndex::kStep;
    added.parent = parent;
    added.row = row;
    m_containers.push_back(std::move(added));
    return int(m_containers.size()) - 1;
}

/// The ranges of a list that is too long; none when it is not.
std::vector<JsonTreeModel::Node> JsonTreeModel::ranges(const Mcp::RawJson &value) const
{
    const JsonIndex::Part *part = m_index.partAt(value.range().begin);
    if (!part || part->count <= kRangesFrom)
        return {};
    std::vector<Node> nodes;
    qsizetype begin = value.range().begin + 1;
    for (qsizetype i = 0; i < m_index.stepCount(*part); ++i) {
        const qsizetype end = m_index.step(*part, i);
        nodes.push_back({ -2, begin, end, -1 });
        begin = end;
    }
    nodes.push_back({ -2, begin, part->end, -1 });
    return nodes;
}

std::vector<JsonTreeModel::Node> JsonTreeModel::readBatch(Container &container)
{
    std::vector<Node> batch;
    const qsizetype begin = container.reader.position();
    const size_t most =
            container.limit > 0 ? size_t(container.limit) - container.children.size() : kBatchRows;
    while (batch.size() < most && container.reader.position() - begin < kBatchBytes) {
        Mcp::JsonMember member;
        if (!container.reader.next(member, m_index)) {
            container.isComplete = true;
            break;
        }
        const qsizetype key = container.reader.isObject() ? member.key.begin : -1;
        batch.push_back({ key, member.value.begin, member.value.end, -1 });
    }
    if (container.limit > 0 && batch.size() == most)
        container.isComplete = true;
    return batch;
}

QString JsonTreeModel::keyText(const QModelIndex &index) const
{
    const Container &in = m_containers[index.internalId()];
    const Node &at = node(index);
    if (at.isRange()) {
        const JsonIndex::Part *part = m_index.partAt(in.reader.begin());
        const qsizetype first = index.row() * JsonIndex::kStep;
        const qsizetype next = qMin(first + JsonIndex::kStep, part ? part->count : first);
        return u"[%1 … %2]"_s.arg(first).arg(next - 1);
    }
    if (at.key >= 0)
        return JsonCell::line(key(at), kMaxKey);
    const bool isScalarRoot = in.parent < 0 && !m_root.isArray();
    return isScalarRoot ? QString() : QString::number(in.first + index.row());
}

QString JsonTreeModel::key(const Node &node) const
{
    const auto range = Mcp::JsonScanner(m_root.buffer(), node.key).skipValue();
    return range ? Mcp::RawJson(m_root.buffer(), *range).toString() : QString();
}

} // namespace McpUi
