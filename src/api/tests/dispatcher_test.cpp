// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

namespace anping::api {
namespace {

using access::Action;

class Notes : public ::testing::Test {
protected:
    Result<access::Target> target_of(Context const& context) const {
        auto const& id = context.capture("id");
        if (id == "missing") return fail(ErrorCode::not_found, "note.unknown", "没有这份笔记 missing");
        access::Target target;
        target.unit = id == "theirs" ? "ins-2" : "ins-1";
        return target;
    }
    auto target() const {
        return [this](Context const& context) { return target_of(context); };
    }
    ledger::Change put(Context const& context, std::string text) const {
        return context.change([text = std::move(text)](ledger::Transaction&) -> Result<ledger::Decided> {
            return ledger::Decided{{ledger::event("note-1", NotePut{text})}, json::object{{"text", text}}};
        });
    }
    Endpoint view() const {
        return endpoint(Action::project_view, "GET", "/api/v1/notes/{id}")
            .summary("看")
            .target(target())
            .returns<NoteView>([](Context const& context) -> Result<Versioned<NoteView>> {
                return Versioned<NoteView>{{context.capture("id"), "文", std::nullopt}, 7};
            });
    }
    // Whose it is stands in the note itself.
    Endpoint self_told() const {
        return endpoint(Action::project_view, "GET", "/api/v1/letters/{id}")
            .summary("信")
            .returns<NoteView>(
                [this](Context const& context) -> Result<Versioned<NoteView>> {
                    if (auto found = target_of(context); !found) return unexpected<Error>(found.error());
                    return Versioned<NoteView>{{context.capture("id"), "文", std::nullopt}, 7};
                },
                [](NoteView const& read) {
                    access::Target target;
                    target.unit = read.id == "theirs" ? "ins-2" : "ins-1";
                    return target;
                });
    }
    Endpoint add() const {
        return endpoint(Action::project_open, "POST", "/api/v1/notes")
            .summary("写")
            .changes<NoteInput, NoteView>(201, [this](Context const& context, NoteInput const& in) {
                return house.writer->apply(put(context, in.text.value));
            });
    }
    Endpoint edit() const {
        return endpoint(Action::survey_record, "PUT", "/api/v1/notes/{id}")
            .summary("改")
            .target(target())
            .if_match()
            .changes<NoteInput, NoteView>(
                200, [this](Context const& context, NoteInput const& in) -> Result<ledger::Written> {
                    if (*context.if_match != 7)
                        return fail(ErrorCode::precondition_failed, "note.stale", "别人先改了。");
                    return house.writer->apply(put(context, in.text.value));
                });
    }
    Endpoint sign() const {
        return endpoint(Action::project_archive, "POST", "/api/v1/notes/{id}/seal")
            .summary("封")
            .target(target())
            .reauthenticated()
            .changes<Nothing, NoteView>(
                200, [this](Context const& context, Nothing) { return house.writer->apply(put(context, "sealed")); });
    }
    Endpoint list() const {
        return endpoint(Action::project_list, "GET", "/api/v1/notes")
            .summary("列")
            .returns<NoteView>([](Context const&) { return Page<NoteView>{{{"1", "文", 3}}, "next-cursor"}; });
    }
    Endpoint broken() const {
        return endpoint(Action::todo_list, "GET", "/api/v1/broken")
            .summary("坏")
            .returns<NoteView>([](Context const& context) -> Result<NoteView> {
                if (context.request.query_value("how") == "busy")
                    throw db::DbError(db::Fault::busy, "table note locked");
                throw std::runtime_error("secret path /etc/shadow");
            });
    }
    testing::Caller caller() const {
        return {{view(), self_told(), add(), edit(), sign(), list(), broken()}, house.policy, house.clock};
    }

    House house;
    std::string const note = R"({"text":"你好","tags":[]})";
};

TEST_F(Notes, AreForWhoIsSignedInAndMay) {
    auto const call = caller();
    EXPECT_EQ(call.get(access::Principal{}, "/api/v1/notes/1").status, 401);
    EXPECT_EQ(call.get(leader(), "/api/v1/notes/1").status, 200);
    auto auditor = leader();
    auditor.role = access::Role::auditor;
    EXPECT_EQ(call.get(auditor, "/api/v1/notes/1").status, 403);
}

TEST_F(Notes, OfOthersLookExactlyAsIfTheyDidNotExist) {
    auto const call = caller();
    auto const missing = call.get(leader(), "/api/v1/notes/missing");
    for (auto const* path : {"/api/v1/notes/theirs", "/api/v1/letters/theirs", "/api/v1/letters/missing"}) {
        auto const answer = call.get(leader(), path);
        EXPECT_EQ(answer.status, 404) << path;
        EXPECT_EQ(answer.body, missing.body) << path;
        EXPECT_EQ(answer.headers, missing.headers) << path;
    }
    EXPECT_EQ(call.get(leader(), "/api/v1/letters/1").status, 200);
    EXPECT_EQ(call.get(access::Principal{}, "/api/v1/letters/1").status, 401);
    // Even to learn that one must sign in again or send If-Match takes the right to know of the thing.
    EXPECT_EQ(call.post(leader(), "/api/v1/notes/theirs/seal", json::object()).body, missing.body);
    EXPECT_EQ(call.call(leader(), "PUT", "/api/v1/notes/theirs", note).body, missing.body);
}

TEST_F(Notes, AnswerChangesWithResultAndReceipt) {
    auto const answer = caller().post(leader(), "/api/v1/notes", json::parse(note));
    EXPECT_EQ(answer.status, 201) << answer.body;
    auto const body = body_of(answer);
    EXPECT_EQ(body.at("result").at("text").as_string(), "你好");
    EXPECT_EQ(body.at("receipt").at("entry").as_int64(), 0);
    EXPECT_EQ(body.at("receipt").at("leaf").as_string().size(), 64U);
    EXPECT_EQ(header_of(answer, "cache-control"), "no-store");
}

TEST_F(Notes, ReportEveryWrongFieldAtOnce) {
    auto const answer =
        caller().call(leader(), "POST", "/api/v1/notes", R"({"text":"x","tags":[{"name":""}],"more":1})");
    EXPECT_EQ(answer.status, 400);
    auto const body = body_of(answer);
    std::set<std::string> pointers;
    for (auto const& error : body.at("errors").as_array()) pointers.emplace(error.at("pointer").as_string());
    EXPECT_EQ(pointers, (std::set<std::string>{"/text", "/tags/0/name", "/more"}));
}

TEST_F(Notes, TakeNothingButJson) {
    auto const call = caller();
    EXPECT_EQ(call.call(leader(), "POST", "/api/v1/notes", note, {{"content-type", "text/plain"}}).status, 400);
    EXPECT_EQ(
        call.call(leader(), "POST", "/api/v1/notes", note, {{"content-type", "application/x-www-form-urlencoded"}})
            .status,
        400);
    EXPECT_EQ(call.call(leader(), "POST", "/api/v1/notes", note, {{"content-type", "application/json; charset=utf-8"}})
                  .status,
              201);
    EXPECT_EQ(call.call(leader(), "POST", "/api/v1/notes", "{\"text\":").status, 400);
    EXPECT_EQ(call.call(leader(), "POST", "/api/v1/notes", R"({"text":"aa","text":"bb","tags":[]})").status, 400);
}

TEST_F(Notes, AreWrittenOnceHoweverOftenTheyAreSent) {
    auto const call = caller();
    auto const first = call.call(leader(), "POST", "/api/v1/notes", note, {{"idempotency-key", "k-1"}});
    auto const again = call.call(leader(), "POST", "/api/v1/notes", note, {{"idempotency-key", "k-1"}});
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(header_of(first, "idempotency-replayed"), "");
    EXPECT_EQ(header_of(again, "idempotency-replayed"), "true");
    EXPECT_EQ(house.writer->size(), 1);
    auto const other =
        call.call(leader(), "POST", "/api/v1/notes", R"({"text":"另外","tags":[]})", {{"idempotency-key", "k-1"}});
    EXPECT_EQ(other.status, 409) << other.body;
    auto somebody = leader();
    somebody.account = {"acc-1"};
    EXPECT_EQ(call.call(somebody, "POST", "/api/v1/notes", note, {{"idempotency-key", "k-1"}}).status, 201);
    EXPECT_EQ(house.writer->size(), 2);
}

TEST_F(Notes, RefuseAnIdempotencyKeyThatIsNone) {
    auto const call = caller();
    EXPECT_EQ(call.call(leader(), "POST", "/api/v1/notes", note, {{"idempotency-key", std::string(129, 'k')}}).status,
              400);
    EXPECT_EQ(call.call(leader(), "POST", "/api/v1/notes", note, {{"idempotency-key", "a b"}}).status, 400);
}

TEST_F(Notes, HaveAStrongTagAndAreNotSentTwice) {
    auto const call = caller();
    auto const first = call.get(leader(), "/api/v1/notes/1");
    EXPECT_EQ(header_of(first, "etag"), "\"7\"");
    auto const same = call.get(leader(), "/api/v1/notes/1", {{"if-none-match", "\"7\""}});
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body.empty());
    EXPECT_EQ(header_of(same, "etag"), "\"7\"");
    EXPECT_EQ(call.get(leader(), "/api/v1/notes/1", {{"if-none-match", "\"6\""}}).status, 200);
}

TEST_F(Notes, AreChangedOnlyByWhoSaysWhatTheySaw) {
    auto const call = caller();
    auto const with = [&](std::string tag) {
        return call.call(leader(), "PUT", "/api/v1/notes/1", note, {{"if-match", std::move(tag)}}).status;
    };
    EXPECT_EQ(call.call(leader(), "PUT", "/api/v1/notes/1", note).status, 412);
    EXPECT_EQ(with("\"6\""), 412);
    EXPECT_EQ(with("7"), 412);
    EXPECT_EQ(with("\"7x\""), 412);
    EXPECT_EQ(with("W/\"7\""), 412);
    EXPECT_EQ(with("*"), 412);
    EXPECT_EQ(house.writer->size(), 0);
    EXPECT_EQ(with("\"7\""), 200);
}

TEST_F(Notes, AreSealedOnlyAfterThePasswordWasTypedAgain) {
    auto const call = caller();
    auto who = leader();
    auto const refused = call.post(who, "/api/v1/notes/1/seal", json::object());
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(body_of(refused).at("code").as_string(), "reauthenticate");
    who.recently_authenticated = true;
    EXPECT_EQ(call.post(who, "/api/v1/notes/1/seal", json::object()).status, 200);
}

TEST_F(Notes, AreListedWithACursor) {
    auto const body = body_of(caller().get(leader(), "/api/v1/notes"));
    EXPECT_EQ(body, json::parse(R"({"items":[{"id":"1","text":"文","weight":3}],"next":"next-cursor"})"));
}

TEST_F(Notes, NeverShowWhatBroke) {
    auto const call = caller();
    auto const fault = call.get(leader(), "/api/v1/broken");
    EXPECT_EQ(fault.status, 500);
    EXPECT_EQ(fault.body.find("shadow"), std::string::npos);
    auto const busy = call.get(leader(), "/api/v1/broken?how=busy");
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.body.find("note locked"), std::string::npos);
}

TEST_F(Notes, CannotBeDeclaredUnsafely) {
    auto const refused = [&](Endpoint endpoint) {
        std::vector<Endpoint> all;
        all.push_back(std::move(endpoint));
        EXPECT_THROW(testing::Caller(std::move(all), house.policy, house.clock), std::invalid_argument);
    };
    auto const nothing = [](Context const&) -> Result<http::Response> { return http::Response{}; };
    refused(endpoint(Action::project_view, "GET", "/n/{id}").summary("无主").returns<http::Response>(nothing));
    refused(endpoint(Action::todo_list, "GET", "/n").returns<http::Response>(nothing));  // says nothing about itself
    auto changing = add();
    changing.method = "GET";
    refused(std::move(changing));
    auto neither = list();
    neither.run = nullptr;
    refused(std::move(neither));
    // What is everybody's has no owner to name.
    std::vector<Endpoint> fine;
    fine.push_back(endpoint(Action::report_check, "GET", "/n/{id}").summary("公开").returns<http::Response>(nothing));
    EXPECT_NO_THROW(testing::Caller(std::move(fine), house.policy, house.clock));
}

TEST_F(Notes, CanArriveAsAStream) {
    struct Sink final : http::BodySink {
        std::string got;
        bool write(std::string_view bytes) override {
            got += bytes;
            return true;
        }
        http::Response finish() override { return http::text(200, got); }
    };
    std::vector<Endpoint> all;
    all.push_back(endpoint(Action::evidence_upload, "PATCH", "/up/{id}")
                      .summary("传")
                      .target(target())
                      .streams<http::Response>([](Context const&) -> Result<std::unique_ptr<http::BodySink>> {
                          return std::make_unique<Sink>();
                      }));
    testing::Caller const call(std::move(all), house.policy, house.clock);
    EXPECT_EQ(call.call(leader(), "PATCH", "/up/1", "bytes").body, "bytes");
    EXPECT_EQ(call.call(leader(), "PATCH", "/up/theirs", "bytes").status, 404);
    EXPECT_EQ(call.call(access::Principal{}, "PATCH", "/up/1", "bytes").status, 401);
    EXPECT_TRUE(call.dispatcher().routes().front().open_sink);
}

TEST_F(Notes, AreRoutesOfTheServerWithTheirLimits) {
    auto limited = add();
    limited.body_limit = 10;
    std::vector<Endpoint> all;
    all.push_back(std::move(limited));
    testing::Caller const call(std::move(all), house.policy, house.clock);
    auto const routes = call.dispatcher().routes();
    ASSERT_EQ(routes.size(), 2U);
    EXPECT_EQ(routes[0].method, "POST");
    EXPECT_EQ(routes[0].pattern, "/api/v1/notes");
    EXPECT_EQ(routes[0].body_limit, 10U);
    EXPECT_EQ(routes[1].pattern, "/api/v1/openapi.json");
    auto const document = body_of(routes[1].handle(testing::request("GET", "/api/v1/openapi.json")));
    EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
}

}  // namespace
}  // namespace anping::api
