// SPDX-License-Identifier: Apache-2.0
// Single flipped bits anywhere: whatever can be read differently is found.
#include <algorithm>
#include <cstdlib>
#include <random>

#include <anping/ledger/keys.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/signer.hpp>
#include <anping/ledger/verify.hpp>

#include "row_text.hpp"
#include "support.hpp"

namespace anping::ledger {
namespace {

class Damage : public LedgerTest {
protected:
    void SetUp() override {
        fill(400);
        open().apply(put("s-1", "with a key", 1, "key 1", "aa")).value();
        close();
        Signer(scratch_.address(), {directory_.path, "", "0.1.0"},
               load_or_make_signing_key(directory_.path, "").value(), clock_)
            .sign()
            .value();
        session(db::Mode::write).script("PRAGMA wal_checkpoint(TRUNCATE)");
        std::filesystem::remove(file() + "-wal");
        std::filesystem::remove(file() + "-shm");
        whole_ = read_file(file());
        dump_ = dump();
    }
    std::string const& file() const { return scratch_.address().target; }

    // Everything a reader can see, in one text.
    std::string dump() {
        try {
            auto db = session();
            std::string out;
            std::vector<std::string> tables;
            db.each<std::string, std::string, std::string>(
                "SELECT type, name, COALESCE(sql, '') FROM sqlite_master ORDER BY type, name", {},
                [&](std::string&& type, std::string&& name, std::string&& sql) {
                    out += type + ' ' + name + ' ' + sql + '\n';
                    if (type == "table") tables.push_back(name);
                });
            for (auto const& table : tables) {
                std::vector<std::string> columns;
                db.each<std::string>("SELECT name FROM pragma_table_info(:t)", {table},
                                     [&](std::string&& name) { columns.push_back(std::move(name)); });
                each_row(db, {table, columns, columns}, [&](RowText&& row) { out += row.values + '\n'; });
            }
            return out;
        } catch (std::exception const& e) { return e.what(); }
    }
    bool found() {
        return !verify(scratch_.address(), {directory_.path}).findings.empty() ||
               !verify_state(scratch_.address(), {&shelves_}, {}).findings.empty();
    }
    static std::size_t flips() {
        char const* const text = std::getenv("ANPING_FLIPS");
        return text == nullptr ? 150 : std::stoul(text);
    }

    std::string whole_;
    std::string dump_;
    std::mt19937_64 random_{20261120};
};
INSTANTIATE_TEST_SUITE_P(Db, Damage, testing::Values(db::Backend::sqlite), db::BackendName{});

TEST_P(Damage, InTheDatabaseIsFoundWhereverItChangesARow) {
    std::size_t harmful = 0;
    for (std::size_t i = 0; i < flips(); ++i) {
        auto bytes = whole_;
        auto const at = random_() % bytes.size();
        auto const bit = random_() % 8;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
        write_file(file(), bytes);
        bool const seen = dump() != dump_;
        harmful += seen ? 1 : 0;
        if (seen) { EXPECT_TRUE(found()) << "byte " << at << " bit " << bit; }
        std::filesystem::remove(file() + "-wal");
        std::filesystem::remove(file() + "-shm");
    }
    EXPECT_GT(harmful, flips() / 2);
}

TEST_P(Damage, InTilesAndHeadsIsAlwaysFoundAndNamed) {
    std::vector<std::string> files;
    for (auto const* below : {"/tiles", "/heads"})
        for (auto const& one : std::filesystem::recursive_directory_iterator(directory_.path + below))
            if (one.is_regular_file()) files.push_back(one.path().string());
    for (std::size_t i = 0; i < flips(); ++i) {
        auto const& path = files[i % files.size()];
        auto const bytes = read_file(path);
        auto bent = bytes;
        auto const at = random_() % bent.size();
        bent[at] = static_cast<char>(bent[at] ^ (1 << (random_() % 8)));
        write_file(path, bent);
        auto const findings = verify(scratch_.address(), {directory_.path}).findings;
        auto const name = path.substr(directory_.path.size() + 1);
        EXPECT_TRUE(std::ranges::any_of(findings, [&](Finding const& f) { return f.file == name; }))
            << name << " " << at;
        write_file(path, bytes);
    }
}

}  // namespace
}  // namespace anping::ledger
