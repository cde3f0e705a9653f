// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/crypto/digest.hpp>

#include "house.hpp"

namespace anping::access {
namespace {

using testing::kPassword;

class ASecondFactor : public testing::SignedIn {
protected:
    std::string base32_decode(std::string const& text) {
        std::string out;
        unsigned bits = 0, value = 0;
        for (char const c : text) {
            value = (value << 5) | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out += static_cast<char>((value >> bits) & 0xFF);
            }
        }
        return out;
    }
    // Enables it for the account and returns its secret.
    std::string with_totp() {
        auto const seed = house.sessions->offer_totp(opened.session);
        EXPECT_TRUE(seed);
        auto const secret = base32_decode(seed->secret);
        auto const done =
            house.sessions->enable_totp(opened.session, self(), crypto::totp_code(secret, house.clock.now()));
        EXPECT_TRUE(done) << (done ? "" : done.error().text);
        house.clock.advance_seconds(30);  // a code counts once
        return secret;
    }
};

TEST_P(ASecondFactor, AsksForTheCodeOnlyOfWhoKnowsThePassword) {
    auto const secret = with_totp();
    EXPECT_EQ(house.count("access.totp_changed"), 1);
    EXPECT_EQ(failure("leader", "wrong password").key, "access.bad_credentials");
    EXPECT_EQ(failure("leader", kPassword).key, "access.code_needed");
    EXPECT_TRUE(house.sign_in("leader", kPassword, crypto::totp_code(secret, house.clock.now())));
}

TEST_P(ASecondFactor, NeedsNoCodeAndIsNotLockedAfterAReset) {
    with_totp();
    for (int i = 0; i < 5; ++i) {
        failure("leader", "wrong password");
        wait();
    }
    ASSERT_TRUE(house.accounts->find(account)->locked_until);
    ASSERT_TRUE(house.accounts->reset({}, account, "handed over in person", "手机丢失，本人到场"));
    auto const seen = house.accounts->find(account);
    EXPECT_FALSE(seen->totp);
    EXPECT_FALSE(seen->locked_until);
    EXPECT_TRUE(house.sign_in("leader", "handed over in person"));
}

TEST_P(ASecondFactor, TakesACodeOnce) {
    auto const secret = with_totp();
    auto const code = crypto::totp_code(secret, house.clock.now());
    ASSERT_TRUE(house.sign_in("leader", kPassword, code));
    auto const again = house.sign_in("leader", kPassword, code);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().key, "access.bad_credentials");
}

TEST_P(ASecondFactor, CountsWrongCodesAsFailures) {
    with_totp();
    for (int i = 0; i < 5; ++i) {
        EXPECT_FALSE(house.sign_in("leader", kPassword, "000000"));
        if (i < 4) wait();
    }
    EXPECT_EQ(house.sign_in("leader", kPassword, "000000").error().key, "access.locked");
}

TEST_P(ASecondFactor, KeepsTheSeedSealed) {
    auto const secret = with_totp();
    auto lease = house.pool->lease();
    auto const stored = crypto::from_base64(lease->scalar<std::string>("SELECT totp FROM access_credential"));
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->find(secret), std::string::npos);
    EXPECT_FALSE(house.secrets.unseal_totp("acc-99", crypto::to_base64(*stored)));  // of this account only
}

TEST_P(ASecondFactor, NeedsACodeBeforeTotpCounts) {
    ASSERT_TRUE(house.sessions->offer_totp(opened.session));
    EXPECT_FALSE(house.sessions->enable_totp(opened.session, self(), "000000"));
    EXPECT_TRUE(house.sign_in("leader"));  // still without
    with_totp();
    EXPECT_FALSE(house.sessions->offer_totp(opened.session));
    ASSERT_TRUE(house.sessions->disable_totp(opened.session, self()));
    EXPECT_TRUE(house.sign_in("leader"));
}

INSTANTIATE_TEST_SUITE_P(Access, ASecondFactor, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

}  // namespace
}  // namespace anping::access
