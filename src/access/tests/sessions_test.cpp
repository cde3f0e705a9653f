// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/crypto/digest.hpp>

#include "house.hpp"

namespace anping::access {
namespace {

using testing::kPassword;

class SigningIn : public testing::OfAHouse {};

TEST_P(SigningIn, GivesASessionThatSaysWhoItIs) {
    auto const id = house.add("Leader.One");
    auto const opened = house.sign_in(" leader.one ");
    ASSERT_TRUE(opened) << opened.error().text;
    auto const session = house.sessions->find(opened->token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->who.account, id);
    EXPECT_EQ(session->who.role, Role::project_leader);
    EXPECT_EQ(session->who.unit, "ins-1");
    EXPECT_EQ(session->who.region.digits, "650100");
    EXPECT_EQ(session->who.display_name, "张三");
    EXPECT_TRUE(session->who.recently_authenticated);
    EXPECT_EQ(session->csrf_token, opened->session.csrf_token);
    EXPECT_EQ(opened->token.size(), 43U);
}

TEST_P(SigningIn, KeepsNeitherTokenNorPasswordNorNameInTheDatabase) {
    house.add("leader");
    auto const opened = house.sign_in("leader");
    ASSERT_TRUE(opened);
    auto lease = house.pool->lease();
    EXPECT_EQ(lease->scalar<std::int64_t>("SELECT count(*) FROM access_session WHERE id = :token", {opened->token}), 0);
    auto const stored = lease->scalar<std::string>("SELECT password FROM access_credential");
    EXPECT_TRUE(stored.starts_with("$argon2id$"));
    // The stored hash is of the peppered password: stolen alone it cannot be tried against.
    EXPECT_FALSE(crypto::check_password(kPassword, stored));
    auto const entries = house.ledger_text();
    for (auto const* secret : {"leader", "张三", kPassword, "$argon2id$"})
        if (std::string(secret) != "leader") { EXPECT_EQ(entries.find(secret), std::string::npos) << secret; }
    EXPECT_EQ(entries.find("\"leader\""), std::string::npos);
}

TEST_P(SigningIn, SaysTheSameWhateverIsWrong) {
    house.add("leader");
    auto const gone = house.add("gone");
    ASSERT_TRUE(house.accounts->disable(ledger::Actor{"acc-x", "security_officer", "platform", ""}, gone, "离职"));
    auto const wrong = failure("leader", "not the password");
    EXPECT_EQ(wrong.code, ErrorCode::unauthenticated);
    EXPECT_EQ(failure("nobody", kPassword), wrong);
    EXPECT_EQ(failure("gone", kPassword), wrong);
}

TEST_P(SigningIn, LocksAfterFiveFailuresForAQuarterOfAnHour) {
    house.add("leader");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(failure("leader", "wrong " + std::to_string(i)).key, "access.bad_credentials") << i;
        if (i < 4) wait();
    }
    EXPECT_EQ(house.count("access.account_locked"), 1);
    auto const locked = failure("leader", kPassword);
    EXPECT_EQ(locked.code, ErrorCode::too_many);
    EXPECT_NE(locked.text.find("15分钟"), std::string::npos) << locked.text;
    EXPECT_EQ(locked.retry_after, 15 * 60);
    house.clock.advance_seconds(kLockSeconds - 1);
    EXPECT_EQ(failure("leader", kPassword).key, "access.locked");
    house.clock.advance_seconds(1);
    EXPECT_TRUE(house.sign_in("leader"));
}

TEST_P(SigningIn, LocksUnknownNamesJustTheSame) {
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(failure("nobody", "wrong password").key, "access.bad_credentials");
        if (i < 4) wait();
    }
    EXPECT_NE(failure("nobody", "wrong password").text.find("15分钟"), std::string::npos);
    EXPECT_EQ(house.count("access.account_locked"), 0);  // there is none
}

TEST_P(SigningIn, WaitsLongerWithEveryFailure) {
    house.add("leader");
    std::vector<std::int64_t> const pauses{0, 2, 4, 8, 900, 1800, 3600, 7200, 14400, 14400};
    for (auto const pause : pauses) {
        ASSERT_EQ(failure("leader", "wrong password").key, "access.bad_credentials");
        if (pause == 0) continue;
        house.clock.advance_seconds(pause - 1);
        ASSERT_EQ(failure("leader", kPassword).key, "access.locked") << pause;
        house.clock.advance_seconds(1);
    }
    EXPECT_TRUE(house.sign_in("leader"));
}

TEST_P(SigningIn, ForgetsFailuresOnceItSucceeds) {
    house.add("leader");
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i) {
            EXPECT_EQ(failure("leader", "wrong password").key, "access.bad_credentials");
            wait();
        }
        EXPECT_TRUE(house.sign_in("leader"));
    }
}

TEST_P(SigningIn, CountsFailuresAcrossARestart) {
    house.add("leader");
    for (int i = 0; i < 4; ++i) {
        failure("leader", "wrong password");
        wait();
    }
    house.restart();
    failure("leader", "wrong password");
    EXPECT_EQ(failure("leader", kPassword).key, "access.locked");
}

TEST_P(SigningIn, MakesANewTokenEachTimeAndEndsTheOldOne) {
    house.add("leader");
    auto const first = house.sign_in("leader");
    auto const second = house.sign_in("leader", kPassword, "", first->token);
    ASSERT_TRUE(second);
    EXPECT_NE(first->token, second->token);
    EXPECT_NE(first->session.csrf_token, second->session.csrf_token);
    EXPECT_FALSE(house.sessions->find(first->token));
    EXPECT_TRUE(house.sessions->find(second->token));
}

TEST_P(SigningIn, NeverTakesATokenSomebodyElseChose) {
    house.add("leader");
    std::string const planted(43, 'A');
    EXPECT_FALSE(house.sessions->find(planted));
    auto const opened = house.sign_in("leader", kPassword, "", planted);
    ASSERT_TRUE(opened);
    EXPECT_NE(opened->token, planted);
    EXPECT_FALSE(house.sessions->find(planted));
}

TEST_P(SigningIn, RefusesMoreHashesAtOnceThanItHasMemoryFor) {
    Secrets const narrow(std::string(48, 'k'), SecretOptions{{64, 1}, 0, 0});
    auto const tried = narrow.check("whatever it is", std::nullopt);
    ASSERT_FALSE(tried);
    EXPECT_EQ(tried.error().code, ErrorCode::unavailable);
}

class ASession : public testing::SignedIn {
protected:
    bool lives() { return house.sessions->find(opened.token).has_value(); }
};

TEST_P(ASession, EndsAfterHalfAnHourWithoutUse) {
    house.clock.advance_seconds(kIdleSeconds - 1);
    EXPECT_TRUE(lives());
    house.clock.advance_seconds(kIdleSeconds - 1);
    EXPECT_TRUE(lives());
    house.clock.advance_seconds(kIdleSeconds);
    EXPECT_FALSE(lives());
}

TEST_P(ASession, EndsAfterTwelveHoursHoweverMuchItIsUsed) {
    for (std::int64_t used = 0; used + 1200 < kAbsoluteSeconds; used += 1200) {
        house.clock.advance_seconds(1200);
        ASSERT_TRUE(lives()) << used;
    }
    house.clock.advance_seconds(1200);
    EXPECT_FALSE(lives());
}

TEST_P(ASession, SurvivesARestartWithItsLastUse) {
    house.clock.advance_seconds(20 * 60);
    ASSERT_TRUE(lives());  // writes the time of use
    ASSERT_TRUE(house.accounts->change_role(ledger::Actor{"", "administrator", "platform", ""}, house.add("other"),
                                            Role::assessor));
    house.restart();
    house.clock.advance_seconds(20 * 60);
    EXPECT_TRUE(lives());
}

TEST_P(ASession, WritesItsUseAtMostOnceAMinute) {
    auto const written = [&] {
        auto lease = house.pool->lease();
        return lease->scalar<std::int64_t>("SELECT seen_at FROM access_session");
    };
    auto const settle = [&] {
        house.add("settle-" + std::to_string(house.clock.now().micros));
    };  // the writer is one queue
    auto const before = written();
    house.clock.advance_seconds(59);
    ASSERT_TRUE(lives());
    settle();
    EXPECT_EQ(written(), before);
    house.clock.advance_seconds(1);
    ASSERT_TRUE(lives());
    settle();
    EXPECT_EQ(written(), before + 60'000'000);
}

TEST_P(ASession, IsReadWhileNothingCanBeWritten) {
    house.writer.reset();  // as good as a ledger on a full disk: sessions must not need it to be read
    auto const found = house.sessions->find(opened.token);
    EXPECT_TRUE(found);
}

TEST_P(ASession, EndsEverywhereWhenAskedTo) {
    auto const phone = house.sign_in("leader");
    ASSERT_TRUE(phone);
    ASSERT_TRUE(house.sessions->sign_out(opened.session, false));
    EXPECT_FALSE(lives());
    EXPECT_TRUE(house.sessions->find(phone->token));
    auto const third = house.sign_in("leader");
    ASSERT_TRUE(house.sessions->sign_out(third->session, true));
    EXPECT_FALSE(house.sessions->find(phone->token));
    EXPECT_FALSE(house.sessions->find(third->token));
}

TEST_P(ASession, IsRecentlyAuthenticatedForFiveMinutes) {
    house.clock.advance_seconds(kRecentSeconds - 1);
    EXPECT_TRUE(house.sessions->find(opened.token)->who.recently_authenticated);
    house.clock.advance_seconds(1);
    EXPECT_FALSE(house.sessions->find(opened.token)->who.recently_authenticated);
    auto const renewed = house.sessions->reauthenticate(*house.sessions->find(opened.token), kPassword, "");
    ASSERT_TRUE(renewed) << renewed.error().text;
    EXPECT_NE(renewed->token, opened.token);
    EXPECT_FALSE(lives());
    EXPECT_TRUE(house.sessions->find(renewed->token)->who.recently_authenticated);
    EXPECT_EQ(renewed->session.opened, opened.session.opened);  // twelve hours count from the first
}

TEST_P(ASession, LocksWhenThePasswordIsGuessedInsideIt) {
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(house.sessions->reauthenticate(opened.session, "a wrong guess", ""));
        if (i < 4) wait();
    }
    EXPECT_EQ(house.sessions->reauthenticate(opened.session, kPassword, "").error().key, "access.locked");
    EXPECT_EQ(house.count("access.account_locked"), 1);
}

TEST_P(ASession, EndsWithItsFellowsWhenThePasswordChanges) {
    auto const phone = house.sign_in("leader");
    auto const changed = house.sessions->change_password(opened.session, self(), kPassword, "another 密码 altogether");
    ASSERT_TRUE(changed) << changed.error().text;
    EXPECT_TRUE(changed->first.receipt);
    EXPECT_FALSE(lives());
    EXPECT_FALSE(house.sessions->find(phone->token));
    EXPECT_TRUE(house.sessions->find(changed->second.token));
    EXPECT_FALSE(house.sign_in("leader"));
    EXPECT_TRUE(house.sign_in("leader", "another 密码 altogether"));
}

TEST_P(ASession, KeepsThePasswordWhenTheNewOneIsWeakOrTheOldOneWrong) {
    for (auto const* weak : {"short", "1234567890", "Password123", "aaaaaaaaaaaaaaa", "my-leader-word", kPassword}) {
        auto const tried = house.sessions->change_password(opened.session, self(), kPassword, weak);
        ASSERT_FALSE(tried) << weak;
        EXPECT_EQ(tried.error().code, ErrorCode::invalid_input);
        EXPECT_EQ(tried.error().fields.at(0).pointer, "/wanted");
    }
    auto const wrong =
        house.sessions->change_password(opened.session, self(), "not the old one", "a perfectly good one");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().key, "access.bad_credentials");
    EXPECT_TRUE(lives());
}

TEST_P(ASession, EndsWhenTheRoleChanges) {
    ASSERT_TRUE(
        house.accounts->change_role(ledger::Actor{"", "administrator", "platform", ""}, account, Role::assessor));
    EXPECT_FALSE(lives());
    auto const again = house.sign_in("leader");
    EXPECT_EQ(house.sessions->find(again->token)->who.role, Role::assessor);
}

TEST_P(ASession, EndsWithinASecondWhenAnotherProcessEndsIt) {
    house.writing().exec("DELETE FROM access_session");
    house.clock.advance_seconds(1);
    EXPECT_FALSE(lives());
}

TEST_P(ASession, HasATokenThatIsNobodyElses) {
    auto const other = house.sign_in("leader");
    EXPECT_NE(other->session.csrf_token, opened.session.csrf_token);
    EXPECT_EQ(opened.session.csrf_token.size(), 64U);
}

INSTANTIATE_TEST_SUITE_P(Access, SigningIn, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});
INSTANTIATE_TEST_SUITE_P(Access, ASession, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

}  // namespace
}  // namespace anping::access
