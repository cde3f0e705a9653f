// SPDX-License-Identifier: Apache-2.0
#include <anping/api/openapi.hpp>

#include <random>

#include "json_schema.hpp"
#include "support.hpp"

namespace anping::api {
namespace {

using access::Action;

Endpoint edit_note() {
    return endpoint(Action::survey_record, "PUT", "/api/v1/notes/{id}/parts/{part}")
        .summary("改笔记")
        .query("dry", "只试不写")
        .target([](Context const&) -> Result<access::Target> { return access::Target{}; })
        .if_match()
        .reauthenticated()
        .changes<NoteInput, NoteView>(
            200, [](Context const&, NoteInput const&) -> Result<ledger::Written> { return ledger::Written{}; });
}

json::object document_of(std::vector<Endpoint> endpoints) {
    return openapi_document(endpoints, access::Policy{}, "1.2.3");
}

TEST(OpenApi, DescribesAnEndpointWhole) {
    auto const document = document_of({edit_note()});
    EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
    EXPECT_EQ(document.at("info").at("version").as_string(), "1.2.3");
    auto const& put = document.at("paths").at("/api/v1/notes/{id}/parts/{part}").at("put");
    EXPECT_EQ(put.at("operationId").as_string(), "put_notes_id_parts_part");
    EXPECT_EQ(put.at("summary").as_string(), "改笔记");
    EXPECT_EQ(put.at("x-action").as_string(), "survey_record");
    EXPECT_TRUE(put.at("x-reauthenticated").as_bool());
    std::set<std::string> parameters;
    for (auto const& parameter : put.at("parameters").as_array()) {
        parameters.insert(std::string(parameter.at("in").as_string()) + ":" +
                          std::string(parameter.at("name").as_string()));
        if (parameter.at("in").as_string() == "path") { EXPECT_TRUE(parameter.at("required").as_bool()); }
    }
    EXPECT_EQ(parameters, (std::set<std::string>{"path:id", "path:part", "query:dry", "header:Idempotency-Key",
                                                 "header:If-Match"}));
    auto const& result =
        put.at("responses").at("200").at("content").at("application/json").at("schema").at("properties");
    EXPECT_EQ(result.at("result"), json::value(schema_of<NoteView>()));
    EXPECT_EQ(result.at("receipt").at("anyOf").at(0).at("$ref").as_string(), "#/components/schemas/Receipt");
    EXPECT_TRUE(put.at("responses").as_object().contains("412"));
    EXPECT_EQ(put.at("security").as_array().size(), 1U);
    EXPECT_TRUE(document.at("components").at("schemas").at("Receipt").at("properties").as_object().contains("proof"));
    EXPECT_TRUE(document.at("components").at("schemas").at("Problem").at("properties").as_object().contains("clauses"));
}

TEST(OpenApi, AsksNoSessionForWhatIsPublic) {
    std::vector<Endpoint> endpoints;
    endpoints.push_back(endpoint(Action::report_check, "GET", "/api/v1/files/{rest...}")
                            .summary("查")
                            .returns<NoteView>([](Context const&) { return NoteView{}; }));
    auto const document = document_of(std::move(endpoints));
    auto const& get = document.at("paths").at("/api/v1/files/{rest}").at("get");
    EXPECT_FALSE(get.as_object().contains("security"));
    EXPECT_EQ(get.at("parameters").at(0).at("name").as_string(), "rest");
    EXPECT_FALSE(get.as_object().contains("requestBody"));
}

TEST(OpenApi, KeepsEveryMethodOfAnAddress) {
    House house;
    auto const document = document_of(session_endpoints(*house.sessions));
    auto const& session = document.at("paths").at("/api/v1/session").as_object();
    EXPECT_TRUE(session.contains("get") && session.contains("post") && session.contains("delete"));
    std::set<std::string> ids;
    std::size_t operations = 0;
    for (auto const& [path, methods] : document.at("paths").as_object())
        for (auto const& [method, operation] : methods.as_object()) {
            ids.emplace(operation.at("operationId").as_string());
            ++operations;
        }
    EXPECT_EQ(ids.size(), operations);
}

// Bodies, good and bad, made from a good one: the document and the reader must agree about each.
class Bodies {
public:
    json::value next() {
        json::object body{{"text", "一二三"}, {"tags", json::array{json::object{{"name", "a"}, {"colour", "red"}}}}};
        for (int i = 0; i < roll(3); ++i) alter(body);
        return body;
    }

private:
    int roll(int n) { return std::uniform_int_distribution<>(0, n - 1)(random_); }
    json::value anything() {
        static json::array const values{nullptr,
                                        true,
                                        0,
                                        -5,
                                        "",
                                        "x",
                                        "一二",
                                        "12345678901",
                                        "652301",
                                        "65230",
                                        "red",
                                        "blue",
                                        json::array{},
                                        json::array{1},
                                        json::object{},
                                        json::object{{"name", "b"}},
                                        json::array{json::object{{"name", "b"}}},
                                        json::array{json::object{{"name", "123456"}}},
                                        json::array{json::object{{"name", "b"}, {"colour", nullptr}}},
                                        json::array{json::object{{"name", "b"}, {"colour", "blue"}}},
                                        json::array{json::object{{"colour", "green"}}}};
        return values[static_cast<std::size_t>(roll(static_cast<int>(values.size())))];
    }
    void alter(json::object& body) {
        static char const* const names[] = {"text", "weight", "tags", "pinned", "region", "unknown"};
        auto const* name = names[roll(6)];
        if (roll(4) == 0) body.erase(name);
        else body[name] = anything();
    }
    std::mt19937 random_{7};
};

TEST(OpenApi, AcceptsAndRefusesBodiesExactlyAsTheReaderDoes) {
    auto const document = document_of({edit_note()});
    auto const& schema = document.at("paths")
                             .at("/api/v1/notes/{id}/parts/{part}")
                             .at("put")
                             .at("requestBody")
                             .at("content")
                             .at("application/json")
                             .at("schema")
                             .as_object();
    Bodies bodies;
    int accepted = 0, refused = 0;
    for (int i = 0; i < 5000; ++i) {
        auto const body = bodies.next();
        // Null for a member that must be there is the reader's "missing"; both refuse it, each in its way.
        bool const by_reader = from_json<NoteInput>(body).has_value();
        ASSERT_EQ(valid(schema, body), by_reader) << json::serialize(body);
        ++(by_reader ? accepted : refused);
    }
    EXPECT_GT(accepted, 500);
    EXPECT_GT(refused, 500);
}

}  // namespace
}  // namespace anping::api
