// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include <anping/db/testing.hpp>

namespace anping::db {
namespace {

template <class Act>
std::optional<Fault> fault_of(Act const& act) {
    try {
        act();
    } catch (DbError const& error) { return error.fault(); }
    return std::nullopt;
}

class Faults : public testing::TestWithParam<Backend> {
protected:
    Faults() {
        session.script(
            "CREATE TABLE parent (id BIGINT PRIMARY KEY);"
            "CREATE TABLE child (id BIGINT PRIMARY KEY, parent BIGINT NOT NULL REFERENCES parent (id),"
            " size BIGINT NOT NULL CHECK (size > 0), code TEXT UNIQUE)");
        session.exec("INSERT INTO parent (id) VALUES (1)");
        session.exec("INSERT INTO child (id, parent, size, code) VALUES (1, 1, 1, 'a')");
    }
    ScratchDatabase scratch{GetParam()};
    Session session = open(scratch.address(), Mode::write);
};
INSTANTIATE_TEST_SUITE_P(Db, Faults, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(Faults, OfEveryKindOfConstraintAreConstraint) {
    auto const insert = [&](Value id, Value parent, Value size, Value code) {
        return fault_of([&] {
            session.exec("INSERT INTO child (id, parent, size, code) VALUES (:id, :parent, :size, :code)",
                         {id, parent, size, code});
        });
    };
    EXPECT_EQ(insert(1, 1, 1, "b"), Fault::constraint);        // primary key
    EXPECT_EQ(insert(2, 1, 1, "a"), Fault::constraint);        // unique
    EXPECT_EQ(insert(2, 2, 1, "b"), Fault::constraint);        // foreign key
    EXPECT_EQ(insert(2, 1, 0, "b"), Fault::constraint);        // check
    EXPECT_EQ(insert(2, 1, nullptr, "b"), Fault::constraint);  // not null
    EXPECT_EQ(insert(2, 1, 1, "b"), std::nullopt);
}

TEST_P(Faults, OfBadStatementsAreOther) {
    EXPECT_EQ(fault_of([&] { session.exec("INSERT INTO"); }), Fault::other);
    EXPECT_EQ(fault_of([&] { session.query<std::string>("SELECT no FROM parent"); }), Fault::other);
    EXPECT_EQ(fault_of([&] { session.script("CREATE NONSENSE"); }), Fault::other);
}

TEST_P(Faults, OfWritingThroughAReaderAreReadOnly) {
    auto reader = open(scratch.address(), Mode::read);
    EXPECT_EQ(fault_of([&] { reader.exec("INSERT INTO parent (id) VALUES (2)"); }), Fault::read_only);
    EXPECT_EQ(fault_of([&] { reader.script("CREATE TABLE other (id BIGINT)"); }), Fault::read_only);
    EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM parent"), 1);
}

TEST_P(Faults, OfWaitingForALockAreBusy) {
    auto other = open(scratch.address(), Mode::write);
    if (GetParam() == Backend::sqlite) other.script("PRAGMA busy_timeout=1");
    else other.script("SET lock_timeout = 1");
    UnitOfWork work(session);
    session.exec("UPDATE parent SET id = id");
    EXPECT_EQ(fault_of([&] {
                  UnitOfWork second(other);
                  other.exec("UPDATE parent SET id = id");
              }),
              Fault::busy);
}

TEST(SqliteFaults, OfAFullDiskEndTheTransactionAndLeaveTheSessionUsable) {
    ScratchDatabase scratch(Backend::sqlite);
    auto session = open(scratch.address(), Mode::write);
    session.script("CREATE TABLE filler (text TEXT NOT NULL); CREATE TABLE entry (seq BIGINT)");
    session.script("PRAGMA max_page_count=50");
    std::string const page(4000, 'x');
    {
        UnitOfWork work(session);
        session.exec("INSERT INTO entry (seq) VALUES (1)");
        EXPECT_EQ(fault_of([&] {
                      for (int i = 0; i < 100; ++i) session.exec("INSERT INTO filler (text) VALUES (:text)", {page});
                  }),
                  Fault::full);
        if (!work.stands()) { EXPECT_THROW(work.commit(), DbError); }
    }
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT count(*) FROM entry"), 0);
    session.script("PRAGMA max_page_count=10000");
    UnitOfWork work(session);
    session.exec("INSERT INTO filler (text) VALUES (:text)", {page});
    session.exec("INSERT INTO entry (seq) VALUES (2)");
    work.commit();
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT seq FROM entry"), 2);
}

TEST(SqliteFaults, OfADamagedOrUnreachableFileAreIo) {
    ScratchDatabase scratch(Backend::sqlite);
    std::ofstream(scratch.address().target) << std::string(5000, 'x');
    EXPECT_EQ(fault_of([&] { open(scratch.address(), Mode::write); }), Fault::io);
    EXPECT_EQ(fault_of([] { open({Backend::sqlite, "/nonexistent/folder/x.db"}, Mode::write); }), Fault::io);
}

TEST(SqliteSession, HasTheSettingsEveryoneReliesOn) {
    ScratchDatabase scratch(Backend::sqlite);
    auto writer = open(scratch.address(), Mode::write);
    EXPECT_EQ(writer.scalar<std::string>("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(writer.scalar<std::int64_t>("PRAGMA synchronous"), 2);  // FULL
    EXPECT_EQ(writer.scalar<std::int64_t>("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(writer.scalar<std::int64_t>("PRAGMA busy_timeout"), 5000);
    EXPECT_EQ(writer.scalar<std::int64_t>("PRAGMA query_only"), 0);
    auto reader = open(scratch.address(), Mode::read);
    EXPECT_EQ(reader.scalar<std::int64_t>("PRAGMA query_only"), 1);
    EXPECT_EQ(reader.scalar<std::int64_t>("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(reader.scalar<std::int64_t>("PRAGMA busy_timeout"), 5000);
}

TEST(SqliteSession, OpensFilesWithBlanksAndEqualsSignsInTheirPath) {
    ScratchDatabase scratch(Backend::sqlite);
    auto const folder = scratch.address().target.substr(0, scratch.address().target.rfind('/'));
    for (auto const* name : {"/a b.db", "/a=b.db", "/数据 库 = x.db", "/q%20?.db"}) {
        auto const path = folder + name;
        open({Backend::sqlite, path}, Mode::write).script("CREATE TABLE t (a BIGINT)");
        EXPECT_TRUE(std::ifstream(path).good()) << path;
    }
}

class PostgresSession : public testing::Test {
protected:
    void SetUp() override {
        if (scratch_backends().size() == 1) GTEST_SKIP() << "ANPING_TEST_NO_PG=1";
    }
    static void terminate(Session& victim, ScratchDatabase const& scratch) {
        auto const pid = victim.scalar<std::int64_t>("SELECT pg_backend_pid()");
        auto killer = open(scratch.address(), Mode::write);
        killer.query<std::string>("SELECT pg_terminate_backend(:pid::int, 5000)::text", {pid});
    }
};

TEST_F(PostgresSession, HasTheSettingsEveryoneReliesOn) {
    ScratchDatabase scratch(Backend::postgres);
    auto weak = scratch.address();
    weak.target += "\\ -csynchronous_commit=off";  // the address ends in its options
    EXPECT_EQ(open(weak, Mode::read).scalar<std::string>("SELECT current_setting('synchronous_commit')"), "off");
    auto writer = open(weak, Mode::write);
    EXPECT_EQ(writer.scalar<std::string>("SELECT current_setting('synchronous_commit')"), "on");
    EXPECT_EQ(writer.scalar<std::string>("SELECT current_setting('TimeZone')"), "UTC");
    EXPECT_EQ(writer.scalar<std::string>("SELECT current_setting('client_encoding')"), "UTF8");
}

TEST_F(PostgresSession, LostInsideAUnitOfWorkIsDisconnectedAndNothingIsKept) {
    ScratchDatabase scratch(Backend::postgres);
    auto session = open(scratch.address(), Mode::write);
    session.script("CREATE TABLE entry (seq BIGINT)");
    {
        UnitOfWork work(session);
        session.exec("INSERT INTO entry (seq) VALUES (:seq)", {1});
        terminate(session, scratch);
        EXPECT_EQ(fault_of([&] { session.exec("INSERT INTO entry (seq) VALUES (:seq)", {2}); }), Fault::disconnected);
        EXPECT_FALSE(work.stands());
        EXPECT_EQ(fault_of([&] { work.commit(); }), Fault::disconnected);
    }
    EXPECT_EQ(fault_of([&] { session.exec("INSERT INTO entry (seq) VALUES (:seq)", {3}); }), Fault::disconnected)
        << "a session never reconnects behind its user's back";
    session = open(scratch.address(), Mode::write);
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT count(*) FROM entry"), 0);
}

TEST_F(PostgresSession, LostAtTheCommitSaysThatTheOutcomeIsUnknown) {
    ScratchDatabase scratch(Backend::postgres);
    auto session = open(scratch.address(), Mode::write);
    session.script("CREATE TABLE entry (seq BIGINT)");
    UnitOfWork work(session);
    session.exec("INSERT INTO entry (seq) VALUES (:seq)", {1});
    terminate(session, scratch);
    EXPECT_EQ(fault_of([&] { work.commit(); }), Fault::disconnected);
}

TEST_F(PostgresSession, ThatCannotBeOpenedIsDisconnected) {
    EXPECT_EQ(fault_of([] { open({Backend::postgres, "host=/nonexistent dbname=x"}, Mode::read); }),
              Fault::disconnected);
}

}  // namespace
}  // namespace anping::db
