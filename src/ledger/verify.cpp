// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <optional>
#include <thread>

#include <anping/ledger/keys.hpp>
#include <anping/ledger/note.hpp>
#include <anping/ledger/verify.hpp>

#include "files.hpp"
#include "heads.hpp"
#include "store.hpp"
#include "structure.hpp"
#include "synced_mark.hpp"
#include "verify_entries.hpp"

namespace anping::ledger {
namespace {

struct HeadFile {
    std::string name;  // relative
    std::string bytes;
    std::optional<Note> note;
};

std::vector<HeadFile> head_files(std::string const& directory, Findings& findings) {
    std::vector<HeadFile> found;
    std::error_code ec;
    for (auto const& file : std::filesystem::directory_iterator(directory + "/heads", ec)) {
        auto const name = "heads/" + file.path().filename().string();
        if (file.path().extension() == ".tmp") continue;  // a crash while writing: never shown to anyone
        HeadFile head{name, files::read(file.path().string()).value_or(""), std::nullopt};
        if (auto note = parse_note(head.bytes)) head.note = *std::move(note);
        else findings.add(Findings::head(name, "is not a signed head: " + note.error().internal));
        found.push_back(std::move(head));
    }
    std::ranges::sort(found, {}, &HeadFile::name);
    return found;
}

void check_signature(HeadFile const& head, Result<crypto::Sm2PublicKey> const& key, Findings& findings) {
    if (!key) return;
    auto const opened = open_note(head.bytes, *key);
    if (!opened) findings.add(Findings::head(head.name, opened.error().internal));
}

void check_head(HeadFile const& file, std::optional<store::Head> const& head, Ground const& ground,
                TreeSeen const& tree, Findings& findings) {
    auto const& checkpoint = file.note->checkpoint;
    auto const bad = [&](std::string what) { findings.add(Findings::head(file.name, std::move(what))); };
    if (file.name != "heads/latest" && file.name != "heads/" + std::to_string(checkpoint.size) + ".note")
        bad("is a head of size " + std::to_string(checkpoint.size));
    if (head && (checkpoint.origin != head->origin || checkpoint.hash != head->hash))
        return bad("is of another ledger");
    if (checkpoint.size > ground.size)
        return bad("was signed at size " + std::to_string(checkpoint.size) + ", the ledger has only " +
                   std::to_string(ground.size) + " entries");
    if (tree.root(checkpoint.size) != checkpoint.root) bad("its root is not that of the entries");
}

void check_latest(std::vector<HeadFile> const& heads, Findings& findings) {
    HeadFile const* latest = nullptr;
    HeadFile const* newest = nullptr;
    for (auto const& head : heads) {
        if (head.name == "heads/latest") latest = &head;
        else if (head.note && (newest == nullptr || head.note->checkpoint.size > newest->note->checkpoint.size))
            newest = &head;
    }
    if (newest != nullptr && latest == nullptr) findings.add(Findings::head("heads/latest", "is missing"));
    if (latest == nullptr || !latest->note) return;
    bool const one_behind = newest != nullptr && newest->note->checkpoint.size > latest->note->checkpoint.size &&
                            std::ranges::any_of(heads, [&](HeadFile const& h) {
                                return h.name != latest->name && h.bytes == latest->bytes;
                            });
    if (newest == nullptr || (newest->bytes != latest->bytes && !one_behind))
        findings.add(Findings::head("heads/latest", "is not the newest head"));
}

// The row in the database against what the entries make.
void check_head_row(store::Head const& head, EntriesSeen const& seen, Findings& findings) {
    auto const bad = [&](char const* field, char const* what) {
        findings.add(Findings::row("ledger_head", "id=1", field, what));
    };
    if (seen.tree.root(head.size) != head.root) bad("root", "is not the root of the entries");
    if (!seen.last_leaf.empty() && crypto::to_hex(head.leaf) != seen.last_leaf) bad("leaf", "is not the last entry's");
    if (!seen.last_time.empty() && to_string(head.at) != seen.last_time) bad("at", "is not the last entry's");
}

std::optional<store::Head> row_of(db::Session& session) {
    try {
        return store::read_head(session);
    } catch (std::exception const&) {
        return std::nullopt;  // named by check_rows
    }
}

// What stands on the disk is read before the database: a serving program only adds to both, the database first.
struct Survey {
    std::vector<HeadFile> heads;
    std::optional<std::uint64_t> synced;
    std::optional<store::Head> row;
    std::int64_t size = 0;
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::sm3;
    std::vector<std::int64_t> ends;  // sizes whose roots are needed
};

Survey survey(db::Session& session, std::string const& directory, Findings& findings) {
    Survey seen;
    seen.heads = head_files(directory, findings);
    auto const mark = files::read(directory + "/tiles/synced");
    seen.synced = read_synced(mark.value_or(""));
    if (mark && !seen.synced) findings.add(Findings::tile("tiles/synced", "was changed"));

    db::Snapshot const snapshot(session);
    seen.row = row_of(session);
    auto const counted = session.scalar<std::int64_t>("SELECT COALESCE(MAX(seq), -1) + 1 FROM ledger");
    seen.size = seen.row ? seen.row->size : counted;
    if (seen.row && counted > seen.size) findings.add(Findings::entry(seen.size, "", "is not covered by ledger_head"));
    if (seen.synced && static_cast<std::int64_t>(*seen.synced) > seen.size)
        findings.add(Findings::tile("tiles/synced", "the tiles hold " + std::to_string(*seen.synced) +
                                                        " entries, the ledger only " + std::to_string(seen.size)));
    if (seen.row) seen.hash = seen.row->hash;
    seen.ends = {seen.size};
    for (auto const& head : seen.heads) {
        if (!head.note) continue;
        if (!seen.row) seen.hash = head.note->checkpoint.hash;
        if (head.note->checkpoint.size <= seen.size) seen.ends.push_back(head.note->checkpoint.size);
    }
    return seen;
}

void check_heads(Survey const& seen, Ground const& ground, TreeSeen const& tree, Findings& findings) {
    Stopwatch watch;
    auto const key = load_public_key(ground.directory);
    if (!seen.heads.empty() && !key)
        findings.add(Findings::head("keys/ledger.pub", "cannot be read: heads are not checked against their key"));
    for (auto const& head : seen.heads) {
        if (!head.note) continue;
        check_signature(head, key, findings);
        check_head(head, seen.row, ground, tree, findings);
    }
    check_latest(seen.heads, findings);
    findings.stage({"heads", static_cast<std::int64_t>(seen.heads.size()), 0, watch.micros()});
}

void entries_and_heads(db::Session& session, db::Address const& address, VerifyOptions const& options,
                       Findings& findings) {
    auto const seen = survey(session, options.directory, findings);
    auto const size_now = [&address] {
        auto again = db::open(address, db::Mode::read);
        auto const head = row_of(again);
        return head ? head->size : std::int64_t{0};
    };
    Ground const ground{address,
                        options.directory,
                        seen.hash,
                        seen.size,
                        std::min<std::int64_t>(seen.size, static_cast<std::int64_t>(seen.synced.value_or(0))),
                        options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency()),
                        size_now};
    Stopwatch entries_watch;
    auto const entries = verify_entries(ground, seen.ends, findings);
    findings.stage({"entries", seen.size, entries.bytes, entries_watch.micros()});
    if (seen.row) check_head_row(*seen.row, entries, findings);
    Stopwatch tiles_watch;
    verify_tiles(ground, entries.tree, findings);
    findings.stage({"tiles", ground.synced, 0, tiles_watch.micros()});
    check_heads(seen, ground, entries.tree, findings);
    Stopwatch index_watch;
    check_subject_index(session, seen.size, entries.subjects, findings);
    findings.stage({"index", seen.size, 0, index_watch.micros()});
}

template <class Work>
void guarded(Findings& findings, Work const& work) {
    try {
        work();
    } catch (std::exception const& e) { findings.add(Findings::database(e.what())); }
}

}  // namespace

std::string to_string(Finding const& f) {
    std::string out = f.kind;
    if (f.entry >= 0) out += " entry " + std::to_string(f.entry);
    if (!f.table.empty()) out += " table " + f.table;
    if (!f.row.empty()) out += " row " + f.row;
    if (!f.field.empty()) out += " field " + f.field;
    if (!f.file.empty()) out += " file " + f.file;
    return out + ": " + f.what;
}

Verified verify(db::Address const& address, VerifyOptions const& options) {
    Findings findings;
    // Beside the pass over the entries: both read the same pages.
    std::thread structure([&] {
        guarded(findings, [&] {
            Stopwatch watch;
            auto session = db::open(address, db::Mode::read);
            check_structure(session, findings);
            findings.stage({"structure", 0, 0, watch.micros()});
        });
    });
    guarded(findings, [&] {
        auto session = db::open(address, db::Mode::read);
        guarded(findings, [&] { entries_and_heads(session, address, options, findings); });
        guarded(findings, [&] {
            Stopwatch watch;
            for (auto const& damaged : store::check_rows(session))
                findings.add(Findings::row(damaged.table, damaged.row, "", damaged.what));
            findings.stage({"tables", 0, 0, watch.micros()});
        });
    });
    structure.join();
    Stopwatch watch;
    for (auto const& check : options.checks) guarded(findings, [&] { check(findings.report()); });
    findings.stage({"others", static_cast<std::int64_t>(options.checks.size()), 0, watch.micros()});
    return findings.take();
}

}  // namespace anping::ledger
