// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include <anping/db/testing.hpp>

namespace anping::db {
namespace {

using std::chrono::milliseconds;

class Pools : public testing::TestWithParam<Backend> {
protected:
    Pools() {
        auto writer = open(scratch.address(), Mode::write);
        writer.script("CREATE TABLE entry (seq BIGINT)");
        writer.exec("INSERT INTO entry (seq) VALUES (1)");
    }
    static std::int64_t count(Session& session) { return session.scalar<std::int64_t>("SELECT count(*) FROM entry"); }
    ScratchDatabase scratch{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Db, Pools, testing::ValuesIn(scratch_backends()), BackendName{});

TEST_P(Pools, LendNoMoreSessionsThanTheyHave) {
    Pool pool(scratch.address(), 2);
    auto first = pool.lease();
    {
        auto second = pool.lease();
        EXPECT_EQ(count(*first), 1);
        EXPECT_EQ(count(*second), 1);
        try {
            pool.lease(milliseconds(1));
            FAIL() << "a third session";
        } catch (DbError const& error) { EXPECT_EQ(error.fault(), Fault::busy); }
    }
    EXPECT_EQ(count(*pool.lease(milliseconds(1))), 1);
}

TEST_P(Pools, GiveAWaitingThreadTheSessionThatComesBack) {
    Pool pool(scratch.address(), 1);
    std::atomic<int> served{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i) {
                auto lease = pool.lease(std::chrono::minutes(1));
                if (count(*lease) == 1) ++served;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(served, 100);
}

TEST_P(Pools, LendOnlyReadersWithoutAnythingLeftOpen) {
    Pool pool(scratch.address(), 1);
    {
        auto lease = pool.lease();
        EXPECT_THROW(lease->exec("DELETE FROM entry"), DbError);
        lease->script("BEGIN");
        EXPECT_EQ(count(*lease), 1);
    }
    open(scratch.address(), Mode::write).exec("INSERT INTO entry (seq) VALUES (2)");
    EXPECT_EQ(count(*pool.lease()), 2);
}

TEST_P(Pools, MoveALeaseAlong) {
    Pool pool(scratch.address(), 1);
    auto lease = pool.lease();
    auto const moved = std::make_unique<Pool::Lease>(std::move(lease));
    EXPECT_EQ(count(**moved), 1);
    EXPECT_EQ(pool.address().target, scratch.address().target);
    EXPECT_THROW(Pool(scratch.address(), 0), std::invalid_argument);
}

TEST_P(Pools, GiveTheirPlaceBackWhenASessionCannotBeOpened) {
    Address nowhere = scratch.address();
    nowhere.target = GetParam() == Backend::sqlite ? "/nonexistent/x.db" : "host=/nonexistent dbname=x";
    Pool pool(nowhere, 1);
    for (int i = 0; i < 3; ++i) {
        try {
            pool.lease(milliseconds(1));
            FAIL() << "opened " << nowhere.target;
        } catch (DbError const& error) { EXPECT_NE(error.fault(), Fault::busy); }
    }
}

class PostgresPool : public testing::Test {
protected:
    void SetUp() override {
        if (scratch_backends().size() == 1) GTEST_SKIP() << "ANPING_TEST_NO_PG=1";
    }
    static void terminate(std::int64_t pid, ScratchDatabase const& scratch) {
        auto killer = open(scratch.address(), Mode::write);
        killer.query<std::string>("SELECT pg_terminate_backend(:pid::int, 5000)::text", {pid});
    }
    static std::int64_t pid_of(Session& session) { return session.scalar<std::int64_t>("SELECT pg_backend_pid()"); }
};

TEST_F(PostgresPool, ReplacesASessionLostWhileItWasLent) {
    ScratchDatabase scratch(Backend::postgres);
    Pool pool(scratch.address(), 1);
    std::int64_t lost = 0;
    {
        auto lease = pool.lease();
        lost = pid_of(*lease);
        terminate(lost, scratch);
        EXPECT_THROW(pid_of(*lease), DbError);
        EXPECT_THROW(pid_of(*lease), DbError) << "not before the next lease";
    }
    EXPECT_NE(pid_of(*pool.lease()), lost);
}

TEST_F(PostgresPool, ReplacesASessionLostWhileItWasIdleWithoutAnError) {
    ScratchDatabase scratch(Backend::postgres);
    Pool pool(scratch.address(), 1);
    auto const lost = pid_of(*pool.lease());
    EXPECT_EQ(pid_of(*pool.lease()), lost) << "an idle session is kept";
    terminate(lost, scratch);
    EXPECT_NE(pid_of(*pool.lease()), lost);
}

TEST(Address, IsReadFromItsText) {
    auto const file = parse_address("sqlite:/var/lib/anping/main.db");
    EXPECT_EQ(file.backend, Backend::sqlite);
    EXPECT_EQ(file.target, "/var/lib/anping/main.db");
    auto const server = parse_address("postgresql:host=/run dbname=anping");
    EXPECT_EQ(server.backend, Backend::postgres);
    EXPECT_EQ(server.target, "host=/run dbname=anping");
    for (auto const* bad : {"", "sqlite:", "postgresql:", "mysql:x", "/var/x.db", "sqlite::memory:", "sqlite:/a\"b"})
        EXPECT_THROW(parse_address(bad), std::invalid_argument) << bad;
}

}  // namespace
}  // namespace anping::db
