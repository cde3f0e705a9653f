// SPDX-License-Identifier: Apache-2.0
// Connections that break while PostgreSQL commits.
#include <regex>

#include "relay.hpp"
#include "support.hpp"

namespace anping::ledger {
namespace {

class CommitOutcome : public LedgerTest {
protected:
    void SetUp() override {
        auto const target = scratch_.address().target;
        std::smatch host, port;
        ASSERT_TRUE(std::regex_search(target, host, std::regex("host=(\\S+)"))) << target;
        auto const has_port = std::regex_search(target, port, std::regex("port=(\\S+)"));
        relay_ = std::make_unique<Relay>(directory_.path,
                                         host[1].str() + "/.s.PGSQL." + (has_port ? port[1].str() : "5432"));
        auto through = std::regex_replace(target, std::regex("host=\\S+"), "host=" + directory_.path);
        through = std::regex_replace(through, std::regex("port=\\S+"), "port=5432");
        WriterOptions options;
        options.directory = directory_.path;
        writer_ = std::make_unique<Writer>(db::Address{db::Backend::postgres, through}, options,
                                           std::vector<Projection*>{&shelves_}, clock_);
    }
    void TearDown() override { writer_.reset(); }
    std::unique_ptr<Relay> relay_;
};
std::vector<db::Backend> postgres_alone() {
    auto const all = db::scratch_backends();
    return {all.begin() + 1, all.end()};
}
INSTANTIATE_TEST_SUITE_P(Db, CommitOutcome, testing::ValuesIn(postgres_alone()), db::BackendName{});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CommitOutcome);

TEST_P(CommitOutcome, ACommitThatHappenedIsAnsweredThoughItsAnswerWasLost) {
    writer_->apply(put("s-1", "before", 1)).value();
    relay_->lose_next_commit();
    auto const written = writer_->apply(put("s-1", "during", 2, "k", "aa"));
    ASSERT_TRUE(written.has_value()) << written.error().internal;
    EXPECT_EQ(written->receipt->entry, 1);
    EXPECT_TRUE(writer_->healthy());
    EXPECT_EQ(writer_->size(), 2);
    EXPECT_TRUE(writer_->apply(put("s-1", "during", 2, "k", "aa"))->replayed);
    EXPECT_EQ(writer_->apply(put("s-1", "after", 3))->receipt->entry, 2);
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT books FROM shelf_total"), 3);
}

TEST_P(CommitOutcome, ACommitThatDidNotHappenIsRefused) {
    writer_->apply(put("s-1", "before", 1)).value();
    session(db::Mode::write)
        .script(
            "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
            "pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
            "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON shelf_book DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION cut()");
    auto const lost = writer_->apply(put("s-1", "during", 2, "k", "aa"));
    ASSERT_FALSE(lost.has_value());
    EXPECT_EQ(lost.error().key, "ledger.unavailable");
    EXPECT_FALSE(writer_->healthy());
    session(db::Mode::write).script("DROP TRIGGER cut ON shelf_book");
    auto const again = writer_->apply(put("s-1", "during", 2, "k", "aa"));
    ASSERT_TRUE(again.has_value()) << again.error().internal;
    EXPECT_FALSE(again->replayed);
    EXPECT_EQ(again->receipt->entry, 1);
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT books FROM shelf_total"), 2);
}

TEST_P(CommitOutcome, AConnectionCutInsideAChangeFailsItsGroupOnly) {
    Change cut = put("s-1", "cut", 1);
    cut.decide = [](Transaction& transaction) -> Result<Decided> {
        transaction.session().exec("SELECT pg_terminate_backend(pg_backend_pid())");
        return Decided{};
    };
    EXPECT_EQ(writer_->apply(cut).error().key, "ledger.unavailable");
    EXPECT_EQ(writer_->apply(put("s-1", "next", 1))->receipt->entry, 0);
}

}  // namespace
}  // namespace anping::ledger
