// SPDX-License-Identifier: Apache-2.0
// A bureau's own templates.
#include <algorithm>
#include <map>

#include <anping/base/json.hpp>
#include <anping/documents/template.hpp>

#include "room.hpp"

namespace anping::official {
namespace {

constexpr std::int64_t kTemplateBytes = 5 << 20;
constexpr char const* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// A refusal of the file is one of the field that names it.
Error of_upload(Error error) {
    error.fields.push_back({"/upload", error.key, error.text});
    return error;
}

// Something in every place, so that whatever has no value is a name the kind does not have.
json::object sample(DocumentForm const& form) {
    json::object fields;
    for (auto const& field : form.fields) {
        if (field.input != FieldInput::rows) continue;
        json::object row;
        for (auto const& column : field.columns) row[column.code] = column.name;
        fields[field.code] = json::array{row};
    }
    auto limits = json::object{{"听证", ""}, {"复议", ""}, {"诉讼", ""}, {"缴款", ""}};
    return template_values(form, fields, {"", "", "", std::nullopt, "", std::move(limits)});
}

std::int64_t size_limit_megabytes() { return kTemplateBytes >> 20; }

}  // namespace

Result<Service::Looked> Service::look(access::Principal const& who, SetTemplate const& in) const {
    Room const room{with_};
    auto const form = form_of(room.statute(who), in.kind.value);
    if (!form) return no_form();
    auto state = with_.vault.state(in.upload);
    if (!state || state->owner != who.account.text)
        return wrong_field("/upload", "upload", "没有这个上传，或不是您上传的");
    if (!state->blob) return wrong_field("/upload", "incomplete", "文件还没有传完");
    auto const& blob = *state->blob;
    if (!blob.reading.problem.empty() || blob.reading.media_type != kDocx)
        return wrong_field("/upload", "docx", "表样应为没有密码、没有宏的 DOCX 文件（Word 或 WPS 的 .docx）");
    if (blob.size > kTemplateBytes)
        return wrong_field("/upload", "max_size",
                           "表样至多 " + std::to_string(size_limit_megabytes()) + " MB，请压缩其中的图片");
    auto const bytes = room.stored(blob.sm3);
    if (!bytes) return unexpected<Error>(bytes.error());
    if (auto admitted = documents::admit(*bytes); !admitted) return unexpected<Error>(of_upload(admitted.error()));
    documents::Placed const code{kCodePicture, ""};
    auto filled = documents::fill(*bytes, sample(*form), {&code, 1});
    if (!filled) return unexpected<Error>(of_upload(filled.error()));
    return Looked{state->file_name,
                  {blob.sm3, blob.sha256, blob.size},
                  std::move(filled->known),
                  std::move(filled->unknown),
                  filled->missing.empty()};
}

Decision Service::set_template(access::Principal who, SetTemplate in, Looked looked) const {
    return [this, who = std::move(who), in = std::move(in),
            looked = std::move(looked)](ledger::Transaction&) -> Result<ledger::Decided> {
        Room const room{with_};
        auto const form = form_of(room.statute(who), in.kind.value);
        if (!form) return no_form();
        auto events = official::set_template(
            in, *form, {who.unit}, {looked.file_name, looked.file, looked.known, looked.unknown, looked.code});
        if (!events) return unexpected<Error>(std::move(events.error()));
        return ledger::Decided{std::move(*events), json::object{{"id", who.unit}}};
    };
}

Decision Service::withdraw_template(access::Principal who, WithdrawTemplate in) const {
    return [who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        registry::BureauId const bureau{who.unit};
        bool const own = queries::template_in_force(tx.session(), bureau, in.kind.value).has_value();
        auto events = official::withdraw_template(in, bureau, own);
        if (!events) return unexpected<Error>(std::move(events.error()));
        return ledger::Decided{std::move(*events), json::object{{"id", who.unit}}};
    };
}

std::vector<TemplateView> Service::templates(db::Session& session, access::Principal const& who) const {
    Room const room{with_};
    auto const statute = room.statute(who);
    std::map<std::string, std::vector<TemplateStep>> history;
    std::map<std::string, bool> own;
    for (auto& step : queries::template_steps(session, {who.unit})) {
        own.try_emplace(step.kind, step.own);  // the newest comes first
        TemplateStep out;
        auto const body = json::parse(step.body);
        if (step.own) {
            auto set = from_trusted_json<TemplateSet>(body);
            out = {std::move(set.file_name),
                   std::move(set.file.sm3),
                   std::move(set.names),
                   std::move(set.reason.value),
                   step.at,
                   with_.name_of(session, step.account),
                   step.entry};
        } else {
            auto withdrawn = from_trusted_json<TemplateWithdrawn>(body);
            out = {std::nullopt, std::nullopt,
                   {},           std::move(withdrawn.reason.value),
                   step.at,      with_.name_of(session, step.account),
                   step.entry};
        }
        history[step.kind].push_back(std::move(out));
    }
    std::vector<TemplateView> out;
    for (auto const& kind : official::kinds(statute)) {
        auto const form = form_of(statute, kind.kind);
        out.push_back({kind.kind, kind.name, own.contains(kind.kind) && own[kind.kind], places(*form),
                       std::move(history[kind.kind])});
    }
    return out;
}

Result<Document> Service::template_file(db::Session& session, access::Principal const& who,
                                        std::string const& kind) const {
    Room const room{with_};
    auto const form = form_of(room.statute(who), kind);
    if (!form) return no_form();
    auto used = room.template_of(session, {who.unit}, *form);
    if (!used) return unexpected<Error>(std::move(used.error()));
    return Document{std::move(used->docx), form->name + "（表样）"};
}

}  // namespace anping::official
