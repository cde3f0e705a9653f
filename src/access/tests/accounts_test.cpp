// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "house.hpp"

namespace anping::access {
namespace {

using testing::House;
using testing::kPassword;

class AccountsOf : public ::testing::TestWithParam<db::Backend> {
protected:
    NewAccount good() const {
        NewAccount account;
        account.login = "clerk-1";
        account.display_name = "李四";
        account.password = kPassword;
        account.role = Role::clerk;
        account.unit = "bureau-1";
        account.unit_kind = UnitKind::bureau;
        account.region = field::RegionCode{"652301"};
        return account;
    }
    std::string wrong_field(NewAccount const& account) {
        auto const tried = house.accounts->create(nobody, account);
        EXPECT_FALSE(tried);
        return tried || tried.error().fields.empty() ? "" : tried.error().fields.front().pointer;
    }

    House house{GetParam()};
    ledger::Actor nobody{"", "administrator", "platform", ""};
};

TEST_P(AccountsOf, AreEntriesOfTheLedgerWithCommitmentsForNames) {
    auto const written = house.accounts->create(nobody, good());
    ASSERT_TRUE(written) << written.error().text;
    ASSERT_TRUE(written->receipt);
    auto const id = AccountId{std::string(written->answer.at("id").as_string())};
    auto const view = house.accounts->find(id);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->login, "clerk-1");
    EXPECT_EQ(view->display_name, "李四");
    EXPECT_EQ(view->role, Role::clerk);
    EXPECT_EQ(view->region, "652301");
    EXPECT_FALSE(view->locked_until);
    EXPECT_EQ(house.accounts->by_login("CLERK-1"), id);
    auto const entries = house.ledger_text();
    EXPECT_NE(entries.find("access.account_created"), std::string::npos);
    EXPECT_EQ(entries.find("clerk-1"), std::string::npos);
    EXPECT_EQ(entries.find("李四"), std::string::npos);
}

TEST_P(AccountsOf, HaveOneLoginEachWhateverItsCase) {
    ASSERT_TRUE(house.accounts->create(nobody, good()));
    auto twin = good();
    twin.login = "Clerk-1";
    auto const tried = house.accounts->create(nobody, twin);
    ASSERT_FALSE(tried);
    EXPECT_EQ(tried.error().key, "access.login_taken");
}

TEST_P(AccountsOf, AreRefusedWithTheFieldThatIsWrong) {
    auto account = good();
    account.login = "x";
    EXPECT_EQ(wrong_field(account), "/login");
    account = good();
    account.login = "有空 格";
    EXPECT_EQ(wrong_field(account), "/login");
    account = good();
    account.password = "tooshort";
    EXPECT_EQ(wrong_field(account), "/password");
    account = good();
    account.password = "about clerk-1 itself";
    EXPECT_EQ(wrong_field(account), "/password");
    account = good();
    account.unit_kind = UnitKind::institution;
    EXPECT_EQ(wrong_field(account), "/role");
    account = good();
    account.region.reset();
    EXPECT_EQ(wrong_field(account), "/region");
    EXPECT_EQ(house.writer->size(), 0);
}

TEST_P(AccountsOf, AreOpenedByWhoMayAndNeverForThePlatformsOwnRoles) {
    Principal admin;
    admin.role = Role::institution_admin;
    admin.unit = "ins-1";
    EXPECT_TRUE(Accounts::may_open(admin, Role::assessor, "ins-1"));
    EXPECT_FALSE(Accounts::may_open(admin, Role::assessor, "ins-2"));
    EXPECT_FALSE(Accounts::may_open(admin, Role::clerk, "ins-1"));
    admin.role = Role::administrator;
    admin.unit = "platform";
    EXPECT_TRUE(Accounts::may_open(admin, Role::clerk, "bureau-1"));
    EXPECT_FALSE(Accounts::may_open(admin, Role::security_officer, "platform"));
    EXPECT_FALSE(Accounts::may_open(admin, Role::auditor, "platform"));
    EXPECT_FALSE(Accounts::may_open(admin, Role::administrator, "platform"));
    EXPECT_FALSE(Accounts::may_open(admin, Role::anonymous, "bureau-1"));
    admin.role = Role::security_officer;
    EXPECT_FALSE(Accounts::may_open(admin, Role::clerk, "bureau-1"));
}

TEST_P(AccountsOf, EndAtOnceWhenDisabled) {
    auto const id = house.add("leader");
    auto const opened = house.sign_in("leader");
    ASSERT_TRUE(opened);
    ASSERT_TRUE(house.accounts->disable(nobody, id, "离职"));
    EXPECT_FALSE(house.sessions->find(opened->token));
    EXPECT_FALSE(house.sign_in("leader"));
    EXPECT_TRUE(house.accounts->find(id)->disabled);
    EXPECT_EQ(house.accounts->disable(nobody, id, "离职").error().key, "access.already_disabled");
}

TEST_P(AccountsOf, AreChangedOnceByARequestAndItsRetry) {
    auto const id = house.add("leader");
    ledger::Change const request{nobody, "key-1", std::string(64, '0'), {}};
    auto const first = house.accounts->disable(request, id, "离职");
    auto const again = house.accounts->disable(request, id, "离职");
    ASSERT_TRUE(first && again);
    EXPECT_TRUE(again->replayed);
    EXPECT_EQ(again->answer, first->answer);
}

TEST_P(AccountsOf, CannotDisableThemselves) {
    auto const id = house.add("admin", Role::institution_admin);
    EXPECT_EQ(house.accounts->disable(ledger::Actor{id.text, "institution_admin", "ins-1", ""}, id, "误").error().key,
              "access.own_account");
}

TEST_P(AccountsOf, AreUnlockedByAnOfficerBeforeTheTimeIsOver) {
    auto const id = house.add("leader");
    EXPECT_EQ(house.accounts->unlock(nobody, id, "本人到场").error().key, "access.not_locked");
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(house.sign_in("leader", "wrong password"));
        if (i < 4) house.clock.advance_seconds(20);
    }
    ASSERT_TRUE(house.accounts->find(id)->locked_until);
    ASSERT_TRUE(house.accounts->unlock(nobody, id, "本人到场"));
    EXPECT_FALSE(house.accounts->find(id)->locked_until);
    EXPECT_TRUE(house.sign_in("leader"));
}

TEST_P(AccountsOf, MustChooseAPasswordOfTheirOwnAfterAnotherGaveThemOne) {
    auto const id = house.add("leader");
    auto const before = house.sign_in("leader");
    ASSERT_TRUE(before);
    EXPECT_EQ(house.accounts->reset(nobody, id, "short", "忘记密码").error().fields[0].pointer, "/password");
    ASSERT_TRUE(house.accounts->reset(nobody, id, "set by the operator", "忘记密码"));
    EXPECT_FALSE(house.sessions->find(before->token)) << "a session of before ends";
    EXPECT_FALSE(house.sign_in("leader"));
    auto const opened = house.sign_in("leader", "set by the operator");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->session.must_change_password);
    auto const changed = house.sessions->change_password(opened->session, {id.text, "project_leader", "ins-1", ""},
                                                         "set by the operator", "chosen by its owner");
    ASSERT_TRUE(changed);
    EXPECT_FALSE(changed->second.session.must_change_password);
}

TEST_P(AccountsOf, AreNotResetByWhomTheyWatch) {
    auto const id = house.add("leader");
    auto const auditor = house.add("auditor", Role::auditor, "platform");
    Principal officer;
    officer.account = house.add("officer", Role::security_officer, "platform");
    officer.role = Role::security_officer;
    EXPECT_TRUE(house.accounts->may_reset(officer, id));
    EXPECT_EQ(house.accounts->may_reset(officer, auditor).error().key, "access.operator_resets");
    EXPECT_EQ(house.accounts->may_reset(officer, officer.account).error().key, "access.own_reset");
    EXPECT_EQ(house.accounts->may_reset(officer, {"acc-404"}).error().key, "access.not_found");
    ASSERT_TRUE(house.accounts->disable(nobody, id, "离职"));
    EXPECT_EQ(house.accounts->reset(nobody, id, "handed over in person", "误").error().key, "access.already_disabled");
}

TEST_P(AccountsOf, AreListedInPagesOfWhatMayBeSeen) {
    for (int i = 0; i < 5; ++i) house.add("own-" + std::to_string(i), Role::assessor, "ins-1");
    house.add("other", Role::assessor, "ins-2");
    Policy const policy;
    Principal admin;
    admin.role = Role::institution_admin;
    admin.unit = "ins-1";
    auto const own = policy.visibility(admin, Action::account_view);
    auto const first = house.accounts->list(own, "", 3);
    ASSERT_EQ(first.size(), 3U);
    auto const rest = house.accounts->list(own, first.back().id.text, 10);
    ASSERT_EQ(rest.size(), 2U);
    EXPECT_EQ(rest.back().login, "own-4");
    admin.role = Role::security_officer;
    admin.unit = "platform";
    EXPECT_EQ(house.accounts->list(policy.visibility(admin, Action::account_view), "", 10).size(), 6U);
    admin.role = Role::clerk;
    EXPECT_TRUE(house.accounts->list(policy.visibility(admin, Action::account_view), "", 10).empty());
}

TEST_P(AccountsOf, KeptRowsThatWereTamperedWithAreNamed) {
    auto const id = house.add("leader");
    ASSERT_TRUE(house.sign_in("leader"));
    EXPECT_FALSE(house.sign_in("leader", "wrong password"));
    auto session = house.writing();
    EXPECT_TRUE(damaged_kept_rows(session).empty());
    session.exec("UPDATE access_credential SET must_change = 1");
    session.exec("UPDATE access_session SET account = 'acc-9'");
    session.exec("UPDATE access_attempt SET failures = 0");
    auto const damaged = damaged_kept_rows(session);
    ASSERT_EQ(damaged.size(), 3U);
    EXPECT_EQ(damaged[0], "access_credential " + id.text);
    EXPECT_TRUE(damaged[1].starts_with("access_attempt "));
    EXPECT_TRUE(damaged[2].starts_with("access_session "));
    session.exec("DELETE FROM access_credential");
    EXPECT_EQ(damaged_kept_rows(session)[0], "access_credential " + id.text);
}

TEST_P(AccountsOf, AFlagThatReadsTheSameButIsAnotherNumberIsNamed) {
    auto const id = house.add("leader");
    ASSERT_TRUE(house.accounts->reset({}, id, "a password from another's hand", "忘记密码"));
    auto session = house.writing();
    ASSERT_TRUE(damaged_kept_rows(session).empty());
    session.exec("UPDATE access_credential SET must_change = 2");
    EXPECT_EQ(damaged_kept_rows(session), std::vector{"access_credential " + id.text});
}

INSTANTIATE_TEST_SUITE_P(Access, AccountsOf, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

}  // namespace
}  // namespace anping::access
