// SPDX-License-Identifier: Apache-2.0
#include <anping/api/problem.hpp>

#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

namespace anping::api {
namespace {

struct Row {
    ErrorCode code;
    int status;
    char const* title;
};
// An act the law or the process holds (refused) is well-formed and understood: 422, not 400.
constexpr Row kRows[] = {
    {ErrorCode::invalid_input, 400, "填写有误"},
    {ErrorCode::unauthenticated, 401, "未登录"},
    {ErrorCode::reauthenticate, 403, "需要再次验证身份"},
    {ErrorCode::forbidden, 403, "没有权限"},
    {ErrorCode::not_found, 404, "没有找到"},
    {ErrorCode::conflict, 409, "与已有记录冲突"},
    {ErrorCode::precondition_failed, 412, "内容已被他人修改"},
    {ErrorCode::refused, 422, "暂不能办理"},
    {ErrorCode::too_large, 413, "内容过大"},
    {ErrorCode::too_many, 429, "操作过于频繁"},
    {ErrorCode::unavailable, 503, "暂时无法办理"},
    {ErrorCode::internal, 500, "系统故障"},
};

Row const& row(ErrorCode code) noexcept {
    for (auto const& row : kRows)
        if (row.code == code) return row;
    return kRows[std::size(kRows) - 1];
}

constexpr std::int64_t kRetryAfter = 60;  // seconds, where nobody knows better

http::Response render(int status, json::object body, http::Request const& request,
                      std::int64_t retry_after = kRetryAfter) {
    if (!request.id.empty()) body.emplace("instance", "urn:anping:request:" + request.id);
    http::Response response;
    response.status = status;
    response.headers.emplace_back("content-type", "application/problem+json; charset=utf-8");
    response.headers.emplace_back("cache-control", "no-store");
    if (status == 503) response.headers.emplace_back("retry-after", "2");
    if (status == 429) response.headers.emplace_back("retry-after", std::to_string(retry_after));
    if (status == 401) response.headers.emplace_back("www-authenticate", "Session realm=\"anping\"");
    response.body = json::serialize(body);
    return response;
}

json::object text_schema() { return {{"type", "string"}}; }

}  // namespace

int status_of(ErrorCode code) noexcept { return row(code).status; }

http::Response problem(Error const& error, http::Request const& request) {
    auto const& [code, status, title] = row(error.code);
    json::object body{{"type", "urn:anping:problem:" + error.key},
                      {"title", title},
                      {"status", status},
                      {"detail", error.text},
                      {"code", to_string(code)}};
    if (!error.fields.empty()) {
        json::array fields;
        for (auto const& field : error.fields)
            fields.push_back({{"pointer", field.pointer}, {"rule", field.rule}, {"text", field.text}});
        body.emplace("errors", std::move(fields));
    }
    if (!error.clauses.empty()) body.emplace("clauses", json::value_from(error.clauses));
    return render(status, std::move(body), request, error.retry_after > 0 ? error.retry_after : kRetryAfter);
}

http::Response server_problem(int status, http::Request const& request) {
    struct Text {
        int status;
        char const* key;
        char const* title;
        char const* detail;
    };
    static constexpr Text kTexts[] = {
        {400, "http.malformed", "请求无法理解", "请求的格式不正确。"},
        {404, "http.no_such_address", "没有找到", "没有这个地址。"},
        {405, "http.method", "不支持的操作", "这个地址不支持该操作。"},
        {408, "http.too_slow", "请求超时", "请求没有在规定时间内发完。"},
        {413, "http.too_large", "内容过大", "提交的内容超过了允许的大小。"},
        {431, "http.headers_too_large", "请求头过大", "请求头超过了允许的大小。"},
        {503, "http.busy", "暂时无法办理", "系统繁忙，请稍后再试。"},
    };
    Text text{500, "http.fault", "系统故障", "系统出现故障，已记录，请稍后再试。"};
    for (auto const& known : kTexts)
        if (known.status == status) text = known;
    return render(status,
                  {{"type", std::string("urn:anping:problem:") + text.key},
                   {"title", text.title},
                   {"status", status},
                   {"detail", text.detail}},
                  request);
}

json::object problem_schema() {
    json::object field{{"type", "object"},
                       {"required", {"pointer", "rule", "text"}},
                       {"properties", {{"pointer", text_schema()}, {"rule", text_schema()}, {"text", text_schema()}}}};
    return {{"type", "object"},
            {"required", {"type", "title", "status", "detail"}},
            {"properties",
             {{"type", {{"type", "string"}, {"format", "uri"}}},
              {"title", text_schema()},
              {"status", {{"type", "integer"}}},
              {"detail", text_schema()},
              {"instance", {{"type", "string"}, {"format", "uri"}}},
              {"code", text_schema()},
              {"errors", {{"type", "array"}, {"items", std::move(field)}}},
              {"clauses", {{"type", "array"}, {"items", text_schema()}}}}}};
}

}  // namespace anping::api
