// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>

#include <anping/db/testing.hpp>
#include <anping/db/where_any.hpp>

namespace anping::db {
namespace {

struct ThingTag {};
using ThingId = Id<ThingTag>;

class Statements : public testing::TestWithParam<Backend> {
protected:
    Statements() {
        session.script("CREATE TABLE thing (id TEXT PRIMARY KEY, size BIGINT NOT NULL, note TEXT, extra BIGINT)");
    }
    ScratchDatabase scratch{GetParam()};
    Session session = open(scratch.address(), Mode::write);
};
INSTANTIATE_TEST_SUITE_P(Db, Statements, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(Statements, BringIntegersOf64BitsBackWhole) {
    for (std::int64_t const number :
         {std::int64_t{5'000'000'000}, std::int64_t{-5'000'000'000}, std::numeric_limits<std::int64_t>::max(),
          std::numeric_limits<std::int64_t>::min(), std::int64_t{0}}) {
        session.exec("DELETE FROM thing");
        session.exec("INSERT INTO thing (id, size) VALUES (:id, :size)", {"a", number});
        EXPECT_EQ(session.scalar<std::int64_t>("SELECT size FROM thing"), number);
        EXPECT_EQ(session.query<std::string>("SELECT id FROM thing WHERE size = :size", {number}).size(), 1u);
    }
}

TEST_P(Statements, FindTheRowsOfFewValuesAndOfMany) {
    for (int i = 0; i < 40; ++i)
        session.exec("INSERT INTO thing (id, size) VALUES (:id, :size)", {"t" + std::to_string(i), i});
    for (int const count : {1, 2, 7, 8, 9, 33}) {
        std::vector<std::string> ids{"nobody"};
        for (int i = 1; i < count; ++i) ids.push_back("t" + std::to_string(i));
        Params params;
        auto const sql = where_any("SELECT size FROM thing WHERE id", "id", ids, params);
        std::vector<std::int64_t> found;
        session.each<std::int64_t>(sql + " ORDER BY size", params, [&](auto size) { found.push_back(size); });
        ASSERT_EQ(found.size(), static_cast<std::size_t>(count - 1)) << sql;
        for (int i = 1; i < count; ++i) EXPECT_EQ(found[static_cast<std::size_t>(i - 1)], i);
    }
}

TEST_P(Statements, TellEmptyTextFromNull) {
    session.exec("INSERT INTO thing (id, size, note) VALUES (:id, :size, :note)", {"empty", 1, ""});
    session.exec("INSERT INTO thing (id, size, note) VALUES (:id, :size, :note)", {"null", 2, nullptr});
    session.exec("INSERT INTO thing (id, size, note, extra) VALUES (:id, :size, :note, :extra)",
                 {"both", 3, std::optional<std::string>("x"), std::optional<std::int64_t>()});
    auto const rows = session.query<std::optional<std::string>, std::optional<std::int64_t>>(
        "SELECT note, extra FROM thing ORDER BY size");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(std::get<0>(rows[0]), "");
    EXPECT_EQ(std::get<0>(rows[1]), std::nullopt);
    EXPECT_EQ(std::get<0>(rows[2]), "x");
    EXPECT_EQ(std::get<1>(rows[2]), std::nullopt);
    EXPECT_THROW(session.scalar<std::string>("SELECT note FROM thing WHERE id = 'null'"), std::logic_error);
    EXPECT_THROW(session.scalar<std::int64_t>("SELECT extra FROM thing WHERE id = 'null'"), std::logic_error);
}

TEST_P(Statements, CarryEveryTypeThatHasAnSqlForm) {
    ThingId const id{"t-1"};
    Timestamp const at{1'700'000'000'123'456};
    session.exec("INSERT INTO thing (id, size, note, extra) VALUES (:id, :at, :note, :flag)",
                 {id, at, "新疆 \"quoted\" 'single' \\ \n ☃ 𝄞", true});
    auto const row = session.one<ThingId, Timestamp, std::string, bool, std::optional<Timestamp>>(
        "SELECT id, size, note, extra, size FROM thing");
    ASSERT_TRUE(row);
    EXPECT_EQ(std::get<0>(*row), id);
    EXPECT_EQ(std::get<1>(*row), at);
    EXPECT_EQ(std::get<2>(*row), "新疆 \"quoted\" 'single' \\ \n ☃ 𝄞");
    EXPECT_TRUE(std::get<3>(*row));
    EXPECT_EQ(std::get<4>(*row), at);
}

TEST_P(Statements, DropATableWithinATransactionOrNotAtAll) {
    auto const there = [&] {
        session.exec("INSERT INTO thing (id, size) VALUES (:id, :size)", {"one", 1});
        return session.scalar<std::int64_t>("SELECT count(*) FROM thing");
    };
    {
        UnitOfWork work(session);
        session.drop_table("thing");
        session.drop_table("no_such_thing");
        EXPECT_THROW(there(), DbError);
    }
    EXPECT_EQ(there(), 1) << "rolled back";
    session.drop_table("thing");
    EXPECT_THROW(there(), DbError);
}

TEST_P(Statements, SayHowManyRowsTheyChanged) {
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(session.exec("INSERT INTO thing (id, size) VALUES (:id, :size)", {std::to_string(i), i}), 1);
    EXPECT_EQ(session.exec("UPDATE thing SET note = :note WHERE size >= :least", {"big", 2}), 3);
    EXPECT_EQ(session.exec("UPDATE thing SET note = :note WHERE size >= :least", {"big", 99}), 0);
    EXPECT_EQ(session.exec("INSERT INTO thing (id, size) VALUES (:id, :size) ON CONFLICT (id) DO NOTHING", {"1", 1}),
              0);
    EXPECT_EQ(session.exec("DELETE FROM thing"), 5);
}

TEST_P(Statements, TakeARepeatedNameAsTheSameValueAndIgnoreColonsInText) {
    session.exec("INSERT INTO thing (id, size, note) VALUES (:id, :size, ':no name, it''s text')", {"a", 1});
    session.exec("INSERT INTO thing (id, size, note) VALUES (:id, :size, :id)", {"b", 2});
    auto const rows = session.query<std::string>(
        "SELECT note FROM thing WHERE id = :id OR size = :size OR note = :id ORDER BY size", {"b", 1});
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(std::get<0>(rows[0]), ":no name, it's text");
    EXPECT_EQ(std::get<0>(rows[1]), "b");
}

TEST_P(Statements, RefuseTheWrongNumberOfParametersAndNulInText) {
    EXPECT_THROW(session.exec("DELETE FROM thing WHERE id = :id"), std::logic_error);
    EXPECT_THROW(session.exec("DELETE FROM thing WHERE id = :id", {"a", "b"}), std::logic_error);
    EXPECT_THROW(session.exec("DELETE FROM thing WHERE id = :id", {std::string("a\0b", 3)}), std::invalid_argument);
    EXPECT_EQ(session.exec("DELETE FROM thing WHERE id = :id", {"a"}), 0);
}

TEST_P(Statements, WorkWhenTheSameTextComesWithNullThenTextThenAnotherType) {
    auto const sql = "INSERT INTO thing (id, size, note, extra) VALUES (:id, :size, :note, :extra)";
    session.exec(sql, {"1", 1, nullptr, nullptr});
    session.exec(sql, {"2", 2, "two", 22});
    session.exec(sql, {"3", 3, nullptr, 33});
    session.exec(sql, {"4", 4, "four", nullptr});
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT count(*) FROM thing WHERE note IS NULL"), 2);
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT sum(extra) FROM thing"), 55);
    EXPECT_EQ(session.scalar<std::string>("SELECT id FROM thing WHERE size = 2"), "2");
    EXPECT_EQ(session.scalar<std::optional<std::string>>("SELECT id FROM thing WHERE size = 2"), "2");
}

TEST_P(Statements, GiveNothingForNoRowAndTheFirstOfSeveral) {
    EXPECT_FALSE(session.one<std::string>("SELECT id FROM thing"));
    EXPECT_THROW(session.scalar<std::string>("SELECT id FROM thing"), std::logic_error);
    session.exec("INSERT INTO thing (id, size) VALUES ('b', 2), ('a', 1)");
    EXPECT_EQ(std::get<0>(*session.one<std::string>("SELECT id FROM thing ORDER BY size")), "a");
}

TEST_P(Statements, RunInsideTheRowsOfAnotherAndOfThemselves) {
    session.exec("INSERT INTO thing (id, size) VALUES ('a', 1), ('b', 2), ('c', 3)");
    std::string seen;
    auto const sql = "SELECT id FROM thing WHERE size >= :least ORDER BY size";
    session.each<std::string>(sql, {1}, [&](std::string const& outer) {
        seen += outer;
        session.each<std::string>(sql, {3}, [&](std::string const& inner) { seen += inner; });
        session.exec("UPDATE thing SET note = :note WHERE id = :id", {"seen", outer});
    });
    EXPECT_EQ(seen, "acbccc");
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT count(*) FROM thing WHERE note = 'seen'"), 3);
}

TEST_P(Statements, LetGoOfTheirRowsWhenTheVisitorThrows) {
    session.exec("INSERT INTO thing (id, size) VALUES ('a', 1), ('b', 2)");
    auto const sql = "SELECT id FROM thing ORDER BY size";
    EXPECT_THROW(session.each<std::string>(sql, {}, [](std::string const&) { throw std::runtime_error("enough"); }),
                 std::runtime_error);
    // A statement still on its row would hold an old snapshot, and the schema.
    auto other = open(scratch.address(), Mode::write);
    other.exec("INSERT INTO thing (id, size) VALUES ('c', 3)");
    EXPECT_EQ(session.query<std::string>(sql).size(), 3u);
    session.script("DROP TABLE thing");
}

TEST_P(Statements, AreNotLeftOnTheFirstRowWhenOneWasWanted) {
    session.exec("INSERT INTO thing (id, size) VALUES ('a', 1), ('b', 2)");
    EXPECT_TRUE(session.one<std::string>("SELECT id FROM thing"));
    auto other = open(scratch.address(), Mode::write);
    other.exec("UPDATE thing SET size = 9");
    // With a stale read lock this would be refused as a snapshot too old to upgrade.
    UnitOfWork work(session);
    session.exec("UPDATE thing SET size = size + 1");
    work.commit();
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT min(size) FROM thing"), 10);
}

TEST_P(Statements, CanBeUsedAgainAfterAnError) {
    auto const sql = "INSERT INTO thing (id, size) VALUES (:id, :size)";
    session.exec(sql, {"a", 1});
    for (int i = 0; i < 3; ++i) EXPECT_THROW(session.exec(sql, {"a", 1}), DbError);
    EXPECT_EQ(session.exec(sql, {"b", 2}), 1);
    EXPECT_THROW(session.exec("INSERT INTO nowhere (id) VALUES (:id)", {"a"}), DbError);
    session.script("CREATE TABLE nowhere (id TEXT)");
    EXPECT_EQ(session.exec("INSERT INTO nowhere (id) VALUES (:id)", {"a"}), 1);
}

TEST_P(Statements, SurviveTheirTableBeingMadeAnew) {
    auto const sql = "SELECT * FROM thing";
    session.exec("INSERT INTO thing (id, size) VALUES ('a', 1)");
    EXPECT_EQ(
        (session.query<std::string, std::int64_t, std::optional<std::string>, std::optional<std::int64_t>>(sql).size()),
        1u);
    session.script("DROP TABLE thing; CREATE TABLE thing (id TEXT, size BIGINT, more BIGINT)");
    session.exec("INSERT INTO thing (id, size, more) VALUES ('b', 2, 3)");
    try {
        EXPECT_EQ((session.query<std::string, std::int64_t, std::int64_t>(sql).size()), 1u);
    } catch (DbError const&) {  // PostgreSQL's plan does not fit any more, once
        EXPECT_EQ((session.query<std::string, std::int64_t, std::int64_t>(sql).size()), 1u);
    }
}

TEST_P(Statements, AreKeptInLimitedNumber) {
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(session.scalar<std::int64_t>("SELECT " + std::to_string(i) + " + 0"), i);
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT 7 + 0"), 7);
}

TEST_P(Statements, DoNotTellBoundValuesInErrors) {
    auto const sql = "INSERT INTO thing (id, size, note) VALUES (:id, :size, :note)";
    session.exec(sql, {"652301200111139438", 1, "secret"});
    try {
        session.exec(sql, {"652301200111139438", 1, "secret"});
        FAIL() << "the second one is a duplicate";
    } catch (DbError const& error) {
        EXPECT_EQ(std::string(error.what()).find("652301200111139438"), std::string::npos) << error.what();
        EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos) << error.what();
        EXPECT_NE(std::string(error.what()).find(":note"), std::string::npos) << error.what();
    }
}

TEST_P(Statements, TextSortsByItsBytesOnBothBackEnds) {
    for (auto const* id : {"b", "B", "a", "_", "é", "安", "0"})
        session.exec("INSERT INTO thing (id, size) VALUES (:id, 1)", {id});
    std::string order;
    session.each<std::string>("SELECT id FROM thing ORDER BY id", {}, [&](std::string const& id) { order += id; });
    EXPECT_EQ(order, "0B_abé安");
}

}  // namespace
}  // namespace anping::db
