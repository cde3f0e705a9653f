// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/ledger/kept.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/signer.hpp>
#include <anping/ledger/tiles.hpp>
#include <anping/ledger/verify.hpp>

#include "support.hpp"
#include "synced_mark.hpp"

namespace anping::ledger {
namespace {

class Verify : public LedgerTest {
protected:
    void SetUp() override {
        fill(600);
        sign();
    }
    void sign() {
        Signer(scratch_.address(), {directory_.path, "", "0.1.0"},
               load_or_make_signing_key(directory_.path, "").value(), clock_)
            .sign()
            .value();
    }
    std::vector<std::string> found() {
        std::vector<std::string> out;
        for (auto const& finding : verify(scratch_.address(), {directory_.path}).findings)
            out.push_back(to_string(finding));
        return out;
    }
    std::vector<std::string> found_in_state() {
        std::vector<std::string> out;
        for (auto const& finding : verify_state(scratch_.address(), {&shelves_}, {}).findings)
            out.push_back(to_string(finding));
        return out;
    }
    void edit(std::string const& sql, db::Params const& params = {}) { session(db::Mode::write).exec(sql, params); }
    void flip(std::string const& file, std::size_t byte) {
        auto const path = directory_.path + "/" + file;
        auto bytes = read_file(path);
        bytes.at(byte) = static_cast<char>(bytes.at(byte) ^ 4);
        write_file(path, bytes);
    }
    using Lines = std::vector<std::string>;
};
INSTANTIATE_TEST_SUITE_P(Db, Verify, testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Verify, FindsNothingInAWholeLedger) {
    EXPECT_EQ(found(), Lines{});
    EXPECT_EQ(found_in_state(), Lines{});
    auto const verified = verify(scratch_.address(), {directory_.path});
    auto const pass = std::ranges::find(verified.stages, "entries", &Stage::name);
    ASSERT_NE(pass, verified.stages.end());
    EXPECT_EQ(pass->count, 600);
    EXPECT_GT(pass->bytes, 600 * 200);
}

TEST_P(Verify, FindsNothingInAnEmptyLedger) {
    db::ScratchDatabase empty(GetParam());
    TemporaryDirectory directory;
    WriterOptions options;
    options.directory = directory.path;
    { Writer const writer(empty.address(), options, {&shelves_}, clock_); }
    EXPECT_TRUE(verify(empty.address(), {directory.path}).findings.empty());
    EXPECT_TRUE(verify_state(empty.address(), {&shelves_}, {}).findings.empty());
}

TEST_P(Verify, NamesAChangedBody) {
    auto const body = session().scalar<std::string>("SELECT body FROM ledger WHERE seq = 77");
    auto edited = body;
    edited.replace(edited.find("book 77"), 7, "book 78");
    edit("UPDATE ledger SET body = :body WHERE seq = 77", {edited});
    EXPECT_EQ(found(), Lines{"entry entry 77 table ledger row seq=77 field body: does not hash to its leaf"});
}

TEST_P(Verify, NamesAChangedLeafOrColumn) {
    edit("UPDATE ledger SET leaf = (SELECT l.leaf FROM ledger AS l WHERE l.seq = 1) WHERE seq = 300");
    edit("UPDATE ledger SET subject = 's-x' WHERE seq = 301");
    edit("UPDATE ledger SET type = 'shelf.burnt' WHERE seq = 302");
    EXPECT_EQ(found(), (Lines{"entry entry 301 table ledger row seq=301 field subject: the body says another one",
                              "entry entry 302 table ledger row seq=302 field type: the body says another one",
                              "entry entry 300 table ledger row seq=300 field leaf: does not hash to its leaf"}));
}

TEST_P(Verify, NamesSwappedEntries) {
    edit("UPDATE ledger SET seq = 9000 WHERE seq = 10");
    edit("UPDATE ledger SET seq = 10 WHERE seq = 11");
    edit("UPDATE ledger SET seq = 11 WHERE seq = 9000");
    auto const lines = found();
    EXPECT_TRUE(std::ranges::count(lines, "entry entry 10 table ledger row seq=10 field seq: the body says 11"));
    EXPECT_TRUE(std::ranges::count(lines, "entry entry 11 table ledger row seq=11 field seq: the body says 10"));
}

TEST_P(Verify, NamesAMissingEntryAndOneTooMany) {
    edit("DELETE FROM ledger WHERE seq = 599");
    edit("DELETE FROM ledger WHERE seq = 5");
    EXPECT_EQ(found(), (Lines{"entry entry 5 table ledger row seq=5: is missing",
                              "entry entry 599 table ledger row seq=599: is missing"}));
    edit("INSERT INTO ledger (seq, subject, type, leaf, body) VALUES (600, 's', 't', 'l', 'b')");
    EXPECT_EQ(found().front(), "entry entry 600 table ledger row seq=600: is not covered by ledger_head");
}

TEST_P(Verify, NamesARewrittenEntryWhoseLeafWasComputedAnew) {
    auto body = session().scalar<std::string>("SELECT body FROM ledger WHERE seq = 77");
    body.replace(body.find("book 77"), 7, "book 78");
    edit("UPDATE ledger SET body = :body, leaf = :leaf WHERE seq = 77",
         {body, crypto::to_hex(crypto::leaf_hash(crypto::HashAlgorithm::sm3, body))});
    auto const lines = found();
    EXPECT_TRUE(std::ranges::count(lines, "tile entry 77 file tiles/0/000: hash 77 is not the entry's"));
    EXPECT_TRUE(std::ranges::count(
        lines, "entry entry 78 table ledger row seq=78 field body: does not follow the entry before"));
    EXPECT_TRUE(std::ranges::count(lines, "head file heads/600.note: its root is not that of the entries"));
}

TEST_P(Verify, NamesTilesThatWereChangedCutLostOrAdded) {
    flip("tiles/0/000", 33);
    flip("tiles/1/000", 40);
    write_file(directory_.path + "/tiles/0/001", read_file(directory_.path + "/tiles/0/001").substr(0, 100));
    std::filesystem::remove(directory_.path + "/tiles/0/002");
    write_file(directory_.path + "/tiles/0/003", "x");
    auto lines = found();
    std::ranges::sort(lines);
    EXPECT_EQ(lines,
              (Lines{"tile entry 1 file tiles/0/000: hash 1 is not the entry's", "tile file tiles/0/001: was cut short",
                     "tile file tiles/0/002: is missing", "tile file tiles/0/003: is not of this ledger",
                     "tile file tiles/1/000: hash 1 is not that of the tile below"}));
}

TEST_P(Verify, TilesThatACrashLeftBehindAreNoFinding) {
    write_file(directory_.path + "/tiles/synced", synced_text(500));
    std::filesystem::remove(directory_.path + "/tiles/0/002");
    write_file(directory_.path + "/tiles/0/001", read_file(directory_.path + "/tiles/0/001").substr(0, 244 * 32));
    EXPECT_EQ(found(), Lines{});
    flip("tiles/synced", 1);
    EXPECT_EQ(found(), Lines{"tile file tiles/synced: was changed"});
}

TEST_P(Verify, NamesHeadsThatWereChanged) {
    flip("heads/600.note", 3);
    auto const lines = found();
    ASSERT_FALSE(lines.empty());
    EXPECT_TRUE(lines.front().starts_with("head file heads/600.note: ")) << lines.front();
}

TEST_P(Verify, NamesALedgerThatWentBack) {
    auto const head = session()
                          .one<std::string, std::string, std::int64_t, std::int64_t, std::string>(
                              "SELECT root, leaf, at, size, seal FROM ledger_head")
                          .value();
    open().apply(put("s-9", "more", 1)).value();
    close();
    sign();
    auto const& [root, leaf, at, size, seal] = head;
    edit("UPDATE ledger_head SET size = :size, root = :root, leaf = :leaf, at = :at, seal = :seal",
         {size, root, leaf, at, seal});
    edit("DELETE FROM ledger WHERE seq = 600");
    auto const lines = found();
    EXPECT_TRUE(
        std::ranges::count(lines, "head file heads/601.note: was signed at size 601, the ledger has only 600 entries"));
    EXPECT_TRUE(std::ranges::count(lines, "tile file tiles/synced: the tiles hold 601 entries, the ledger only 600"));
}

TEST_P(Verify, NamesRowsOfItsOwnTables) {
    open().apply(put("s-1", "once", 1, "k-1", "aa")).value();
    close();
    edit("UPDATE ledger_request SET answer = '{}'");
    edit("UPDATE ledger_projection SET applied = 3");
    EXPECT_EQ(found(), (Lines{"table table ledger_request row account=a-1 key=k-1: does not match its seal",
                              "table table ledger_projection row name=shelf: does not match its seal"}));
    edit("UPDATE ledger_head SET epoch = 99");
    EXPECT_TRUE(
        std::ranges::count(found(), "table table ledger_head row id=1: ledger_head was changed outside this program"));
}

TEST_P(Verify, AsksTheChecksItIsGiven) {
    VerifyOptions options{directory_.path};
    options.checks = {[](Report const& report) { report({"evidence", -1, "", "", "", "blobs/ab/cd", "was changed"}); },
                      [](Report const&) { throw std::runtime_error("no such disk"); }};
    auto const findings = verify(scratch_.address(), options).findings;
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(to_string(findings[0]), "evidence file blobs/ab/cd: was changed");
    EXPECT_EQ(to_string(findings[1]), "database: no such disk");
}

TEST_P(Verify, StateNamesTableRowAndField) {
    edit("UPDATE shelf_total SET pages = pages + 1 WHERE subject = 's-3'");
    edit("UPDATE shelf_book SET note = 'thin' WHERE title = 'book 3'");
    edit("UPDATE shelf_book SET note = NULL WHERE title = 'book 599'");
    edit("DELETE FROM shelf_book WHERE title = 'book 8'");
    edit("INSERT INTO shelf_book (subject, title, pages, seq) VALUES ('s-0', '书', 1, 1)");
    auto const pages = session().scalar<std::int64_t>("SELECT pages FROM shelf_total WHERE subject = 's-3'");
    auto lines = found_in_state();
    std::ranges::sort(lines);
    EXPECT_EQ(
        lines,
        (Lines{"table table shelf_book row subject=\"s-0\" title=\"书\": is not of the ledger",
               "table table shelf_book row subject=\"s-1\" title=\"book 8\": is missing",
               "table table shelf_book row subject=\"s-3\" title=\"book 3\" field note: is \"thin\", the ledger "
               "says NULL",
               "table table shelf_book row subject=\"s-4\" title=\"book 599\" field note: is NULL, the ledger says "
               "\"厚 | thick\"",
               "table table shelf_total row subject=\"s-3\" field pages: is " + std::to_string(pages) +
                   ", the ledger says " + std::to_string(pages - 1)}));
    EXPECT_EQ(found(), Lines{});
}

TEST_P(Verify, StateStopsAtAnEntryThatIsNone) {
    edit("UPDATE ledger SET body = '{}' WHERE seq = 40");
    auto const lines = found_in_state();
    ASSERT_FALSE(lines.empty());
    EXPECT_TRUE(lines.back().starts_with("database: entry 40: not an entry")) << lines.back();
}

TEST_P(Verify, StateNamesATableThatIsGone) {
    session(db::Mode::write).script("DROP TABLE shelf_total");
    auto const lines = found_in_state();
    EXPECT_TRUE(std::ranges::any_of(lines, [](auto const& l) { return l.starts_with("table table shelf_total: "); }));
}

TEST(VerifySqlite, NamesDamagedPagesAndAChangedSchema) {
    db::ScratchDatabase scratch(db::Backend::sqlite);
    TemporaryDirectory directory;
    ManualClock clock(Timestamp{1'795'000'000'000'000});
    Shelves shelves;
    WriterOptions options;
    options.directory = directory.path;
    {
        Writer writer(scratch.address(), options, {&shelves}, clock);
        for (int i = 0; i < 200; ++i) writer.apply(put("s", std::to_string(i), 1)).value();
    }
    {
        auto session = db::open(scratch.address(), db::Mode::write);
        session.script("CREATE INDEX extra ON shelf_book (pages)");
        session.script("DROP INDEX ledger_by_subject");
        session.script("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    auto const state = verify_state(scratch.address(), {&shelves}, {}).findings;
    ASSERT_EQ(state.size(), 1U);
    EXPECT_EQ(to_string(state[0]), "schema table ledger_by_subject: is missing");
    auto bytes = read_file(scratch.address().target);
    auto const place = bytes.find("\"title\":\"150\"");
    ASSERT_NE(place, std::string::npos);
    auto const page = place / 4096 * 4096;
    for (std::size_t i = 0; i < 16; ++i) bytes[page + i] = '\xFF';
    write_file(scratch.address().target, bytes);
    auto const findings = verify(scratch.address(), {directory.path}).findings;
    EXPECT_TRUE(
        std::ranges::any_of(findings, [](Finding const& f) { return f.kind == "database" && f.table == "ledger"; }));
    EXPECT_TRUE(std::ranges::any_of(findings, [](Finding const& f) { return f.entry == 150; }));
}

}  // namespace
}  // namespace anping::ledger
