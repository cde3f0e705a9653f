// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <set>
#include <thread>

#include <anping/ledger/tree.hpp>

#include "support.hpp"

namespace anping::ledger {
namespace {

class LedgerWriter : public LedgerTest {};
INSTANTIATE_TEST_SUITE_P(Db, LedgerWriter, testing::ValuesIn(db::scratch_backends()), db::BackendName{});

constexpr auto kSm3 = crypto::HashAlgorithm::sm3;

// True when the receipt's proof leads from its leaf to its root.
bool holds(Receipt const& receipt) {
    crypto::Proof proof;
    for (auto const& hex : receipt.proof) proof.push_back(crypto::digest_from_hex(hex).value());
    return crypto::verify_inclusion(kSm3, crypto::digest_from_hex(receipt.leaf).value(),
                                    static_cast<std::uint64_t>(receipt.entry), static_cast<std::uint64_t>(receipt.size),
                                    proof, crypto::digest_from_hex(receipt.root).value());
}

TEST_P(LedgerWriter, AnswersAChangeWithAReceiptThatHolds) {
    auto& writer = open();
    auto const written = writer.apply(put("s-1", "论语", 300));
    ASSERT_TRUE(written.has_value()) << written.error().internal;
    EXPECT_EQ(written->answer, (json::value{{"title", "论语"}}));
    ASSERT_TRUE(written->receipt);
    EXPECT_EQ(written->receipt->entry, 0);
    EXPECT_EQ(written->receipt->size, 1);
    EXPECT_EQ(written->receipt->hash, "sm3");
    EXPECT_TRUE(holds(*written->receipt));
    EXPECT_FALSE(written->replayed);
    EXPECT_EQ(writer.size(), 1);
    EXPECT_TRUE(writer.healthy());
    auto db = session();
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT pages FROM shelf_total WHERE subject = 's-1'"), 300);
    EXPECT_EQ(db.scalar<std::string>("SELECT leaf FROM ledger WHERE seq = 0"), written->receipt->leaf);
    EXPECT_EQ(db.scalar<std::string>("SELECT root FROM ledger_head"), written->receipt->root);
}

TEST_P(LedgerWriter, CommitsWhatEightThreadsQueueInGroups) {
    auto& writer = open();
    std::atomic<int> commits = 0;
    writer.on_commit([&](std::int64_t) { ++commits; });
    constexpr int kThreads = 8, kEach = 50, kAtOnce = 10;
    std::vector<std::vector<Receipt>> receipts(kThreads);
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < kEach; i += kAtOnce) {
                std::vector<std::future<Result<Written>>> pending;
                for (int k = 0; k < kAtOnce; ++k)
                    pending.push_back(writer.submit(put("s-" + std::to_string(t), "book " + std::to_string(i + k), 1)));
                for (auto& one : pending) receipts[static_cast<std::size_t>(t)].push_back(*one.get()->receipt);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(writer.size(), kThreads * kEach);
    EXPECT_LT(commits, kThreads * kEach);
    std::set<std::int64_t> entries;
    for (auto const& of_thread : receipts)
        for (auto const& receipt : of_thread) {
            EXPECT_TRUE(holds(receipt));
            entries.insert(receipt.entry);
        }
    EXPECT_EQ(entries.size(), static_cast<std::size_t>(kThreads * kEach));
    auto db = session();
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT count(*) FROM shelf_book"), kThreads * kEach);
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT count(*) FROM shelf_total WHERE books = 50"), kThreads);
}

TEST_P(LedgerWriter, ARefusalLeavesNothingBehindAndItsNeighboursStand) {
    auto& writer = open();
    writer.apply(put("s-1", "first", 1)).value();
    std::promise<void> gate;
    auto opened = gate.get_future().share();
    Change slow = put("s-1", "second", 2);
    slow.decide = [opened, decide = slow.decide](Transaction& transaction) {
        opened.wait();
        return decide(transaction);
    };
    Change refused;
    refused.actor = librarian();
    refused.decide = [](Transaction& transaction) -> Result<Decided> {
        transaction.session().exec("UPDATE shelf_total SET books = 99");
        EXPECT_EQ(transaction.next_seq(), 3);
        return fail(ErrorCode::refused, "shelf.full", "书架已满");
    };
    Change faulty = refused;
    faulty.decide = [](Transaction& transaction) -> Result<Decided> {
        transaction.session().exec("UPDATE shelf_total SET books = 98");
        throw std::logic_error("bug");
    };
    Change twice = put("s-1", "first", 7);  // the projection's primary key refuses it
    auto a = writer.submit(std::move(slow));
    auto b = writer.submit(put("s-1", "third", 3));
    auto c = writer.submit(std::move(refused));
    auto d = writer.submit(std::move(faulty));
    auto e = writer.submit(std::move(twice));
    auto f = writer.submit(put("s-1", "fourth", 4));
    gate.set_value();
    EXPECT_TRUE(a.get().has_value());
    EXPECT_TRUE(b.get().has_value());
    EXPECT_EQ(c.get().error().key, "shelf.full");
    EXPECT_THROW(d.get(), std::logic_error);
    EXPECT_THROW(e.get(), db::DbError);
    auto const last = f.get();
    ASSERT_TRUE(last.has_value());
    EXPECT_EQ(last->receipt->entry, 3);
    EXPECT_TRUE(holds(*last->receipt));
    auto db = session();
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT books FROM shelf_total"), 4);
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT count(*) FROM ledger"), 4);
}

TEST_P(LedgerWriter, AnIdempotencyKeyIsAnsweredOnceAlsoAfterARestart) {
    auto const key = std::string("k-1");
    auto const first = open().apply(put("s-1", "once", 1, key, "aa")).value();
    for (int i = 0; i < 300; ++i) writer_->apply(put("s-2", std::to_string(i), 1)).value();
    auto const again = writer_->apply(put("s-1", "once", 1, key, "aa")).value();
    EXPECT_TRUE(again.replayed);
    EXPECT_EQ(again.answer, first.answer);
    EXPECT_EQ(to_json(*again.receipt), to_json(*first.receipt));
    close();
    auto const later = open().apply(put("s-1", "once", 1, key, "aa")).value();
    EXPECT_TRUE(later.replayed);
    EXPECT_EQ(to_json(*later.receipt), to_json(*first.receipt));
    auto const other = writer_->apply(put("s-1", "other", 1, key, "bb"));
    ASSERT_FALSE(other.has_value());
    EXPECT_EQ(other.error().code, ErrorCode::conflict);
    EXPECT_EQ(other.error().key, "ledger.key_reused");
    Change stranger = put("s-1", "mine", 1, key, "cc");
    stranger.actor.account = "a-2";
    EXPECT_TRUE(writer_->apply(stranger).has_value());
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT count(*) FROM ledger"), 302);
}

TEST_P(LedgerWriter, RetriesInOneGroupAreOneChange) {
    auto& writer = open();
    std::promise<void> gate;
    auto opened = gate.get_future().share();
    Change slow = put("s-0", "slow", 2);
    slow.decide = [opened, decide = slow.decide](Transaction& t) { return opened.wait(), decide(t); };
    auto zero = writer.submit(std::move(slow));
    auto a = writer.submit(put("s-1", "once", 1, "k", "aa"));
    auto b = writer.submit(put("s-1", "once", 1, "k", "aa"));
    auto c = writer.submit(put("s-1", "else", 1, "k", "bb"));
    gate.set_value();
    auto const first = a.get().value();
    auto const second = b.get().value();
    EXPECT_TRUE(second.replayed);
    EXPECT_EQ(to_json(*second.receipt), to_json(*first.receipt));
    EXPECT_EQ(c.get().error().key, "ledger.key_reused");
    EXPECT_EQ(writer.size(), 2);
}

TEST_P(LedgerWriter, AChangeWithoutEventsKeepsItsWritesAndHasNoReceipt) {
    auto& writer = open();
    session(db::Mode::write).script("CREATE TABLE kept (name TEXT NOT NULL PRIMARY KEY)");
    Change change;
    change.actor = librarian();
    change.idempotency_key = "k";
    change.decide = [](Transaction& transaction) -> Result<Decided> {
        transaction.session().exec("INSERT INTO kept (name) VALUES (:name)", {"x"});
        return Decided{{}, "done"};
    };
    auto const written = writer.apply(change).value();
    EXPECT_FALSE(written.receipt);
    auto const again = writer.apply(change).value();
    EXPECT_TRUE(again.replayed);
    EXPECT_EQ(again.answer, json::value("done"));
    EXPECT_FALSE(again.receipt);
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT count(*) FROM kept"), 1);
    EXPECT_EQ(writer.size(), 0);
}

TEST_P(LedgerWriter, ALostTransactionFailsItsGroupAndTheNextChangeRecovers) {
    auto& writer = open();
    writer.apply(put("s-1", "before", 1)).value();
    std::promise<void> gate;
    auto opened = gate.get_future().share();
    Change slow = put("s-1", "with it", 2);
    slow.decide = [opened, decide = slow.decide](Transaction& t) { return opened.wait(), decide(t); };
    Change breaks = put("s-1", "breaks", 1);
    breaks.decide = [decide = breaks.decide](Transaction& transaction) {
        transaction.session().script("ROLLBACK");
        return decide(transaction);
    };
    auto zero = writer.submit(put("s-1", "alone", 1));
    zero.get().value();
    auto a = writer.submit(std::move(slow));
    auto b = writer.submit(std::move(breaks));
    auto c = writer.submit(put("s-1", "after it", 3));
    gate.set_value();
    int lost = 0;
    for (auto* one : {&a, &b, &c}) {
        auto const result = one->get();
        if (result) continue;
        EXPECT_EQ(result.error().key, "ledger.unavailable");
        EXPECT_EQ(result.error().code, ErrorCode::unavailable);
        ++lost;
    }
    EXPECT_GE(lost, 1);
    auto const next = writer.apply(put("s-9", "next", 1));
    ASSERT_TRUE(next.has_value());
    EXPECT_TRUE(holds(*next->receipt));
    EXPECT_TRUE(writer.healthy());
    auto db = session();
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT count(*) FROM shelf_book"),
              db.scalar<std::int64_t>("SELECT count(*) FROM ledger"));
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT size FROM ledger_head"), next->receipt->size);
}

TEST_P(LedgerWriter, TimeNeverGoesBackwards) {
    auto& writer = open();
    writer.apply(put("s-1", "a", 1)).value();
    clock_.set(Timestamp{clock_.now().micros - 3'600'000'000});
    Change change = put("s-1", "b", 1);
    Timestamp seen;
    change.decide = [&seen, decide = change.decide](Transaction& transaction) {
        seen = transaction.now();
        return decide(transaction);
    };
    writer.apply(change).value();
    EXPECT_EQ(seen, Timestamp{1'795'000'000'000'000});
    close();
    open().apply(put("s-1", "c", 1)).value();
    auto const body = session().scalar<std::string>("SELECT body FROM ledger WHERE seq = 2");
    EXPECT_EQ(parse_entry(body, kSm3).at, Timestamp{1'795'000'000'000'000});
}

TEST_P(LedgerWriter, AProcessThatFindsAnotherHeadReadsTheLedgerAgain) {
    auto& one = open();
    one.apply(put("s-1", "a", 1)).value();
    WriterOptions options;
    options.directory = directory_.path;
    Writer two(scratch_.address(), options, {&shelves_}, clock_);
    two.apply(put("s-1", "b", 1)).value();
    auto const third = one.apply(put("s-1", "c", 1)).value();
    EXPECT_EQ(third.receipt->entry, 2);
    EXPECT_TRUE(holds(*third.receipt));
    auto const fourth = two.apply(put("s-1", "d", 1)).value();
    EXPECT_EQ(fourth.receipt->entry, 3);
    EXPECT_TRUE(holds(*fourth.receipt));
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT books FROM shelf_total"), 4);
}

TEST_P(LedgerWriter, AFullQueueIsSaidAtOnce) {
    WriterOptions options;
    options.directory = directory_.path;
    options.queue_limit = 2;
    Writer writer(scratch_.address(), options, {&shelves_}, clock_);
    std::promise<void> gate, entered;
    auto opened = gate.get_future().share();
    Change slow = put("s-0", "slow", 2);
    slow.decide = [&entered, opened, decide = slow.decide](Transaction& t) {
        entered.set_value();
        opened.wait();
        return decide(t);
    };
    auto zero = writer.submit(std::move(slow));
    entered.get_future().wait();
    auto a = writer.submit(put("s-0", "a", 1));
    auto b = writer.submit(put("s-0", "b", 1));
    auto c = writer.submit(put("s-0", "c", 1));
    EXPECT_EQ(c.get().error().key, "ledger.queue_full");
    gate.set_value();
    EXPECT_TRUE(a.get().has_value());
    EXPECT_TRUE(b.get().has_value());
}

TEST_P(LedgerWriter, OpensALedgerItDidNotWriteAndRefusesAnotherHash) {
    fill(300);
    auto& writer = open();
    EXPECT_EQ(writer.size(), 300);
    EXPECT_TRUE(holds(*writer.apply(put("s-1", "more", 1)).value().receipt));
    close();
    WriterOptions options;
    options.directory = directory_.path;
    options.hash = crypto::HashAlgorithm::sha256;
    EXPECT_THROW(Writer(scratch_.address(), options, {&shelves_}, clock_), std::runtime_error);
}

TEST_P(LedgerWriter, RefusesToOpenWhenEntriesDoNotMakeTheHead) {
    fill(10);
    session(db::Mode::write).exec("UPDATE ledger SET leaf = (SELECT leaf FROM ledger WHERE seq = 1) WHERE seq = 4");
    std::filesystem::remove_all(directory_.path + "/tiles");
    EXPECT_THROW(open(), std::runtime_error);
}

TEST_P(LedgerWriter, ProjectionsAreMadeAnewWhenTheirStampChanges) {
    fill(20);
    session(db::Mode::write).exec("DELETE FROM shelf_total");
    open();
    close();
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT count(*) FROM shelf_total"), 0);
    Shelves changed("2");
    WriterOptions options;
    options.directory = directory_.path;
    Writer writer(scratch_.address(), options, {&changed}, clock_);
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT count(*) FROM shelf_total"), 7);
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT count(*) FROM shelf_book"), 20);
    EXPECT_EQ(session().scalar<std::string>("SELECT stamp FROM ledger_projection"), "2");
}

TEST_P(LedgerWriter, AWriterWhoseProjectionsWereRebuiltByANewerProgramStops) {
    auto& old = open();
    old.apply(put("s-1", "a", 1)).value();
    Shelves changed("2");
    WriterOptions options;
    options.directory = directory_.path;
    Writer newer(scratch_.address(), options, {&changed}, clock_);
    EXPECT_EQ(old.apply(put("s-1", "b", 1)).error().key, "ledger.unavailable");
    EXPECT_FALSE(old.healthy());
    EXPECT_TRUE(newer.apply(put("s-1", "b", 1)).has_value());
}

}  // namespace
}  // namespace anping::ledger
