// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/db/testing.hpp>

namespace anping::db {
namespace {

class BulkInsert : public testing::TestWithParam<Backend> {
protected:
    BulkInsert() {
        session.script("CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL, note TEXT, extra BIGINT)");
    }
    std::int64_t count(char const* where) {
        return session.scalar<std::int64_t>(std::string("SELECT count(*) FROM thing WHERE ") + where);
    }
    std::vector<std::string> const columns{"id", "name", "note", "extra"};
    ScratchDatabase scratch{GetParam()};
    Session session = open(scratch.address(), Mode::write);
};
INSTANTIATE_TEST_SUITE_P(Db, BulkInsert, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(BulkInsert, BringsEveryValueAcrossAsItIs) {
    std::vector<std::string> const texts = {"",     "plain", "\"quoted\"", "back\\slash", "{a,b}", "NULL",     "null",
                                            "a, b", " x ",   "新疆",       "line\nbreak", "\t",    "'",        "\\\"",
                                            "☃ 𝄞",  "\x01",  ":name",      "$1",          "%s",    "{\"x\":1}"};
    std::vector<Params> rows;
    for (std::size_t i = 0; i < texts.size(); ++i)
        rows.push_back({std::uint64_t{i} + 5'000'000'000, texts[i], texts[i], -5'000'000'000});
    session.bulk_insert("thing", columns, rows);
    auto const back = session.query<std::int64_t, std::string, std::string, std::int64_t>(
        "SELECT id, name, note, extra FROM thing ORDER BY id");
    ASSERT_EQ(back.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        EXPECT_EQ(back[i], std::make_tuple(static_cast<std::int64_t>(i) + 5'000'000'000, texts[i], texts[i],
                                           std::int64_t{-5'000'000'000}));
}

TEST_P(BulkInsert, KeepsNullsApartAlsoInColumnsThatHaveNothingElse) {
    session.bulk_insert("thing", columns, {{1, "a", nullptr, nullptr}, {2, "b", "", nullptr}});
    session.bulk_insert("thing", columns, {{3, "c", nullptr, nullptr}, {4, "d", nullptr, 7}});
    EXPECT_EQ(count("note IS NULL"), 3);
    EXPECT_EQ(count("note = ''"), 1);
    EXPECT_EQ(count("extra IS NULL"), 3);
    EXPECT_EQ(count("extra = 7"), 1);
    session.script("CREATE TABLE loose (a TEXT, b BIGINT)");
    session.bulk_insert("loose", {"a", "b"}, {{nullptr, nullptr}, {nullptr, nullptr}});
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT count(*) FROM loose WHERE a IS NULL AND b IS NULL"), 2);
}

TEST_P(BulkInsert, TakesMoreRowsThanOneStatementHolds) {
    std::vector<Params> rows;
    for (int i = 0; i < 4321; ++i)
        rows.push_back({i, "name " + std::to_string(i), nullptr, i % 3 == 0 ? Value(i) : nullptr});
    UnitOfWork work(session);
    session.bulk_insert("thing", columns, rows);
    work.commit();
    EXPECT_EQ(count("1 = 1"), 4321);
    EXPECT_EQ(count("extra IS NOT NULL"), 1441);
    EXPECT_EQ(session.scalar<std::string>("SELECT name FROM thing WHERE id = 4320"), "name 4320");
    session.bulk_insert("thing", columns, {});
    EXPECT_EQ(count("1 = 1"), 4321);
}

TEST_P(BulkInsert, ReportsAConstraintLikeAnyOtherStatement) {
    UnitOfWork work(session);
    work.savepoint();
    try {
        session.bulk_insert("thing", columns, {{1, "a", nullptr, nullptr}, {1, "b", nullptr, nullptr}});
        FAIL() << "a duplicate key";
    } catch (DbError const& error) { EXPECT_EQ(error.fault(), Fault::constraint); }
    work.rollback_to_savepoint();
    work.commit();
    EXPECT_EQ(count("1 = 1"), 0);
}

TEST_P(BulkInsert, RefusesRowsThatDoNotFit) {
    EXPECT_THROW(session.bulk_insert("thing", columns, {{1, "a", nullptr}}), std::logic_error);
    EXPECT_THROW(session.bulk_insert("thing", columns, {{1, std::string("a\0b", 3), nullptr, nullptr}}),
                 std::invalid_argument);
    EXPECT_EQ(count("1 = 1"), 0);
}

}  // namespace
}  // namespace anping::db
