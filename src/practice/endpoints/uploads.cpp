// SPDX-License-Identifier: Apache-2.0
// tus 1.0.0 (https://tus.io): creation, HEAD for the offset, PATCH to append. The file's name travels in
// Upload-Metadata, and beside it "unclassified" (the text "true"): nothing is taken in before whoever sends it says
// that nothing in it is classified (XJ-5d). Sizes are bytes.
#include <charconv>

#include <anping/api/problem.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

constexpr char const* kTus = "1.0.0";

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t out = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (ec != std::errc() || end != text.data() + text.size() || out < 0) return std::nullopt;
    return out;
}

// The value of one key out of "key base64,key base64".
std::string value_of(std::string_view metadata, std::string_view key) {
    while (!metadata.empty()) {
        auto const comma = std::min(metadata.find(','), metadata.size());
        auto pair = metadata.substr(0, comma);
        metadata.remove_prefix(std::min(comma + 1, metadata.size()));
        while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
        if (!pair.starts_with(key) || !pair.substr(key.size()).starts_with(' ')) continue;
        return crypto::from_base64(pair.substr(key.size() + 1)).value_or("");
    }
    return {};
}

http::Response tus_response(int status, vault::UploadState const& state) {
    http::Response response;
    response.status = status;
    return std::move(response)
        .with("Tus-Resumable", kTus)
        .with("Upload-Offset", std::to_string(state.offset))
        .with("Upload-Length", std::to_string(state.length))
        .with("Cache-Control", "no-store");
}

// An upload is its owner's alone; to others it does not exist.
Result<vault::UploadState> own(Rooms const& rooms, Context const& context) {
    auto state = rooms.vault.state({context.capture("id")});
    if (!state) return state;
    if (state->owner != context.who.account.text)
        return fail(ErrorCode::not_found, "vault.unknown_upload", "没有这个上传");
    return state;
}

Result<access::Target> target_of(Context const& context) {
    access::Target target;
    // A bureau's files are of its region, an enterprise's of a matter it is a party to; nobody else's upload gets past
    // own().
    if (context.who.unit_kind == access::UnitKind::enterprise) target.parties = {context.who.unit};
    else if (context.who.unit_kind != access::UnitKind::bureau) target.unit = context.who.unit;
    target.region = context.who.region;
    target.authority = context.who.authority;
    return target;
}

class Sink final : public http::BodySink {
public:
    explicit Sink(std::unique_ptr<vault::Vault::Append> append) : append_(std::move(append)) {}
    bool write(std::string_view bytes) override {
        auto written = append_->write(bytes);
        if (!written) problem_ = std::move(written.error());
        return !problem_;
    }
    http::Response finish() override {
        if (problem_) return refused(*problem_);
        auto state = append_->finish();
        if (!state) return refused(state.error());
        auto response = tus_response(204, *state);
        if (state->blob) response.with("Anping-SM3", state->blob->sm3).with("Anping-SHA256", state->blob->sha256);
        return response;
    }

private:
    static http::Response refused(Error const& error) { return api::problem(error, {}); }
    std::unique_ptr<vault::Vault::Append> append_;
    std::optional<Error> problem_;
};

api::Endpoint create(Rooms const& rooms) {
    return endpoint(Action::evidence_upload, "POST", "/api/v1/uploads")
        .summary("开始上传一个文件（tus 1.0）")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const length = number(context.request.header("upload-length"));
            if (!length) return fail(ErrorCode::invalid_input, "vault.length", "Upload-Length 应为文件的字节数");
            auto const metadata = context.request.header("upload-metadata");
            auto const name = value_of(metadata, "filename");
            if (name.empty())
                return fail(ErrorCode::invalid_input, "vault.file_name", "Upload-Metadata 应包含 filename");
            if (value_of(metadata, "unclassified") != "true") return classified_unsaid();
            auto state = rooms.vault.create(context.who.account.text, name, *length, true);
            if (!state) return unexpected<Error>(std::move(state.error()));
            return tus_response(201, *state).with("Location", "/api/v1/uploads/" + state->id.text);
        });
}

api::Endpoint offset(Rooms const& rooms) {
    return endpoint(Action::evidence_upload, "GET", "/api/v1/uploads/{id}")
        .summary("已经收到多少字节；完成后给出摘要和读出的信息")
        .target(target_of)
        .returns<vault::UploadState>([rooms](Context const& context) -> Result<http::Response> {
            auto state = own(rooms, context);
            if (!state) return unexpected<Error>(std::move(state.error()));
            auto response = api::json_response(200, to_json(*state));
            for (auto& header : tus_response(200, *state).headers) response.headers.push_back(std::move(header));
            return response;
        });
}

api::Endpoint append(Rooms const& rooms) {
    return endpoint(Action::evidence_upload, "PATCH", "/api/v1/uploads/{id}")
        .summary("续传：从 Upload-Offset 开始的字节")
        .target(target_of)
        .body_limit(17'179'869'184)
        .streams<http::Response>([rooms](Context const& context) -> Result<std::unique_ptr<http::BodySink>> {
            auto state = own(rooms, context);
            if (!state) return unexpected<Error>(std::move(state.error()));
            auto const offset = number(context.request.header("upload-offset"));
            if (!offset) return fail(ErrorCode::invalid_input, "vault.offset", "Upload-Offset 应为字节数");
            auto opened = rooms.vault.append(state->id, *offset);
            if (!opened) return unexpected<Error>(std::move(opened.error()));
            return std::make_unique<Sink>(std::move(*opened));
        });
}

}  // namespace

std::vector<api::Endpoint> families::uploads(Rooms const& rooms) {
    return {create(rooms), offset(rooms), append(rooms)};
}

}  // namespace anping::practice
