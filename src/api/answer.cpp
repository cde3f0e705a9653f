// SPDX-License-Identifier: Apache-2.0
#include <anping/api/answer.hpp>

#include <boost/json/serialize.hpp>

#include <anping/access/policy.hpp>
#include <anping/base/codec.hpp>

#include "errors.hpp"

namespace anping::api {

http::Response json_response(int status, json::value const& body) {
    return text_response(status, json::serialize(body));
}

http::Response text_response(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.headers.emplace_back("content-type", "application/json; charset=utf-8");
    response.body = std::move(body);
    return response;
}

http::Response attachment(std::string bytes, char const* media_type, std::string const& file_name) {
    http::Response response;
    response.body = std::move(bytes);
    return std::move(response)
        .with("Content-Type", media_type)
        .with("Content-Disposition", "attachment; filename=\"" + file_name + "\"")
        .with("Cache-Control", "private, no-store");
}

http::Response change_response(int status, ledger::Written const& written) {
    json::object body;
    body.emplace("result", written.answer);
    body.emplace("receipt", written.receipt ? to_json(*written.receipt) : json::value(nullptr));
    auto response = json_response(status, body);
    if (written.replayed) response.headers.emplace_back("idempotency-replayed", "true");
    return response;
}

std::string etag(std::int64_t version) { return '"' + std::to_string(version) + '"'; }

http::Response versioned_response(http::Request const& request, std::int64_t version,
                                  std::function<std::string()> const& body) {
    auto const tag = etag(version);
    http::Response response;
    if (request.header("if-none-match") == tag) response.status = 304;
    else response = text_response(200, body());
    response.headers.emplace_back("etag", tag);
    return response;
}

Error hide(Error error) { return error.code == ErrorCode::not_found ? access::not_found() : error; }

Result<json::value> request_json(http::Request const& request) {
    if (request.body.empty()) return json::value(json::object());
    auto type = request.header("content-type");
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
    if (type != "application/json" && type != "application/merge-patch+json") return errors::not_json();
    return parse_json(request.body);
}

json::object receipt_schema() { return schema_of<ledger::Receipt>(); }

json::object change_schema(json::object inner) {
    json::object receipt;
    receipt.emplace(
        "anyOf", json::array{json::object{{"$ref", "#/components/schemas/Receipt"}}, json::object{{"type", "null"}}});
    json::object properties;
    properties.emplace("result", std::move(inner));
    properties.emplace("receipt", std::move(receipt));
    json::object out{{"type", "object"}, {"required", {"result", "receipt"}}};
    out.emplace("properties", std::move(properties));
    return out;
}

json::object page_schema(json::object item) {
    json::object items{{"type", "array"}};
    items.emplace("items", std::move(item));
    json::object properties;
    properties.emplace("items", std::move(items));
    properties.emplace("next", json::object{{"type", "string"}});
    json::object out{{"type", "object"}, {"required", json::array{"items"}}};
    out.emplace("properties", std::move(properties));
    return out;
}

}  // namespace anping::api
