// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include <anping/db/testing.hpp>

namespace anping::db {
namespace {

class Transactions : public testing::TestWithParam<Backend> {
protected:
    Transactions() { session.script("CREATE TABLE entry (seq BIGINT PRIMARY KEY, text TEXT NOT NULL)"); }
    void insert(std::int64_t seq, char const* text = "x") {
        session.exec("INSERT INTO entry (seq, text) VALUES (:seq, :text)", {seq, text});
    }
    std::int64_t count() {
        auto reader = open(scratch.address(), Mode::read);
        return reader.scalar<std::int64_t>("SELECT count(*) FROM entry");
    }
    ScratchDatabase scratch{GetParam()};
    Session session = open(scratch.address(), Mode::write);
};
INSTANTIATE_TEST_SUITE_P(Db, Transactions, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(Transactions, AreSeenByOthersOnceCommitted) {
    UnitOfWork work(session);
    insert(1);
    EXPECT_EQ(count(), 0);
    work.commit();
    EXPECT_EQ(count(), 1);
    EXPECT_THROW(work.commit(), std::logic_error);
}

TEST_P(Transactions, RollBackUnlessCommitted) {
    {
        UnitOfWork work(session);
        insert(1);
    }
    EXPECT_EQ(count(), 0);
    try {
        UnitOfWork work(session);
        insert(1);
        throw std::runtime_error("decided otherwise");
    } catch (std::runtime_error const&) {}
    EXPECT_EQ(count(), 0);
    insert(1);
    EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, FailingSavepointRollsBackOnlyItself) {
    UnitOfWork work(session);
    for (std::int64_t command = 0; command < 10; ++command) {
        work.savepoint();
        insert(command);
        if (command % 3 != 1) {
            work.release_savepoint();
            continue;
        }
        EXPECT_THROW(insert(0), DbError);  // a duplicate: the command fails after its first write
        EXPECT_TRUE(work.stands());
        work.rollback_to_savepoint();
        EXPECT_TRUE(work.stands());
    }
    work.commit();
    EXPECT_EQ(count(), 7);
    EXPECT_EQ(session.query<std::int64_t>("SELECT seq FROM entry WHERE seq IN (1, 4, 7)").size(), 0u);
}

TEST_P(Transactions, KeepTheirStatementsThroughManyFailedSavepoints) {
    insert(0);
    for (int round = 0; round < 50; ++round) {
        UnitOfWork work(session);
        for (int command = 0; command < 4; ++command) {
            work.savepoint();
            EXPECT_THROW(insert(0), DbError);
            work.rollback_to_savepoint();
        }
        work.commit();
    }
    if (GetParam() == Backend::postgres) {
        EXPECT_LT(session.scalar<std::int64_t>("SELECT count(*) FROM pg_prepared_statements"), 10);
    }
}

TEST_P(Transactions, AllowOneSavepointAndOneUnitOfWorkAtATime) {
    UnitOfWork work(session);
    work.savepoint();
    EXPECT_THROW(work.savepoint(), std::logic_error);
    EXPECT_THROW(UnitOfWork second(session), std::logic_error);
    EXPECT_THROW(Snapshot second(session), std::logic_error);
    insert(1);
    work.commit();  // an open savepoint's work belongs to the transaction
    EXPECT_EQ(count(), 1);
}

TEST_P(Transactions, StandUntilAnErrorEndsThem) {
    UnitOfWork work(session);
    EXPECT_TRUE(work.stands());
    insert(1);
    EXPECT_TRUE(work.stands());
    session.script("ROLLBACK");  // what SQLite does by itself on a full disk
    EXPECT_FALSE(work.stands());
    EXPECT_THROW(work.commit(), DbError);
    EXPECT_FALSE(work.stands());
    EXPECT_EQ(count(), 0);
}

TEST_P(Transactions, DoNotPretendToCommitWhatHadFailed) {
    {
        UnitOfWork work(session);
        insert(1);
        EXPECT_THROW(insert(1), DbError);
        if (GetParam() == Backend::postgres) {
            // The error has ended it, and COMMIT alone would answer "ROLLBACK" without any error.
            EXPECT_FALSE(work.stands());
            EXPECT_THROW(work.commit(), DbError);
        } else {
            EXPECT_TRUE(work.stands());
            work.commit();
        }
    }
    EXPECT_EQ(count(), GetParam() == Backend::postgres ? 0 : 1);
}

TEST_P(Transactions, GiveASnapshotOneViewOfSeveralQueries) {
    auto reader = open(scratch.address(), Mode::read);
    insert(1);
    {
        Snapshot snapshot(reader);
        EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM entry"), 1);
        insert(2);
        EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM entry"), 1);
    }
    EXPECT_EQ(reader.scalar<std::int64_t>("SELECT count(*) FROM entry"), 2);
}

TEST_P(Transactions, SerialiseConcurrentReadModifyWriteWithoutAFailure) {
    session.script("CREATE TABLE counter (n BIGINT NOT NULL)");
    session.exec("INSERT INTO counter (n) VALUES (0)");
    constexpr int kThreads = 4;
    constexpr int kRounds = 50;
    std::vector<std::thread> threads;
    std::atomic<int> failures{0};
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([&] {
            auto mine = open(scratch.address(), Mode::write);
            // PostgreSQL locks the row that is read; on SQLite BEGIN IMMEDIATE has locked everything.
            auto const* const lock =
                GetParam() == Backend::postgres ? "SELECT n FROM counter FOR UPDATE" : "SELECT n FROM counter";
            for (int i = 0; i < kRounds; ++i) try {
                    UnitOfWork work(mine);
                    auto const n = mine.scalar<std::int64_t>(lock);
                    mine.exec("UPDATE counter SET n = :n", {n + 1});
                    work.commit();
                } catch (DbError const&) { ++failures; }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(session.scalar<std::int64_t>("SELECT n FROM counter"), kThreads * kRounds);
}

TEST_P(Transactions, LetReadersReadWhileAWriterWrites) {
    constexpr std::int64_t kPairs = 200;
    std::atomic<bool> done{false};
    std::atomic<int> reads{0};
    std::atomic<int> torn{0};
    std::atomic<int> failures{0};
    std::vector<std::thread> readers;
    for (int t = 0; t < 2; ++t)
        readers.emplace_back([&] {
            auto reader = open(scratch.address(), Mode::read);
            while (!done) try {
                    // Two rows a commit: an odd number would be half of one.
                    if (reader.scalar<std::int64_t>("SELECT count(*) FROM entry") % 2 != 0) ++torn;
                    ++reads;
                } catch (DbError const&) { ++failures; }
        });
    for (std::int64_t pair = 0; pair < kPairs || reads < 100; ++pair) {
        UnitOfWork work(session);
        insert(2 * pair);
        insert(2 * pair + 1);
        work.commit();
    }
    done = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(failures, 0);
}

}  // namespace
}  // namespace anping::db
