// SPDX-License-Identifier: Apache-2.0
#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>
#include <anping/ledger/personal.hpp>

#include "support.hpp"

namespace anping::ledger {
namespace {

struct MemberNamed {
    static constexpr char const* kType = "shelf.member_named";
    static constexpr std::int64_t kVersion = 1;
    Commitment name;
};
BOOST_DESCRIBE_STRUCT(MemberNamed, (), (name))

class PersonalValues : public LedgerTest {
protected:
    void SetUp() override {
        open();
        auto db = session(db::Mode::write);
        Personal::create(db);
    }
    Commitment name(std::string const& subject, std::string const& value) {
        Commitment commitment;
        Change change;
        change.actor = librarian();
        change.decide = [&](Transaction& transaction) -> Result<Decided> {
            commitment = personal_.put(transaction, subject, "name", value);
            return Decided{{event(subject, MemberNamed{commitment})}, nullptr};
        };
        writer_->apply(change).value();
        return commitment;
    }
    std::int64_t erase(std::string const& subject) {
        std::int64_t count = 0;
        Change change;
        change.actor = librarian();
        change.decide = [&](Transaction& transaction) -> Result<Decided> {
            count = personal_.erase(transaction, subject);
            return Decided{{Event{"shelf.member_erased", 1, subject, {}}}, nullptr};
        };
        writer_->apply(change).value();
        return count;
    }
    std::vector<Finding> findings() {
        VerifyOptions options{directory_.path};
        options.checks = {[this](Report const& report) {
            auto db = session();
            personal_.check(db, report);
        }};
        return verify(scratch_.address(), options).findings;
    }
    Personal personal_{std::string(crypto::kSealKeyBytes, 'k')};
};
INSTANTIATE_TEST_SUITE_P(Db, PersonalValues, testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(PersonalValues, AreReadBackAndStandNowhereInClear) {
    auto const commitment = name("member-1", "阿依古丽");
    auto db = session();
    EXPECT_EQ(personal_.get(db, commitment.ref), "阿依古丽");
    auto const opening = personal_.open(db, commitment.ref).value();
    EXPECT_EQ(commitment_digest(opening), commitment.digest);
    auto const body = db.scalar<std::string>("SELECT body FROM ledger WHERE seq = 0");
    EXPECT_NE(body.find(commitment.digest), std::string::npos);
    EXPECT_EQ(body.find("阿依古丽"), std::string::npos);
    EXPECT_EQ(db.scalar<std::string>("SELECT sealed FROM ledger_personal").find("阿依古丽"), std::string::npos);
    EXPECT_FALSE(personal_.get(db, "no such ref"));
}

TEST_P(PersonalValues, ManyAreReadAtOnceAndTheMissingLeftOut) {
    std::vector<std::string> refs;
    for (int i = 0; i < 11; ++i) refs.push_back(name("member-" + std::to_string(i), "第" + std::to_string(i)).ref);
    erase("member-3");
    auto db = session();
    for (std::size_t count : {0U, 1U, 2U, 8U, 11U})
        for (int again = 0; again < 2; ++again) {
            auto const opened = personal_.open(db, std::vector(refs.begin(), refs.begin() + static_cast<long>(count)));
            EXPECT_EQ(opened.size(), count > 3 ? count - 1 : count);
            for (std::size_t i = 0; i < count; ++i)
                if (i != 3) { EXPECT_EQ(opened.at(refs[i]).value, "第" + std::to_string(i)); }
        }
}

TEST_P(PersonalValues, EqualValuesHaveDifferentDigestsAndAreFoundByLookUp) {
    auto const one = name("member-1", "王强");
    auto const two = name("member-2", "王强");
    auto const other = name("member-3", "王刚");
    EXPECT_NE(one.digest, two.digest);
    auto db = session();
    EXPECT_EQ(personal_.find(db, "name", "王强"), (std::vector<std::string>{one.ref, two.ref}));
    EXPECT_EQ(personal_.find(db, "phone", "王强"), std::vector<std::string>{});
    EXPECT_EQ(personal_.find(db, "name", "王刚"), std::vector<std::string>{other.ref});
    Personal const stranger(std::string(crypto::kSealKeyBytes, 'x'));
    EXPECT_TRUE(stranger.find(db, "name", "王强").empty());
    EXPECT_THROW(stranger.get(db, one.ref), std::runtime_error);
}

TEST_P(PersonalValues, ErasureTakesTheValuesAndKeepsEveryProof) {
    auto const one = name("member-1", "王强");
    name("member-1", "王小强");
    auto const two = name("member-2", "李丽");
    EXPECT_EQ(erase("member-1"), 2);
    auto db = session();
    EXPECT_FALSE(personal_.get(db, one.ref));
    EXPECT_TRUE(personal_.find(db, "name", "王强").empty());
    EXPECT_EQ(personal_.get(db, two.ref), "李丽");
    EXPECT_EQ(db.scalar<std::int64_t>("SELECT count(*) FROM ledger_personal_key"), 1);
    close();
    EXPECT_TRUE(findings().empty());
    open();
    auto const again = name("member-1", "王强");
    EXPECT_EQ(personal_.get(db, again.ref), "王强");
}

TEST_P(PersonalValues, ARefusedChangeKeepsNone) {
    Change change;
    change.actor = librarian();
    change.decide = [&](Transaction& transaction) -> Result<Decided> {
        personal_.put(transaction, "member-1", "name", "王强");
        return fail(ErrorCode::refused, "no", "不行");
    };
    EXPECT_FALSE(writer_->apply(change).has_value());
    EXPECT_EQ(session().scalar<std::int64_t>("SELECT count(*) FROM ledger_personal_key"), 0);
}

TEST_P(PersonalValues, EveryChangeToTheirRowsIsNamed) {
    auto const one = name("member-1", "王强");
    auto const two = name("member-2", "李丽");
    close();
    EXPECT_TRUE(findings().empty());
    auto const sealed = session().scalar<std::string>("SELECT sealed FROM ledger_personal WHERE ref = :r", {two.ref});
    {
        auto db = session();
        EXPECT_EQ(personal_.get(db, one.ref), "王强") << "and is kept opened";
    }
    for (auto const* sql : {"UPDATE ledger_personal SET field = 'phone' WHERE ref = :r",
                            "UPDATE ledger_personal SET digest = lookup WHERE ref = :r",
                            "UPDATE ledger_personal SET lookup = digest WHERE ref = :r",
                            "UPDATE ledger_personal SET subject = 'member-2' WHERE ref = :r",
                            "UPDATE ledger_personal SET sealed = 'AAAA' WHERE ref = :r",
                            "UPDATE ledger_personal SET sealed = '!' WHERE ref = :r"}) {
        auto db = session(db::Mode::write);
        db::UnitOfWork work(db);
        db.exec(sql, {one.ref});
        std::vector<Finding> found;
        personal_.check(db, [&](Finding finding) { found.push_back(std::move(finding)); });
        ASSERT_EQ(found.size(), 1U) << sql;
        EXPECT_THROW(personal_.get(db, one.ref), std::runtime_error) << sql;
        EXPECT_EQ(found[0].row, "ref=" + one.ref);
    }
    session(db::Mode::write).exec("UPDATE ledger_personal_key SET wrapped = 'AAAA' WHERE subject = 'member-2'");
    auto const found = findings();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].row, "subject=member-2");
    EXPECT_EQ(found[1].row, "ref=" + two.ref);
    session(db::Mode::write).exec("DELETE FROM ledger_personal_key WHERE subject = 'member-2'");
    auto db = session();
    EXPECT_THROW(personal_.get(db, two.ref), std::runtime_error);
}

}  // namespace
}  // namespace anping::ledger
