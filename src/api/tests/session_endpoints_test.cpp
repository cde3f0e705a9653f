// SPDX-License-Identifier: Apache-2.0
// Over the dispatcher as the server calls it: cookies, tokens and all.
#include "support.hpp"

namespace anping::api {
namespace {

using access::Role;
using access::UnitKind;

class OverTheWire : public ::testing::Test {
protected:
    OverTheWire() {
        house.add("leader", Role::project_leader, "ins-1", UnitKind::institution);
        house.add("admin", Role::institution_admin, "ins-1", UnitKind::institution);
        house.add("officer", Role::security_officer, "platform", UnitKind::platform);
        auto endpoints = session_endpoints(*house.sessions);
        for (auto& more : account_endpoints(*house.accounts)) endpoints.push_back(std::move(more));
        endpoints.push_back(endpoint(access::Action::project_list, "GET", "/api/v1/work")
                                .summary("工作")
                                .returns<json::value>([](Context const&) { return json::value(true); }));
        dispatcher.emplace(std::move(endpoints), house.policy, house.clock, session_lookup(*house.sessions));
    }

    House house;
    std::optional<Dispatcher> dispatcher;
};

TEST_F(OverTheWire, SigningInSetsACookieThatScriptsAndOtherSitesCannotUse) {
    Browser browser(*dispatcher);
    auto const answer = browser.sign_in("leader");
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(header_of(answer, "set-cookie"),
              "__Host-anping=" + browser.cookie + "; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(header_of(answer, "cache-control"), "no-store");
    EXPECT_EQ(answer.body.find(browser.cookie), std::string::npos);
    auto const shown = browser.send("GET", "/api/v1/session");
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(body_of(shown).at("display_name").as_string(), "张三");
    EXPECT_EQ(body_of(shown).at("role").as_string(), "project_leader");
    EXPECT_EQ(body_of(shown).at("csrf_token").as_string(), browser.csrf);
    EXPECT_EQ(header_of(shown, "cache-control"), "no-store");
}

TEST_F(OverTheWire, WrongPasswordAndUnknownNameAnswerByteForByteTheSame) {
    Browser browser(*dispatcher);
    auto const wrong = browser.sign_in("leader", "wrong password");
    auto const unknown = browser.sign_in("nobody", "wrong password");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(wrong.body, unknown.body);
    EXPECT_EQ(wrong.headers, unknown.headers);
    EXPECT_TRUE(browser.cookie.empty());
}

TEST_F(OverTheWire, SigningOutEndsTheSessionAndTheCookie) {
    Browser browser(*dispatcher);
    browser.sign_in("leader");
    auto const kept = browser.cookie;
    auto const out = browser.change("DELETE", "/api/v1/session");
    EXPECT_EQ(out.status, 204);
    EXPECT_NE(header_of(out, "set-cookie").find("Max-Age=0"), std::string::npos);
    browser.cookie = kept;
    EXPECT_EQ(browser.send("GET", "/api/v1/session").status, 401);
}

TEST_F(OverTheWire, SigningOutEverywhereEndsTheOtherBrowserToo) {
    Browser desk(*dispatcher), phone(*dispatcher);
    desk.sign_in("leader");
    phone.sign_in("leader");
    EXPECT_EQ(desk.change("DELETE", "/api/v1/session?everywhere=true").status, 204);
    EXPECT_EQ(phone.send("GET", "/api/v1/session").status, 401);
}

TEST_F(OverTheWire, ConfirmingThePasswordRotatesCookieAndToken) {
    Browser browser(*dispatcher);
    browser.sign_in("leader");
    house.clock.advance_seconds(600);
    EXPECT_FALSE(body_of(browser.send("GET", "/api/v1/session")).at("recently_authenticated").as_bool());
    auto const cookie = browser.cookie, csrf = browser.csrf;
    auto const answer =
        browser.change("POST", "/api/v1/session/reauthentication", R"({"password":"correct horse battery"})");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_TRUE(body_of(answer).at("recently_authenticated").as_bool());
    EXPECT_NE(browser.cookie, cookie);
    EXPECT_NE(browser.csrf, csrf);
}

TEST_F(OverTheWire, ChangingThePasswordGivesAReceiptAndANewCookie) {
    Browser browser(*dispatcher);
    browser.sign_in("leader");
    auto const cookie = browser.cookie;
    auto const answer = browser.change("POST", "/api/v1/session/password",
                                       R"({"current":"correct horse battery","wanted":"一个完全不同的新密码吧"})");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_TRUE(body_of(answer).at("receipt").is_object());
    EXPECT_NE(browser.cookie, cookie);
    EXPECT_EQ(browser.send("GET", "/api/v1/session").status, 200);
    auto lease = house.pool->lease();
    EXPECT_EQ(lease->scalar<std::int64_t>("SELECT count(*) FROM ledger_request"), 0);  // nothing of a password is kept
}

TEST_F(OverTheWire, PasswordsAreNeverPartOfWhatIsKeptForRetries) {
    Browser browser(*dispatcher);
    browser.sign_in("admin");
    auto const answer = browser.change(
        "POST", "/api/v1/accounts",
        R"({"login":"new-one","display_name":"李四","password":"a first password","role":"assessor","unit":"ins-1","unit_kind":"institution"})",
        {{"idempotency-key", "k-1"}});
    ASSERT_EQ(answer.status, 201) << answer.body;
    auto lease = house.pool->lease();
    EXPECT_EQ(lease->scalar<std::int64_t>("SELECT count(*) FROM ledger_request"), 0);
}

TEST_F(OverTheWire, NewAccountsServeNothingUntilTheyChoseTheirPassword) {
    house.add("fresh", Role::assessor, "ins-1", UnitKind::institution, true);
    Browser browser(*dispatcher);
    EXPECT_TRUE(body_of(browser.sign_in("fresh")).at("must_change_password").as_bool());
    auto const refused = browser.send("GET", "/api/v1/work");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(body_of(refused).at("type").as_string(), "urn:anping:problem:api.change_password_first");
    ASSERT_EQ(browser
                  .change("POST", "/api/v1/session/password",
                          R"({"current":"correct horse battery","wanted":"chosen by its owner"})")
                  .status,
              200);
    EXPECT_EQ(browser.send("GET", "/api/v1/work").status, 200);
}

TEST_F(OverTheWire, TotpNeedsARecentPasswordAndACode) {
    Browser browser(*dispatcher);
    browser.sign_in("leader");
    house.clock.advance_seconds(600);
    EXPECT_EQ(body_of(browser.change("POST", "/api/v1/session/totp")).at("code").as_string(), "reauthenticate");
    browser.change("POST", "/api/v1/session/reauthentication", R"({"password":"correct horse battery"})");
    auto const seed = browser.change("POST", "/api/v1/session/totp");
    ASSERT_EQ(seed.status, 200) << seed.body;
    EXPECT_EQ(body_of(seed).at("secret").as_string().size(), 32U);
    EXPECT_TRUE(body_of(seed).at("uri").as_string().starts_with("otpauth://totp/Anping:leader?secret="));
    auto const wrong = browser.change("POST", "/api/v1/session/totp/confirmation", R"({"code":"000000"})");
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(body_of(wrong).at("errors").at(0).at("pointer").as_string(), "/code");
}

TEST_F(OverTheWire, AdministratorsSeeAndOpenAccountsOfTheirOwnUnitOnly) {
    auto const other = house.add("other", Role::assessor, "ins-2", UnitKind::institution);
    Browser browser(*dispatcher);
    browser.sign_in("admin");
    auto const list = body_of(browser.send("GET", "/api/v1/accounts?limit=1"));
    EXPECT_EQ(list.at("items").as_array().size(), 1U);
    auto const rest =
        body_of(browser.send("GET", "/api/v1/accounts?cursor=" + std::string(list.at("next").as_string())));
    EXPECT_EQ(rest.at("items").as_array().size(), 1U);
    EXPECT_EQ(browser.send("GET", "/api/v1/accounts/" + other.text).status, 404);
    EXPECT_EQ(browser.send("GET", "/api/v1/accounts/acc-999").body,
              browser.send("GET", "/api/v1/accounts/" + other.text).body);
    EXPECT_EQ(browser.change("POST", "/api/v1/accounts/" + other.text + "/disablement", R"({"reason":"离职"})").status,
              404);
    auto const grab = browser.change(
        "POST", "/api/v1/accounts",
        R"({"login":"spy","display_name":"李四","password":"a first password","role":"assessor","unit":"ins-2","unit_kind":"institution"})");
    EXPECT_EQ(grab.status, 403);
}

TEST_F(OverTheWire, OfficersUnlockAndDisableButDoNotCreate) {
    Browser victim(*dispatcher), browser(*dispatcher);
    for (int i = 0; i < 5; ++i) {
        victim.sign_in("leader", "wrong password");
        house.clock.advance_seconds(i < 4 ? 20 : 0);
    }
    EXPECT_EQ(victim.sign_in("leader").status, 429);
    browser.sign_in("officer");
    auto const id = house.accounts->by_login("leader")->text;
    auto const unlocked = browser.change("POST", "/api/v1/accounts/" + id + "/unlocking", R"({"reason":"本人到场"})");
    EXPECT_EQ(unlocked.status, 200) << unlocked.body;
    EXPECT_TRUE(body_of(unlocked).at("receipt").is_object());
    EXPECT_EQ(victim.sign_in("leader").status, 201);
    auto const reset = browser.change("POST", "/api/v1/accounts/" + id + "/reset",
                                      R"({"password":"handed over in person","reason":"忘记密码"})");
    EXPECT_EQ(reset.status, 200) << reset.body;
    EXPECT_EQ(victim.send("GET", "/api/v1/session").status, 401);
    EXPECT_EQ(victim.sign_in("leader", "handed over in person").status, 201);
    auto const own = house.accounts->by_login("officer")->text;
    EXPECT_EQ(browser
                  .change("POST", "/api/v1/accounts/" + own + "/reset",
                          R"({"password":"handed over in person","reason":"忘记密码"})")
                  .status,
              409);
    EXPECT_EQ(browser.change("POST", "/api/v1/accounts/" + id + "/disablement", R"({"reason":"停用"})").status, 200);
    EXPECT_EQ(victim.send("GET", "/api/v1/session").status, 401);
    EXPECT_EQ(browser.change("PUT", "/api/v1/accounts/" + id + "/role", R"({"role":"assessor"})").status, 403);
}

// Every changing endpoint against everything another site can send along with a victim's cookie.
TEST_F(OverTheWire, ForgedRequestsAreRefusedByEveryChangingEndpoint) {
    Browser browser(*dispatcher);
    browser.sign_in("officer");
    std::string const kGood = browser.csrf;
    struct Forgery {
        char const* name;
        http::Headers headers;
        std::string body = "{}";
    };
    std::vector<Forgery> const forgeries{
        {"no token", {{"origin", "https://anping.test"}}},
        {"empty token", {{"origin", "https://anping.test"}, {"x-csrf-token", ""}}},
        {"another's token", {{"origin", "https://anping.test"}, {"x-csrf-token", std::string(64, 'a')}}},
        {"foreign origin", {{"origin", "https://evil.test"}, {"x-csrf-token", kGood}}},
        {"origin that only begins like ours", {{"origin", "https://anping.test.evil"}, {"x-csrf-token", kGood}}},
        {"hidden origin", {{"origin", "null"}, {"x-csrf-token", kGood}}},
        {"cross-site", {{"sec-fetch-site", "cross-site"}, {"x-csrf-token", kGood}}},
        {"same-site", {{"sec-fetch-site", "same-site"}, {"x-csrf-token", kGood}}},
        {"from nowhere", {{"sec-fetch-site", "none"}, {"x-csrf-token", kGood}}},
        {"plain text", {{"content-type", "text/plain"}}, R"({"login":"a"})"},
        {"a form", {{"content-type", "application/x-www-form-urlencoded"}}, "login=a"},
    };
    auto const entries = house.writer->size();
    int tried = 0;
    for (auto const& endpoint : dispatcher->endpoints()) {
        if (endpoint.method == "GET") continue;
        auto path = endpoint.path;
        if (auto const open = path.find("{id}"); open != std::string::npos)
            path.replace(open, 4, house.accounts->by_login("leader")->text);
        for (auto const& [name, headers, body] : forgeries) {
            auto const answer = browser.send(endpoint.method, path, body, headers);
            EXPECT_EQ(answer.status, 403) << name << ": " << endpoint.method << " " << path << " " << answer.body;
            ++tried;
        }
    }
    EXPECT_EQ(tried, 12 * 11);
    EXPECT_EQ(house.writer->size(), entries);
    EXPECT_EQ(browser.send("GET", "/api/v1/session").status, 200);  // and nobody was signed out by it
}

TEST_F(OverTheWire, SigningInCannotBeForgedEither) {
    Browser browser(*dispatcher);
    std::string const body = R"({"login":"leader","password":"correct horse battery"})";
    EXPECT_EQ(browser.send("POST", "/api/v1/session", body, {{"origin", "https://evil.test"}}).status, 403);
    EXPECT_EQ(browser.send("POST", "/api/v1/session", body, {{"sec-fetch-site", "cross-site"}}).status, 403);
    EXPECT_EQ(browser.send("POST", "/api/v1/session", body, {{"content-type", "text/plain"}}).status, 400);
    EXPECT_TRUE(browser.cookie.empty());
    EXPECT_EQ(browser.send("POST", "/api/v1/session", body).status, 201);  // a program that is no browser
}

TEST_F(OverTheWire, ConfiguredOriginsAreTheOnlyOnes) {
    DispatcherOptions options;
    options.origins = {"https://anping.example.cn"};
    Dispatcher const strict(session_endpoints(*house.sessions), house.policy, house.clock,
                            session_lookup(*house.sessions), options);
    Browser browser(strict);
    std::string const body = R"({"login":"leader","password":"correct horse battery"})";
    EXPECT_EQ(browser.send("POST", "/api/v1/session", body, {{"origin", "https://anping.test"}}).status, 403);
    EXPECT_EQ(browser.send("POST", "/api/v1/session", body, {{"origin", "https://anping.example.cn"}}).status, 201);
}

TEST_F(OverTheWire, PlainHttpInstallationsNameTheCookieOtherwise) {
    DispatcherOptions options;
    options.cookie = "anping";
    Dispatcher const plain(session_endpoints(*house.sessions, {"anping", false}), house.policy, house.clock,
                           session_lookup(*house.sessions), options);
    auto const request =
        testing::request("POST", "/api/v1/session", R"({"login":"leader","password":"correct horse battery"})");
    auto const cookie = header_of(plain.answer(plain.endpoints().front(), request), "set-cookie");
    EXPECT_TRUE(cookie.starts_with("anping=")) << cookie;
    EXPECT_EQ(cookie.find("Secure"), std::string::npos);
}

}  // namespace
}  // namespace anping::api
