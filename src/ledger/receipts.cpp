// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/ledger/note.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/tree.hpp>

#include "errors.hpp"
#include "files.hpp"
#include "heads.hpp"
#include "proof_text.hpp"

namespace anping::ledger {
namespace {

std::optional<HeadView> view_of(std::optional<std::string> const& bytes) {
    if (!bytes) return std::nullopt;
    auto const note = parse_note(*bytes);
    if (!note) return std::nullopt;
    return HeadView{note->checkpoint.size, crypto::to_hex(note->checkpoint.root), note->checkpoint.time, *bytes};
}

}  // namespace

Result<HeadView> latest_head(std::string const& directory) {
    if (auto view = view_of(files::read(directory + "/heads/latest"))) return *std::move(view);
    return unexpected<Error>(errors::no_head());
}

std::vector<HeadView> newest_heads(std::string const& directory, std::size_t limit) {
    auto const sizes = head_sizes(directory);
    std::vector<HeadView> heads;
    for (auto size = sizes.rbegin(); size != sizes.rend() && heads.size() < limit; ++size)
        if (auto view = view_of(files::read(head_path(directory, *size)))) heads.push_back(*std::move(view));
    return heads;
}

Result<SignedReceipt> receipt_of(db::Session& session, std::string const& directory, std::int64_t entry) {
    if (entry < 0 || !find_entry(session, entry)) return unexpected<Error>(errors::no_entry());
    auto const head = latest_head(directory);
    if (!head) return unexpected<Error>(head.error());
    if (entry >= head->size) return unexpected<Error>(errors::no_head());
    auto const hash = parse_note(head->note)->checkpoint.hash;
    return SignedReceipt{Tree(session, directory, hash).receipt(entry, head->size), head->note};
}

Result<ConsistencyView> consistency(db::Session& session, std::string const& directory, std::int64_t old_size,
                                    std::int64_t size) {
    auto const head = latest_head(directory);
    if (!head) return unexpected<Error>(head.error());
    if (old_size < 1 || old_size > size || size > head->size) return unexpected<Error>(errors::bad_sizes());
    auto const hash = parse_note(head->note)->checkpoint.hash;
    return ConsistencyView{old_size, size, proof_text(Tree(session, directory, hash).consistency(old_size, size))};
}

std::optional<EntryView> find_entry(db::Session& session, std::int64_t seq) {
    auto row = session.one<std::string, std::string>("SELECT body, leaf FROM ledger WHERE seq = :seq", {seq});
    if (!row) return std::nullopt;
    auto& [body, leaf] = *row;
    return EntryView{seq, std::move(body), std::move(leaf)};
}

std::vector<EntryView> entries_about(db::Session& session, std::string const& subject, std::int64_t after,
                                     std::int64_t limit) {
    std::vector<EntryView> entries;
    session.each<std::int64_t, std::string, std::string>(
        "SELECT seq, body, leaf FROM ledger WHERE subject = :subject AND seq > :after ORDER BY seq LIMIT :most",
        {subject, after, limit}, [&](std::int64_t seq, std::string&& body, std::string&& leaf) {
            entries.push_back({seq, std::move(body), std::move(leaf)});
        });
    return entries;
}

std::vector<EntryView> entries_before(db::Session& session, std::string const& type, std::int64_t before,
                                      std::int64_t limit) {
    std::vector<EntryView> entries;
    session.each<std::int64_t, std::string, std::string>(
        "SELECT seq, body, leaf FROM ledger WHERE seq < :before AND (:all = '' OR type = :type) ORDER BY seq DESC "
        "LIMIT :most",
        {before, type, type, limit}, [&](std::int64_t seq, std::string&& body, std::string&& leaf) {
            entries.push_back({seq, std::move(body), std::move(leaf)});
        });
    return entries;
}

}  // namespace anping::ledger
