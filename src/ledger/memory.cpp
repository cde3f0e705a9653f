// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include <anping/base/log.hpp>
#include <anping/ledger/tiles.hpp>

#include "memory.hpp"

namespace anping::ledger {
namespace {

crypto::TreeEdge edge_from_entries(db::Session& session, store::Head const& head) {
    constexpr std::int64_t kBatch = 65'536;
    crypto::TreeEdge edge(head.hash);
    for (std::int64_t first = 0; first < head.size; first += kBatch) {
        for (auto const& leaf : store::leaves(session, first, std::min(head.size, first + kBatch))) edge.append(leaf);
        edge.forget();
    }
    return edge;
}

crypto::TreeEdge edge_from_tiles(db::Session& session, std::string const& directory, store::Head const& head) {
    TileReader tiles(directory, head.hash,
                     [&](std::int64_t first, std::int64_t end) { return store::leaves(session, first, end); });
    return {head.hash, static_cast<std::uint64_t>(head.size), tiles.reader()};
}

}  // namespace

Memory load_memory(db::Session& session, std::string const& directory, store::Head const& head) {
    Memory memory{head, edge_from_tiles(session, directory, head)};
    if (memory.edge.root() != head.root) {
        log::error("ledger.tiles_contradict_head", {{"size", std::to_string(head.size)}});
        memory.edge = edge_from_entries(session, head);
    }
    auto const last =
        head.size == 0 ? crypto::Digest{} : store::leaf(session, head.size - 1).value_or(crypto::Digest{});
    if (memory.edge.root() != head.root || last != head.leaf || store::leaf(session, head.size))
        throw std::runtime_error("the ledger's entries do not make the root in ledger_head: run anping verify");
    memory.edge.forget();
    return memory;
}

}  // namespace anping::ledger
