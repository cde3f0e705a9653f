// SPDX-License-Identifier: Apache-2.0
// Files of documents: kept once they are issued, made again where they are not in the vault.
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <anping/base/json.hpp>
#include <anping/documents/archive.hpp>
#include <anping/documents/form.hpp>
#include <anping/documents/list.hpp>

#include "room.hpp"

namespace anping::official {
namespace {

namespace fs = std::filesystem;

// A file of its own below the directory, gone with this.
class Passing {
public:
    Passing(std::string const& directory, std::string const& bytes) {
        std::error_code missing;
        fs::create_directories(directory, missing);
        if (missing) return;  // a full disk
        path_ = directory + "/document-XXXXXX";
        int const file = ::mkstemp(path_.data());
        if (file < 0) return;
        ::close(file);
        std::ofstream out(path_, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.flush();
        whole_ = static_cast<bool>(out);
    }
    ~Passing() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    Passing(Passing const&) = delete;
    Passing& operator=(Passing const&) = delete;
    bool whole() const noexcept { return whole_; }
    std::string const& path() const noexcept { return path_; }

private:
    std::string path_;
    bool whole_ = false;
};

std::string way_in_words(DeliveryWay way) {
    switch (way) {
        case DeliveryWay::direct: return "直接送达";
        case DeliveryWay::left: return "留置送达";
        case DeliveryWay::electronic: return "电子送达";
        case DeliveryWay::post: return "邮寄送达";
        case DeliveryWay::announcement: return "公告送达";
    }
    return "";
}

// As a computer may call a file: what paths are made of is replaced.
std::string file_name(DocumentRow const& row) {
    std::string name = row.name + (row.number ? *row.number : "");
    if (row.stage == Stage::draft) name += "（草稿）";
    for (char& c : name)
        if (c == '/' || c == '\\' || c == ':') c = '-';
    return row.id.text + " " + name;
}

}  // namespace

Result<FileDigest> Service::keep(std::string const& bytes) const {
    auto digest = digest_of(bytes);
    if (with_.vault.path_of(digest.sm3)) return digest;
    Passing const file(with_.exports, bytes);
    if (!file.whole()) return fail(ErrorCode::unavailable, "vault.unavailable", "磁盘暂时不能写入，请稍后再试");
    if (auto kept = with_.vault.put(file.path()); !kept) return unexpected<Error>(std::move(kept.error()));
    return digest;
}

Result<void> Service::keep(Made const& made) const {
    if (auto kept = keep(made.template_docx); !kept) return unexpected<Error>(std::move(kept.error()));
    if (auto kept = keep(made.docx); !kept) return unexpected<Error>(std::move(kept.error()));
    return {};
}

Result<Document> Service::file(db::Session& session, DocumentId const& id, FileKind kind) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_document();
    Room const room{with_};
    Document out{{}, file_name(queries::document(session, id)->row)};
    if (kind == FileKind::pdf && state->pdf) {
        auto pdf = room.stored(state->pdf->sm3);
        if (!pdf) return unexpected<Error>(std::move(pdf.error()));
        out.bytes = std::move(*pdf);
        return out;
    }
    auto docx = docx_of(session, *state);
    if (!docx) return unexpected<Error>(std::move(docx.error()));
    out.bytes = std::move(*docx);
    if (kind == FileKind::docx) return out;
    if (!with_.to_pdf) return no_pdf();
    auto pdf = with_.to_pdf(out.bytes);
    if (!pdf) return unexpected<Error>(std::move(pdf.error()));
    out.bytes = std::move(*pdf);
    return out;
}

Result<std::string> Service::docx_of(db::Session& session, State const& state) const {
    Room const room{with_};
    if (state.issued && with_.vault.path_of(state.issued->docx.sm3)) return room.stored(state.issued->docx.sm3);
    auto const statute = room.statute(state);
    auto const form = form_of(statute, state.kind);
    if (!form) return no_form();
    if (!state.issued) {
        auto const used = room.template_of(session, state.bureau, *form);
        if (!used) return unexpected<Error>(used.error());
        auto const contents = room.contents(session, state.contents);
        Around const around{with_.directory.bureau_name(state.bureau),
                            room.addressee_name(session, state.addressee, contents),
                            kDraft,
                            std::nullopt,
                            "",
                            limits(statute)};
        return written(used->docx, template_values(*form, contents.fields, around));
    }
    // Acknowledged, and then the machine stopped before the file was in the vault.
    auto const values = with_.personal.get(session, state.issued->values.ref);
    if (!values) return file_differs();
    auto used = room.stored(state.issued->template_sm3);
    if (!used) used = default_template(*form);
    if (digest_of(*used).sm3 != state.issued->template_sm3) return file_differs();
    auto made = written(*used, json::parse(*values).as_object());
    if (!made) return unexpected<Error>(std::move(made.error()));
    if (digest_of(*made).sm3 != state.issued->docx.sm3) return file_differs();
    if (auto kept = keep(Made{*made, *used}); !kept) return unexpected<Error>(std::move(kept.error()));
    return made;
}

Result<FileDigest> Service::make_pdf(db::Session& session, DocumentId const& id) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_document();
    if (!state->issued) return not_issued();
    if (state->pdf) return *state->pdf;
    auto pdf = file(session, id, FileKind::pdf);
    if (!pdf) return unexpected<Error>(std::move(pdf.error()));
    return keep(pdf->bytes);
}

Result<Document> Service::receipt(db::Session& session, DocumentId const& id) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_document();
    Room const room{with_};
    auto const statute = room.statute(*state);
    auto const form = form_of(statute, "delivery_receipt");
    if (!form) return no_form();
    auto const row = queries::document(session, id)->row;
    auto const contents = room.contents(session, state->contents);
    auto const addressee = room.addressee_name(session, state->addressee, contents);
    json::object fields{{"受送达单位（个人）", addressee}, {"送达文书名称、文号", row.name + row.number.value_or("")}};
    if (auto const cause = contents.fields.if_contains("案件名称")) fields["案件名称"] = *cause;
    std::optional<field::Date> day;
    if (auto const done = queries::deliveries(session, id); !done.empty()) {
        auto const& last = done.back().event;
        auto const kept = with_.personal.get(session, last.receipt.ref);
        auto const said = kept ? json::parse(*kept).as_object() : json::object();
        fields["送达方式"] = way_in_words(last.way);
        fields["送达日期"] = field::to_string(last.on);
        if (auto const* place = said.if_contains("place")) fields["送达地点"] = *place;
        if (auto const* note = said.if_contains("note")) fields["备注"] = *note;
        day = last.on;
    }
    auto const used = room.template_of(session, state->bureau, *form);
    if (!used) return unexpected<Error>(used.error());
    Around const around{with_.directory.bureau_name(state->bureau), addressee,      "", day,
                        state->issued ? state->issued->check : "",  limits(statute)};
    auto docx = written(used->docx, template_values(*form, fields, around));
    if (!docx) return unexpected<Error>(std::move(docx.error()));
    return Document{std::move(*docx), id.text + " 送达回执"};
}

Result<Document> Service::batch(db::Session& session, std::vector<DocumentRow> const& rows) const {
    std::vector<documents::File> files;
    for (auto const& row : rows) {
        auto docx = file(session, row.id, FileKind::docx);
        if (!docx) return unexpected<Error>(std::move(docx.error()));
        files.push_back({docx->name + ".docx", std::move(docx->bytes)});
        auto const state = queries::state(session, row.id);
        if (!state || !state->pdf) continue;
        if (auto pdf = file(session, row.id, FileKind::pdf))
            files.push_back({pdf->name + ".pdf", std::move(pdf->bytes)});
    }
    return Document{documents::zipped(std::move(files)), "documents"};
}

}  // namespace anping::official
