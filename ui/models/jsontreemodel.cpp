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

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setRoot(const Mcp::RawJson &root)
{
    beginResetModel();
    m_root = root;
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

Mcp::RawJson JsonTreeModel::value(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_root;
    const Node &at = node(index);
    return Mcp::RawJson(m_root.buffer(), { at.begin, at.end });
}

Mcp::JsonPointer JsonTreeModel::pointer(const QModelIndex &index) const
{
    const bool isScalarRoot = !m_root.isObject() && !m_root.isArray();
    QStringList tokens;
    for (QModelIndex at = index; at.isValid() && !isScalarRoot; at = at.parent()) {
        const Container &in = m_containers[at.internalId()];
        tokens.prepend(in.isObject ? key(node(at)) : QString::number(at.row()));
    }
    return Mcp::JsonPointer(tokens);
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
    const std::vector<Node> batch = readBatch(m_containers[size_t(id)]);
    std::vector<Node> &children = m_containers[size_t(id)].children;
    if (batch.empty())
        return;
    const int first = int(children.size());
    beginInsertRows(parent, first, first + int(batch.size()) - 1);
    children.insert(children.end(), batch.begin(), batch.end());
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Container &in = m_containers[index.internalId()];
    const Node &at = node(index);
    const Mcp::RawJson here(m_root.buffer(), { at.begin, at.end });
    if (role == TypeRole)
        return int(here.type());
    if (role == IsElementRole)
        return at.key < 0;
    if (role == Qt::ToolTipRole && index.column() == ValueColumn)
        return formatToolTip(JsonCell::valueText(here));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case KeyColumn:
        return keyText(in, at, index.row());
    case ValueColumn:
        return JsonCell::valueText(here);
    case TypeColumn:
        return JsonCell::typeText(here);
    default:
        return {};
    }
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
    if (const int id = node(index).container; id >= 0)
        return id;
    const int id = addContainer(value(index), int(index.internalId()), index.row());
    m_containers[index.internalId()].children[size_t(index.row())].container = id;
    return id;
}

int JsonTreeModel::addContainer(const Mcp::RawJson &value, int parent, int row)
{
    Container added;
    const QByteArrayView text = QByteArrayView(m_root.buffer()).first(value.range().end);
    added.scanner = Mcp::JsonScanner(text, value.range().begin);
    added.parent = parent;
    added.row = row;
    added.isObject = value.isObject();
    added.isComplete = added.isObject ? !added.scanner.enterObject() : !added.scanner.enterArray();
    m_containers.push_back(std::move(added));
    return int(m_containers.size()) - 1;
}

std::vector<JsonTreeModel::Node> JsonTreeModel::readBatch(Container &container)
{
    std::vector<Node> batch;
    const qsizetype begin = container.scanner.position();
    while (batch.size() < kBatchRows && container.scanner.position() - begin < kBatchBytes) {
        Mcp::JsonMember member;
        const bool found = container.isObject ? container.scanner.nextMember(member)
                                              : container.scanner.nextElement(member.value);
        if (!found) {
            container.isComplete = true;
            break;
        }
        const qsizetype key = container.isObject ? member.key.begin : -1;
        batch.push_back({ key, member.value.begin, member.value.end, -1 });
    }
    return batch;
}

QString JsonTreeModel::keyText(const Container &container, const Node &node, int row) const
{
    if (container.isObject)
        return JsonCell::line(key(node), kMaxKey);
    return container.parent < 0 && !m_root.isArray() ? QString() : QString::number(row);
}

QString JsonTreeModel::key(const Node &node) const
{
    Mcp::JsonScanner scanner(m_root.buffer(), node.key);
    const std::optional<Mcp::JsonRange> range = scanner.skipValue();
    return range ? Mcp::RawJson(m_root.buffer(), *range).toString() : QString();
}

} // namespace McpUi
