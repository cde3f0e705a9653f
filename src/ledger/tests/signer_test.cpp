// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <anping/ledger/keys.hpp>
#include <anping/ledger/receipts.hpp>
#include <anping/ledger/signer.hpp>

#include "support.hpp"

namespace anping::ledger {
namespace {

class LedgerSigner : public LedgerTest {
protected:
    Signer signer() { return {scratch_.address(), {directory_.path, "", "0.1.0"}, key_, clock_}; }
    std::string refusal() {
        auto one = signer();
        auto const result = one.sign();
        return result ? "signed" : result.error().internal;
    }
    crypto::Sm2PrivateKey key_ = load_or_make_signing_key(directory_.path, "").value();
};
INSTANTIATE_TEST_SUITE_P(Db, LedgerSigner, testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(LedgerSigner, SignsNothingOfAnEmptyLedger) {
    open();
    auto one = signer();
    EXPECT_FALSE(one.sign().value());
    EXPECT_FALSE(latest_head(directory_.path).has_value());
}

TEST_P(LedgerSigner, SignsTheTreeOnceAndAgainWhenItHasGrown) {
    fill(5);
    auto one = signer();
    auto const first = one.sign().value();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->size, 5);
    EXPECT_EQ(first->origin, "example.cn/ledger");
    EXPECT_FALSE(one.sign().value());
    open().apply(put("s-9", "more", 1)).value();
    EXPECT_EQ(one.sign().value()->size, 6);
    writer_->apply(put("s-9", "and more", 1)).value();
    auto two = signer();  // a process of its own goes on from the state file
    EXPECT_EQ(two.sign().value()->size, 7);
    auto const latest = latest_head(directory_.path).value();
    EXPECT_EQ(latest.size, 7);
    EXPECT_TRUE(open_note(latest.note, load_public_key(directory_.path).value()).has_value());
    EXPECT_EQ(newest_heads(directory_.path, 2).size(), 2U);
    EXPECT_EQ(newest_heads(directory_.path, 10).back().size, 5);
}

TEST_P(LedgerSigner, WritesTheHeadItOwesAfterACrash) {
    fill(5);
    auto one = signer();
    one.sign().value();
    std::filesystem::remove(directory_.path + "/heads/5.note");
    EXPECT_EQ(one.sign().value()->size, 5);
}

TEST_P(LedgerSigner, RefusesALedgerThatWentBack) {
    fill(5);
    auto const old_head =
        session()
            .one<std::string, std::string, std::int64_t, std::string>("SELECT root, leaf, at, seal FROM ledger_head")
            .value();
    open().apply(put("s-9", "more", 1)).value();
    signer().sign().value();
    close();
    auto db = session(db::Mode::write);
    auto const& [root, leaf, at, seal] = old_head;
    db.exec("UPDATE ledger_head SET size = 5, root = :root, leaf = :leaf, at = :at, seal = :seal",
            {root, leaf, at, seal});
    db.exec("DELETE FROM ledger WHERE seq = 5");
    EXPECT_EQ(refusal(), "the ledger went back from 6 to 5 entries");
    EXPECT_EQ(latest_head(directory_.path)->size, 6);
}

TEST_P(LedgerSigner, RefusesAnotherHistoryOfTheSameLength) {
    fill(5);
    signer().sign().value();
    auto const state = read_file(directory_.path + "/signer.state");
    // Another ledger under the same name, one entry longer.
    db::ScratchDatabase other(GetParam());
    TemporaryDirectory elsewhere;
    {
        WriterOptions options;
        options.directory = elsewhere.path;
        options.origin = "example.cn/ledger";
        Writer writer(other.address(), options, {&shelves_}, clock_);
        for (int i = 0; i < 6; ++i) writer.apply(put("s-0", std::to_string(i), 1)).value();
    }
    write_file(elsewhere.path + "/signer.state", state);
    Signer one(other.address(), {elsewhere.path, "", "0.1.0"}, key_, clock_);
    auto const result = one.sign();
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().internal, "entry 5 was changed");  // its prev is not the leaf signed last
}

TEST_P(LedgerSigner, RefusesChangedNewEntriesAndAWrongRoot) {
    fill(5);
    auto db = session(db::Mode::write);
    auto const body = db.scalar<std::string>("SELECT body FROM ledger WHERE seq = 3");
    auto edited = body;
    edited.replace(edited.find("book 3"), 6, "book 8");
    db.exec("UPDATE ledger SET body = :body WHERE seq = 3", {edited});
    EXPECT_EQ(refusal(), "entry 3 was changed");
    db.exec("UPDATE ledger SET body = :body WHERE seq = 3", {body});
    db.exec("UPDATE ledger_head SET root = leaf");
    EXPECT_EQ(refusal(), "ledger_head was changed outside this program");
    EXPECT_FALSE(latest_head(directory_.path).has_value());
}

TEST_P(LedgerSigner, RefusesWhenItsOwnStateIsDamaged) {
    fill(5);
    signer().sign().value();
    open().apply(put("s-9", "more", 1)).value();
    auto const path = directory_.path + "/signer.state";
    auto const state = read_file(path);
    auto bent = state;
    auto const place = bent.find("\"peaks\":[\"") + 12;
    bent[place] = bent[place] == '0' ? '1' : '0';
    write_file(path, bent);
    EXPECT_EQ(refusal(), "the signer's state is damaged");
    write_file(path, "{");
    EXPECT_EQ(refusal(), "the signer's state is damaged");
    write_file(path, state);
    EXPECT_EQ(refusal(), "signed");
}

TEST_P(LedgerSigner, ReceiptsLeadToTheNewestSignedHead) {
    fill(300);
    EXPECT_FALSE(receipt_of(*std::make_unique<db::Session>(session()), directory_.path, 4).has_value());
    signer().sign().value();
    open().apply(put("s-9", "more", 1)).value();
    auto db = session();
    auto const receipt = receipt_of(db, directory_.path, 4);
    ASSERT_TRUE(receipt.has_value());
    EXPECT_EQ(receipt->receipt.size, 300);
    auto const note = open_note(receipt->head, key_.public_key());
    ASSERT_TRUE(note.has_value());
    EXPECT_EQ(crypto::to_hex(note->checkpoint.root), receipt->receipt.root);
    crypto::Proof proof;
    for (auto const& hex : receipt->receipt.proof) proof.push_back(crypto::digest_from_hex(hex).value());
    EXPECT_TRUE(crypto::verify_inclusion(note->checkpoint.hash, crypto::digest_from_hex(receipt->receipt.leaf).value(),
                                         4, 300, proof, note->checkpoint.root));
    EXPECT_EQ(receipt_of(db, directory_.path, 300).error().key, "ledger.no_head");
    EXPECT_EQ(receipt_of(db, directory_.path, 999).error().key, "ledger.no_entry");
    EXPECT_EQ(receipt_of(db, directory_.path, -1).error().key, "ledger.no_entry");
    EXPECT_TRUE(consistency(db, directory_.path, 7, 300).has_value());
    EXPECT_FALSE(consistency(db, directory_.path, 7, 301).has_value());
    EXPECT_FALSE(consistency(db, directory_.path, 8, 7).has_value());
    EXPECT_FALSE(consistency(db, directory_.path, 0, 7).has_value());
    EXPECT_EQ(entries_about(db, "s-9", -1, 10).size(), 1U);
    EXPECT_EQ(entries_about(db, "s-1", 1, 3).front().seq, 8);
    EXPECT_FALSE(find_entry(db, 301));
}

TEST_P(LedgerSigner, KeepsRecentHeadsAndTheLastOfEachDay) {
    auto& writer = open();
    auto one = signer();
    for (int i = 0; i < 100; ++i) {
        if (i == 20) clock_.advance_seconds(24 * 3600);
        writer.apply(put("s-0", std::to_string(i), 1)).value();
        one.sign().value();
    }
    auto const heads = newest_heads(directory_.path, 1000);
    EXPECT_EQ(heads.size(), 65U);
    EXPECT_EQ(heads.front().size, 100);
    EXPECT_EQ(heads.back().size, 20);  // the last of the first day
}

TEST(LedgerKeys, AreMadeOnceAndBelongToTheirOwner) {
    TemporaryDirectory directory;
    auto const made = load_or_make_signing_key(directory.path, "secret").value();
    struct stat status{};
    ASSERT_EQ(::stat((directory.path + "/keys/ledger.key").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    auto const again = load_or_make_signing_key(directory.path, "secret").value();
    EXPECT_EQ(fingerprint(again.public_key()), fingerprint(made.public_key()));
    EXPECT_FALSE(load_or_make_signing_key(directory.path, "wrong").has_value());
    EXPECT_EQ(fingerprint(load_public_key(directory.path).value()), fingerprint(made.public_key()));
    auto const data = load_or_make_data_key(directory.path).value();
    EXPECT_EQ(load_or_make_data_key(directory.path).value(), data);
    write_file(directory.path + "/keys/data.key", "short");
    EXPECT_FALSE(load_or_make_data_key(directory.path).has_value());
}

}  // namespace
}  // namespace anping::ledger
