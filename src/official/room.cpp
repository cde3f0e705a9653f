// SPDX-License-Identifier: Apache-2.0
#include "room.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include <anping/crypto/digest.hpp>
#include <anping/documents/qr.hpp>
#include <anping/documents/template.hpp>

namespace anping::official {
namespace {

Result<std::string> read_file(std::optional<std::string> const& path) {
    if (!path) return template_lost();
    std::ifstream in(*path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) return template_lost();
    return std::move(out).str();
}

}  // namespace

FileDigest digest_of(std::string const& bytes) {
    using enum crypto::HashAlgorithm;
    return {crypto::to_hex(crypto::hash(sm3, bytes)), crypto::to_hex(crypto::hash(sha256, bytes)),
            static_cast<std::int64_t>(bytes.size())};
}

Result<std::string> written(std::string const& template_docx, json::object const& values) {
    auto const& check = values.at("查验网址").as_string();
    documents::Placed const code{kCodePicture, documents::qr_png(std::string_view(check.data(), check.size()))};
    auto filled = documents::fill(template_docx, values, {&code, 1});
    if (!filled) return unexpected<Error>(std::move(filled.error()));
    return std::move(filled->docx);
}

Contents Service::Room::contents(db::Session& session, std::string const& ref) const {
    auto const text = with.personal.get(session, ref);
    if (!text) return {"已删除", {}};
    return from_trusted_json<Contents>(json::parse(*text));
}

std::string Service::Room::addressee_name(db::Session& session, Addressee const& addressee,
                                          Contents const& contents) const {
    if (addressee.kind == AddresseeKind::other) return contents.addressee_name;
    std::string name = addressee.id.value;
    with.directory.put_names(session, {&name});
    return name;
}

std::string Service::Room::short_name(db::Session& session, registry::BureauId const& bureau,
                                      field::RegionCode const& region, field::Authority authority) const {
    if (auto own = queries::short_name(session, bureau)) return std::move(*own);
    auto const* place = law->regions().find(region);
    return official::short_name(place == nullptr ? region.digits : place->name, authority);
}

bool Service::Room::is_registered(db::Session& session, Addressee const& addressee) const {
    switch (addressee.kind) {
        case AddresseeKind::institution: return with.directory.institution(session, {addressee.id.value}).has_value();
        case AddresseeKind::enterprise: return with.directory.enterprise(session, {addressee.id.value}).has_value();
        case AddresseeKind::other: break;
    }
    return false;
}

Result<Service::Room::Template> Service::Room::template_of(db::Session& session, registry::BureauId const& bureau,
                                                           DocumentForm const& form) const {
    if (auto const own = queries::template_in_force(session, bureau, form.kind)) {
        auto bytes = stored(own->file.sm3);
        if (!bytes) return unexpected<Error>(std::move(bytes.error()));
        return Template{std::move(*bytes), own->file.sm3};
    }
    auto bytes = default_template(form);
    auto sm3 = digest_of(bytes).sm3;
    return Template{std::move(bytes), std::move(sm3)};
}

Result<std::string> Service::Room::stored(std::string const& sm3) const { return read_file(with.vault.path_of(sm3)); }

Result<std::vector<Scan>> Service::Room::scans(access::Principal const& who,
                                               std::vector<vault::UploadId> const& uploads,
                                               std::string const& pointer) const {
    std::vector<Scan> out;
    for (std::size_t i = 0; i < uploads.size(); ++i) {
        auto const at = pointer == "/scans" ? fmt::format("{}/{}", pointer, i) : pointer;
        auto const state = with.vault.state(uploads[i]);
        if (!state || state->owner != who.account.text)
            return wrong_field(at, "upload", "没有这个上传，或不是您上传的");
        if (!state->blob) return wrong_field(at, "incomplete", "文件还没有传完");
        out.push_back({state->file_name, {state->blob->sm3, state->blob->sha256, state->blob->size}});
    }
    return out;
}

}  // namespace anping::official
