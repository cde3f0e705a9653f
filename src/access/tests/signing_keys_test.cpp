// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/access/signing_keys.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/crypto/sm2.hpp>

#include "house.hpp"

namespace anping::access {
namespace {

using crypto::to_base64;

// What the owner's browser holds.
struct Pair {
    crypto::Sm2PrivateKey secret = crypto::Sm2PrivateKey::generate();
    std::string public_key = to_base64(secret.public_key().raw());

    std::string sign(std::string const& statement) const { return to_base64(secret.sign(statement)); }
    MakeSigningKey offer(AccountId const& account) const {
        return {{public_key}, {"sealed-by-the-browser"}, {sign(proof_statement(account, public_key))}};
    }
};

class SigningKey : public testing::SignedIn {
protected:
    SigningKeys keys{*house.pool, *house.writer};

    std::string made(Pair const& pair) {
        auto const written = keys.make(self(), account, pair.offer(account));
        EXPECT_TRUE(written) << (written ? "" : written.error().text);
        return written ? std::string(written->answer.at("key").as_string()) : "";
    }
    Result<SignedWith> check(std::string const& statement, std::string const& key, std::string const& signature) {
        auto lease = house.pool->lease();
        return SigningKeys::check(*lease, account, statement, {{key}, {signature}});
    }
    static std::string pointer(Error const& error) { return error.fields.empty() ? "" : error.fields.front().pointer; }
};

TEST_P(SigningKey, SignsWhatItsOwnerConfirmsAndNothingElse) {
    Pair const pair;
    auto const key = made(pair);
    EXPECT_EQ(key.size(), 32U);
    auto const signature = pair.sign("确认 一");
    auto const good = check("确认 一", key, signature);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->public_key, pair.public_key);
    EXPECT_EQ(good->signature, signature);
    EXPECT_FALSE(good->after_reset);
    EXPECT_EQ(pointer(check("确认 二", key, signature).error()), "/signature/signature");
    EXPECT_EQ(pointer(check("确认 一", key, Pair{}.sign("确认 一")).error()), "/signature/signature");
    EXPECT_EQ(pointer(check("确认 一", key, "not base64").error()), "/signature/signature");
    EXPECT_EQ(pointer(check("确认 一", std::string(32, '0'), signature).error()), "/signature/key");
}

TEST_P(SigningKey, IsKeptWrappedForItsOwnerAndNeverInTheLedger) {
    EXPECT_FALSE(keys.find(account));
    Pair const pair;
    auto const key = made(pair);
    auto const own = keys.find(account);
    ASSERT_TRUE(own);
    EXPECT_EQ(own->key, key);
    EXPECT_EQ(own->wrapped, "sealed-by-the-browser");
    EXPECT_EQ(house.ledger_text().find("sealed-by-the-browser"), std::string::npos);
    EXPECT_NE(house.ledger_text().find(pair.public_key), std::string::npos);
}

TEST_P(SigningKey, IsNotTakenWithoutItsPrivateHalf) {
    Pair const pair;
    auto offer = pair.offer(account);
    offer.proof = {Pair{}.sign(proof_statement(account, pair.public_key))};
    EXPECT_EQ(pointer(keys.make(self(), account, offer).error()), "/proof");
    offer = pair.offer({"A-somebody-else"});
    EXPECT_EQ(pointer(keys.make(self(), account, offer).error()), "/proof");
    offer.public_key = {to_base64(std::string(65, '\4'))};
    EXPECT_EQ(pointer(keys.make(self(), account, offer).error()), "/public_key");
    offer.public_key = {std::string(88, '*')};
    EXPECT_EQ(pointer(keys.make(self(), account, offer).error()), "/public_key");
    EXPECT_EQ(house.count("access.signing_key_made"), 0);
}

TEST_P(SigningKey, SignsNoMoreOnceAnotherIsMadeOrItIsRevoked) {
    Pair const old, present;
    auto const old_key = made(old);
    auto const key = made(present);
    EXPECT_EQ(pointer(check("确认", old_key, old.sign("确认")).error()), "/signature/key");
    EXPECT_TRUE(check("确认", key, present.sign("确认")));
    EXPECT_EQ(pointer(keys.make(self(), account, old.offer(account)).error()), "/public_key") << "never again";
    ASSERT_TRUE(keys.revoke(self(), account, "口令泄露"));
    EXPECT_EQ(pointer(check("确认", key, present.sign("确认")).error()), "/signature/key");
    EXPECT_FALSE(keys.find(account));
    EXPECT_EQ(keys.revoke(self(), account, "口令泄露").error().key, "access.no_signing_key");
    auto lease = house.pool->lease();
    EXPECT_TRUE(damaged_kept_rows(*lease).empty());
}

TEST_P(SigningKey, SaysThatItWasMadeAfterAnothersHandResetTheAccount) {
    made(Pair{});
    house.clock.advance_seconds(60);
    ASSERT_TRUE(house.accounts->reset({}, account, "handed over in person", "忘记密码"));
    house.clock.advance_seconds(60);
    Pair const after;
    auto const key = made(after);
    EXPECT_TRUE(check("确认", key, after.sign("确认"))->after_reset);
    house.clock.advance_seconds(60);
    Pair const later;
    auto const next = made(later);
    EXPECT_FALSE(check("确认", next, later.sign("确认"))->after_reset) << "the key between is told already";
}

TEST_P(SigningKey, IsMissedWhenItsWrappedHalfWasTakenAwayOrChanged) {
    made(Pair{});
    auto session = house.writing();
    session.exec("UPDATE access_wrapped_key SET wrapped = 'another'", {});
    EXPECT_EQ(damaged_kept_rows(session), std::vector{"access_wrapped_key " + account.text});
    session.exec("DELETE FROM access_wrapped_key", {});
    EXPECT_EQ(damaged_kept_rows(session), std::vector{"access_wrapped_key " + account.text});
}

INSTANTIATE_TEST_SUITE_P(Db, SigningKey, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

}  // namespace
}  // namespace anping::access
