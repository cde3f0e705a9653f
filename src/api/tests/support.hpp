// SPDX-License-Identifier: Apache-2.0
// A small house of notes behind a real dispatcher: accounts, sessions, a ledger, and endpoints made for the tests.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <anping/access/accounts.hpp>
#include <anping/access/projection.hpp>
#include <anping/access/sessions.hpp>
#include <anping/api/dispatcher.hpp>
#include <anping/api/session_endpoints.hpp>
#include <anping/api/testing.hpp>
#include <anping/db/testing.hpp>

namespace anping::api {

using testing::body_of;
using testing::header_of;

struct NotePut {
    static constexpr char const* kType = "note.put";
    static constexpr std::int64_t kVersion = 1;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NotePut, (), (text))

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Tag {
    Text<1, 5> name;
    std::optional<Colour> colour;
};
BOOST_DESCRIBE_STRUCT(Tag, (), (name, colour))

struct NoteInput {
    Text<2, 10> text;
    std::optional<std::int64_t> weight;
    std::vector<Tag> tags;
    std::optional<bool> pinned;
    std::optional<field::RegionCode> region;
};
BOOST_DESCRIBE_STRUCT(NoteInput, (), (text, weight, tags, pinned, region))

struct NoteView {
    std::string id;
    std::string text;
    std::optional<std::int64_t> weight;
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (id, text, weight))

inline access::Principal leader(std::string unit = "ins-1") {
    access::Principal who;
    who.account = {"acc-0"};
    who.role = access::Role::project_leader;
    who.unit = std::move(unit);
    who.unit_kind = access::UnitKind::institution;
    who.region = {"650100"};
    return who;
}

class TemporaryDirectory {
public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "anping-api-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path = name;
    }
    ~TemporaryDirectory() { std::filesystem::remove_all(path); }
    TemporaryDirectory(TemporaryDirectory const&) = delete;
    TemporaryDirectory& operator=(TemporaryDirectory const&) = delete;
    std::string path;
};

// A ledger with accounts and sessions on SQLite; the module access is tested on both back ends itself.
class House {
    // Destroyed last: the writer still has them.
    TemporaryDirectory directory_;
    db::ScratchDatabase scratch_{db::Backend::sqlite};
    access::AccountProjection projection_;

public:
    static constexpr char const* kPassword = "correct horse battery";

    House() {
        {
            auto session = db::open(scratch_.address(), db::Mode::write);
            session.script(access::kept_schema());
            ledger::Personal::create(session);
        }
        ledger::WriterOptions options;
        options.directory = directory_.path;
        options.origin = "test.example/ledger";
        writer = std::make_unique<ledger::Writer>(scratch_.address(), options,
                                                  std::vector<ledger::Projection*>{&projection_}, clock);
        pool = std::make_unique<db::Pool>(scratch_.address(), 2);
        accounts = std::make_unique<access::Accounts>(*pool, *writer, personal, secrets);
        sessions = std::make_unique<access::Sessions>(*pool, *writer, personal, secrets, clock);
        accounts->on_ended([this](access::AccountId const& account) { sessions->forget(account); });
    }
    access::AccountId add(std::string login, access::Role role, std::string unit, access::UnitKind kind,
                          bool must_change = false) {
        access::NewAccount account{std::move(login),
                                   "张三",
                                   kPassword,
                                   role,
                                   std::move(unit),
                                   kind,
                                   field::RegionCode{"650100"},
                                   field::Authority::government,
                                   must_change};
        auto const written = accounts->create({"", "administrator", "platform", ""}, account);
        if (!written) throw std::runtime_error(written.error().text);
        return {std::string(written->answer.at("id").as_string())};
    }

    ManualClock clock{Timestamp{1'795'000'000'000'000}};
    ledger::Personal personal{std::string(48, 'k')};
    access::Secrets secrets{std::string(48, 'k'), access::SecretOptions{{64, 1}, 2, 2}};
    access::Policy policy;
    std::unique_ptr<ledger::Writer> writer;
    std::unique_ptr<db::Pool> pool;
    std::unique_ptr<access::Accounts> accounts;
    std::unique_ptr<access::Sessions> sessions;
};

// What a browser would keep: the cookie and the token.
class Browser {
public:
    explicit Browser(Dispatcher const& dispatcher) : dispatcher_(dispatcher) {}

    http::Response send(std::string const& method, std::string const& target, std::string body = {},
                        http::Headers headers = {}) {
        headers.emplace_back("host", "anping.test");
        if (!cookie.empty()) headers.emplace_back("cookie", "other=1; __Host-anping=" + cookie);
        auto request = testing::request(method, target, std::move(body), std::move(headers));
        for (auto const& endpoint : dispatcher_.endpoints())
            if (endpoint.method == method && testing::matches(endpoint.path, request))
                return remember(dispatcher_.answer(endpoint, request));
        throw std::runtime_error("no endpoint " + method + " " + target);
    }
    // As the program's own pages send it.
    http::Response change(std::string const& method, std::string const& target, std::string body = {},
                          http::Headers headers = {}) {
        headers.emplace_back("origin", "https://anping.test");
        headers.emplace_back("sec-fetch-site", "same-origin");
        headers.emplace_back("x-csrf-token", csrf);
        return send(method, target, std::move(body), std::move(headers));
    }
    http::Response sign_in(std::string const& login, std::string const& password = House::kPassword) {
        return change("POST", "/api/v1/session",
                      boost::json::serialize(boost::json::object{{"login", login}, {"password", password}}));
    }

    std::string cookie, csrf;

private:
    http::Response remember(http::Response response) {
        auto const set = header_of(response, "set-cookie");
        if (!set.empty()) cookie = set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1);
        if (response.status < 300 && !response.body.empty()) {
            auto body = body_of(response);
            if (body.is_object() && body.as_object().contains("result")) body = json::value(body.at("result"));
            if (body.is_object() && body.as_object().contains("csrf_token"))
                csrf = std::string(body.at("csrf_token").as_string());
        }
        return response;
    }

    Dispatcher const& dispatcher_;
};

}  // namespace anping::api
