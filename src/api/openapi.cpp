// SPDX-License-Identifier: Apache-2.0
#include <anping/api/openapi.hpp>

#include <algorithm>
#include <cctype>

#include <anping/api/answer.hpp>
#include <anping/api/problem.hpp>

namespace anping::api {
namespace {

json::object ref(char const* schema) { return {{"$ref", std::string("#/components/schemas/") + schema}}; }

json::object content(char const* type, json::object schema) {
    json::object media;
    media.emplace("schema", std::move(schema));
    json::object out;
    out.emplace(type, std::move(media));
    return out;
}

json::object parameter(std::string const& in, std::string const& name, std::string const& text, bool required) {
    json::object out{{"in", in}, {"name", name}, {"required", required}, {"schema", {{"type", "string"}}}};
    if (!text.empty()) out.emplace("description", text);
    return out;
}

json::array parameters(Endpoint const& endpoint) {
    json::array out;
    auto const& path = endpoint.path;
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
        auto name = path.substr(open + 1, path.find('}', open) - open - 1);
        if (name.ends_with("...")) name.resize(name.size() - 3);
        out.push_back(parameter("path", name, "", true));
    }
    for (auto const& [name, text] : endpoint.query) out.push_back(parameter("query", name, text, false));
    if (endpoint.changes && !endpoint.secret)
        out.push_back(parameter("header", "Idempotency-Key", "同一把钥匙的重发只办理一次，答复与第一次相同", false));
    if (endpoint.if_match) out.push_back(parameter("header", "If-Match", "您看到的版本（ETag）", true));
    return out;
}

// An absent member and null are the same to the reader; the document says so of every optional member.
void accept_null(json::object& schema) {
    if (auto* items = schema.if_contains("items"); items != nullptr && items->is_object())
        accept_null(items->get_object());
    auto* properties = schema.if_contains("properties");
    if (properties == nullptr) return;
    auto const* required = schema.if_contains("required");
    for (auto& property : properties->as_object()) {
        auto& inner = property.value().as_object();
        accept_null(inner);
        auto const name = json::value(property.key());
        bool const needed = required != nullptr && std::find(required->as_array().begin(), required->as_array().end(),
                                                             name) != required->as_array().end();
        if (needed || inner.empty()) continue;
        json::object either;
        either.emplace("anyOf", json::array{inner, json::object{{"type", "null"}}});
        property.value() = std::move(either);
    }
}

// `{rest...}` is the server's notation; a template of OpenAPI has a plain name.
std::string template_of(std::string path) {
    for (auto dots = path.find("...}"); dots != std::string::npos; dots = path.find("...}")) path.erase(dots, 3);
    return path;
}

json::object responses(Endpoint const& endpoint, bool open_to_all) {
    json::object success{{"description", "成功"}};
    if (!endpoint.output_schema.empty())
        success.emplace("content", content("application/json", endpoint.output_schema));
    json::object problem{{"description", "没有办成的原因"}};
    problem.emplace("content", content("application/problem+json", ref("Problem")));
    json::object out;
    out.emplace(std::to_string(endpoint.success), std::move(success));
    if (!open_to_all) out.emplace("401", problem);
    if (!open_to_all) out.emplace("403", problem);
    if (endpoint.if_match) out.emplace("412", problem);
    out.emplace("default", std::move(problem));
    return out;
}

json::object operation(Endpoint const& endpoint, access::Policy const& policy) {
    bool const open = policy.open_to_all(endpoint.action);
    json::object out{{"operationId", operation_id(endpoint)},
                     {"summary", endpoint.summary},
                     {"x-action", boost::describe::enum_to_string(endpoint.action, "")}};
    if (endpoint.reauthenticated) out.emplace("x-reauthenticated", true);
    if (auto list = parameters(endpoint); !list.empty()) out.emplace("parameters", std::move(list));
    if (!endpoint.input_schema.empty()) {
        auto schema = endpoint.input_schema;
        accept_null(schema);
        json::object body{{"required", true}};
        body.emplace("content", content("application/json", std::move(schema)));
        out.emplace("requestBody", std::move(body));
    }
    out.emplace("responses", responses(endpoint, open));
    if (!open) {
        json::object scheme;
        scheme.emplace("session", json::array());
        out.emplace("security", json::array{std::move(scheme)});
    }
    return out;
}

}  // namespace

std::string operation_id(Endpoint const& endpoint) {
    std::string out;
    for (char const c : endpoint.method) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::string_view path = endpoint.path;
    if (path.starts_with("/api/v1")) path.remove_prefix(7);
    for (char const c : path) {
        bool const letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter) out += c;
        else if (out.back() != '_') out += '_';
    }
    while (out.back() == '_') out.pop_back();
    return out;
}

json::object openapi_document(std::vector<Endpoint> const& endpoints, access::Policy const& policy,
                              std::string const& version) {
    json::object paths;
    for (auto const& endpoint : endpoints) {
        auto& path = paths.emplace(template_of(endpoint.path), json::object()).first->value().as_object();
        auto method = endpoint.method;
        for (char& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        path.emplace(method, operation(endpoint, policy));
    }
    json::object schemas;
    schemas.emplace("Problem", problem_schema());
    schemas.emplace("Receipt", receipt_schema());
    json::object components;
    components.emplace("schemas", std::move(schemas));
    components.emplace("securitySchemes",
                       json::object{{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-anping"}}}});
    json::object document{{"openapi", "3.1.0"},
                          {"info", {{"title", "安评 Anping"}, {"version", version}}},
                          {"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"}};
    document.emplace("paths", std::move(paths));
    document.emplace("components", std::move(components));
    return document;
}

}  // namespace anping::api
