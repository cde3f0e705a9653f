// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include <anping/ledger/verify.hpp>

#include "findings.hpp"
#include "replay_entries.hpp"
#include "row_text.hpp"
#include "store.hpp"
#include "structure.hpp"

namespace anping::ledger {
namespace {

class ScratchDirectory {
public:
    ScratchDirectory() {
        auto name = (std::filesystem::temp_directory_path() / "anping-verify-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary directory");
        path = name;
    }
    ~ScratchDirectory() {
        std::error_code ec;
        std::filesystem::remove_all(path, ec);
    }
    ScratchDirectory(ScratchDirectory const&) = delete;
    ScratchDirectory& operator=(ScratchDirectory const&) = delete;
    std::string path;
};

std::string shown(std::string const& value) {
    constexpr std::size_t kMost = 80;
    return value.size() <= kMost ? value : value.substr(0, kMost) + "...";
}

void compare_rows(Table const& table, RowText const& live, RowText const& replayed, Findings& findings) {
    auto const there = split_row(live.values);
    auto const wanted = split_row(replayed.values);
    auto const row = row_name(table, replayed.key);
    if (there.size() != table.columns.size() || wanted.size() != table.columns.size())
        return findings.add(Findings::row(table.name, row, "", "cannot be read"));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (there[i] != wanted[i])
            findings.add(Findings::row(table.name, row, table.columns[i],
                                       "is " + shown(there[i]) + ", the ledger says " + shown(wanted[i])));
}

// Both sides come in the order of their keys.
std::int64_t compare_table(Table const& table, db::Session& live, db::Session& scratch, Findings& findings) {
    std::vector<RowText> replayed;
    each_row(scratch, table, [&](RowText&& row) { replayed.push_back(std::move(row)); });
    auto next = replayed.begin();
    auto const missing = [&] {
        findings.add(Findings::row(table.name, row_name(table, next->key), "", "is missing"));
        ++next;
    };
    each_row(live, table, [&](RowText&& row) {
        while (next != replayed.end() && next->key < row.key) missing();
        if (next == replayed.end() || next->key != row.key) {
            findings.add(Findings::row(table.name, row_name(table, row.key), "", "is not of the ledger"));
            return;
        }
        if (next->values != row.values) compare_rows(table, row, *next, findings);
        ++next;
    });
    while (next != replayed.end()) missing();
    return static_cast<std::int64_t>(replayed.size());
}

void replay(db::Session& live, db::Session& scratch, store::Head const& head,
            std::vector<Projection*> const& projections) {
    constexpr std::int64_t kBatch = 20'000;
    for (std::int64_t first = 0; first < head.size; first += kBatch) {
        db::UnitOfWork work(scratch);
        replay_entries(live, scratch, head.hash, first, std::min(head.size, first + kBatch), projections);
        work.commit();
    }
}

void check_all(db::Session& live, std::vector<Projection*> const& projections, std::vector<std::string> const& schemas,
               Findings& findings) {
    ScratchDirectory const directory;
    auto scratch = db::open({db::Backend::sqlite, directory.path + "/scratch.db"}, db::Mode::write);
    scratch.script("PRAGMA synchronous=OFF");
    scratch.script(store::schema(db::Backend::sqlite));
    for (auto const* projection : projections) scratch.script(projection->schema());
    for (auto const& schema : schemas) scratch.script(schema);
    check_schema(live, scratch, findings);

    db::Snapshot const snapshot(live);
    auto const head = store::read_head(live);
    if (!head) return findings.add(Findings::row("ledger_head", "id=1", "", "is missing"));
    Stopwatch watch;
    replay(live, scratch, *head, projections);
    findings.stage({"replay", head->size, 0, watch.micros()});
    for (auto const* projection : projections) {
        for (auto const& table : projection->tables()) {
            Stopwatch table_watch;
            try {
                auto const rows = compare_table(table, live, scratch, findings);
                findings.stage({table.name, rows, 0, table_watch.micros()});
            } catch (std::exception const& e) { findings.add(Findings::row(table.name, "", "", e.what())); }
        }
    }
}

}  // namespace

Verified verify_state(db::Address const& address, std::vector<Projection*> const& projections,
                      std::vector<std::string> const& schemas) {
    Findings findings;
    try {
        auto live = db::open(address, db::Mode::read);
        check_all(live, projections, schemas, findings);
    } catch (std::exception const& e) { findings.add(Findings::database(e.what())); }
    return findings.take();
}

}  // namespace anping::ledger
