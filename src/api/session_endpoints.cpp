// SPDX-License-Identifier: Apache-2.0
#include <anping/api/session_endpoints.hpp>

namespace anping::api {
namespace {

using access::Action;

struct SignInInput {
    Text<1, 100> login;
    Text<1, 200> password;
    std::optional<Text<6, 6>> code;  // TOTP
};
BOOST_DESCRIBE_STRUCT(SignInInput, (), (login, password, code))

struct ConfirmInput {
    Text<1, 200> password;
    std::optional<Text<6, 6>> code;
};
BOOST_DESCRIBE_STRUCT(ConfirmInput, (), (password, code))

struct PasswordInput {
    Text<1, 200> current;
    Text<1, 200> wanted;
};
BOOST_DESCRIBE_STRUCT(PasswordInput, (), (current, wanted))

struct CodeInput {
    Text<6, 6> code;
};
BOOST_DESCRIBE_STRUCT(CodeInput, (), (code))

struct SeedView {
    std::string secret;
    std::string uri;
};
BOOST_DESCRIBE_STRUCT(SeedView, (), (secret, uri))

struct TotpAnswer {
    bool enabled = false;
};
BOOST_DESCRIBE_STRUCT(TotpAnswer, (), (enabled))

struct SessionView {
    std::string account;
    std::string display_name;
    access::Role role = access::Role::anonymous;
    std::string unit;
    access::UnitKind unit_kind = access::UnitKind::none;
    std::string region;
    field::Authority authority = field::Authority::government;
    std::string csrf_token;  // to be sent as X-CSRF-Token with every change
    Timestamp ends_at;       // unless used before
    bool recently_authenticated = false;
    bool must_change_password = false;
    bool totp = false;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (account, display_name, role, unit, unit_kind, region, authority, csrf_token, ends_at,
                       recently_authenticated, must_change_password, totp))

SessionView view_of(access::Session const& session) {
    auto const& who = session.who;
    return {who.account.text,
            who.display_name,
            who.role,
            who.unit,
            who.unit_kind,
            who.region.digits,
            who.authority,
            session.csrf_token,
            session.ends(),
            who.recently_authenticated,
            session.must_change_password,
            session.totp};
}

std::string code_of(std::optional<Text<6, 6>> const& code) { return code ? code->value : std::string(); }

class Family {
public:
    Family(access::Sessions& sessions, CookieOptions cookie) : sessions_(sessions), cookie_(std::move(cookie)) {}

    std::vector<Endpoint> all() const {
        return {sign_in(),         show(),       sign_out(),    reauthenticate(),
                change_password(), offer_totp(), enable_totp(), disable_totp()};
    }

private:
    std::string set_cookie(std::string const& token) const {
        return cookie_.name + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (cookie_.secure ? "; Secure" : "");
    }
    std::string clear_cookie() const { return set_cookie("") + "; Max-Age=0"; }
    http::Response opened(int status, access::OpenedSession const& opened) const {
        auto response = json_response(status, to_json(view_of(opened.session)));
        response.headers.emplace_back("set-cookie", set_cookie(opened.token));
        response.headers.emplace_back("cache-control", "no-store");
        return response;
    }
    // The dispatcher has let the request through, so there is one; it may have ended this instant.
    Result<access::Session> own(Context const& context) const {
        auto session = sessions_.find(context.request.cookie(cookie_.name));
        if (!session) return fail(ErrorCode::unauthenticated, "access.not_signed_in", "请先登录。");
        return std::move(*session);
    }

    Endpoint sign_in() const {
        return endpoint(Action::session_open, "POST", "/api/v1/session")
            .summary("登录")
            .secret()
            .acts<SignInInput, SessionView>(201, [self = *this](Context const& context, SignInInput const& in) {
                auto const old = context.request.cookie(self.cookie_.name);
                return self.sessions_.sign_in({in.login.value, in.password.value, code_of(in.code)}, old)
                    .map([&](auto const& session) { return self.opened(201, session); });
            });
    }

    Endpoint show() const {
        return endpoint(Action::session_own, "GET", "/api/v1/session")
            .summary("当前登录的账号，以及修改请求须带的令牌")
            .returns<SessionView>([self = *this](Context const& context) { return self.own(context).map(view_of); });
    }

    Endpoint sign_out() const {
        return endpoint(Action::session_own, "DELETE", "/api/v1/session")
            .summary("退出登录")
            .query("everywhere", "true：同时退出其他设备")
            .acts<Nothing, http::Response>(204, [self = *this](Context const& context, Nothing) {
                return self.own(context).and_then([&](auto const& session) -> Result<http::Response> {
                    bool const everywhere = context.request.query_value("everywhere") == "true";
                    if (auto done = self.sessions_.sign_out(session, everywhere); !done)
                        return unexpected<Error>(done.error());
                    http::Response response;
                    response.status = 204;
                    response.headers.emplace_back("set-cookie", self.clear_cookie());
                    response.headers.emplace_back("clear-site-data", "\"cache\"");
                    return response;
                });
            });
    }

    Endpoint reauthenticate() const {
        return endpoint(Action::session_own, "POST", "/api/v1/session/reauthentication")
            .summary("再次输入密码，确认是本人（5分钟内有效）")
            .secret()
            .acts<ConfirmInput, SessionView>(200, [self = *this](Context const& context, ConfirmInput const& in) {
                return self.own(context).and_then([&](auto const& session) {
                    return self.sessions_.reauthenticate(session, in.password.value, code_of(in.code))
                        .map([&](auto const& renewed) { return self.opened(200, renewed); });
                });
            });
    }

    Endpoint change_password() const {
        return endpoint(Action::session_own, "POST", "/api/v1/session/password")
            .summary("修改密码；其他设备上的登录随即失效")
            .secret()
            .changes<PasswordInput, SessionView>(
                200, [self = *this](Context const& context, PasswordInput const& in) -> Result<WrittenWith> {
                    auto const session = self.own(context);
                    if (!session) return unexpected<Error>(session.error());
                    auto changed =
                        self.sessions_.change_password(*session, context.actor(), in.current.value, in.wanted.value);
                    if (!changed) return unexpected<Error>(changed.error());
                    auto& [written, renewed] = *changed;
                    written.answer = to_json(view_of(renewed.session));
                    return WrittenWith{std::move(written), {{"set-cookie", self.set_cookie(renewed.token)}}};
                });
    }

    Endpoint offer_totp() const {
        return endpoint(Action::session_own, "POST", "/api/v1/session/totp")
            .summary("取得动态口令的密钥（只显示一次），用一次口令确认后启用")
            .reauthenticated()
            .secret()
            .acts<Nothing, SeedView>(200, [self = *this](Context const& context, Nothing) {
                return self.own(context).and_then([&](auto const& session) {
                    return self.sessions_.offer_totp(session).map([](access::TotpSeed const& seed) {
                        auto response = json_response(200, to_json(SeedView{seed.secret, seed.uri}));
                        response.headers.emplace_back("cache-control", "no-store");
                        return response;
                    });
                });
            });
    }

    Endpoint enable_totp() const {
        return endpoint(Action::session_own, "POST", "/api/v1/session/totp/confirmation")
            .summary("用一次口令启用动态口令")
            .secret()
            .changes<CodeInput, TotpAnswer>(200, [self = *this](Context const& context, CodeInput const& in) {
                return self.own(context).and_then([&](auto const& session) {
                    return self.sessions_.enable_totp(session, context.actor(), in.code.value);
                });
            });
    }

    Endpoint disable_totp() const {
        return endpoint(Action::session_own, "DELETE", "/api/v1/session/totp")
            .summary("停用动态口令")
            .reauthenticated()
            .changes<Nothing, TotpAnswer>(200, [self = *this](Context const& context, Nothing) {
                return self.own(context).and_then(
                    [&](auto const& session) { return self.sessions_.disable_totp(session, context.actor()); });
            });
    }

    access::Sessions& sessions_;
    CookieOptions cookie_;
};

}  // namespace

SessionLookup session_lookup(access::Sessions& sessions) {
    return [&sessions](std::string_view token) -> std::optional<SignedIn> {
        auto session = sessions.find(token);
        if (!session) return std::nullopt;
        return SignedIn{std::move(session->who), std::move(session->csrf_token), session->must_change_password};
    };
}

std::vector<Endpoint> session_endpoints(access::Sessions& sessions, CookieOptions const& cookie) {
    return Family(sessions, cookie).all();
}

}  // namespace anping::api
