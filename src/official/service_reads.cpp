// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/base/json.hpp>

#include "room.hpp"

namespace anping::official {
namespace {

DeliveryView view_of(queries::Delivered delivered, json::object const& receipt, std::string by) {
    auto const said = [&](char const* key) {
        auto const* found = receipt.if_contains(key);
        return found == nullptr ? std::string() : std::string(found->as_string());
    };
    auto& event = delivered.event;
    return {event.way,
            event.on,
            event.effective,
            std::move(event.deemed),
            said("receiver"),
            said("place"),
            said("note"),
            std::move(event.scans),
            std::move(event.warnings),
            std::move(by),
            delivered.entry,
            delivered.confirmed_at};
}

}  // namespace

Result<access::Target> Service::target(db::Session& session, DocumentId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_document();
    return std::move(*out);
}

std::vector<KindView> Service::kinds(access::Principal const& who) const {
    Room const room{with_};
    return official::kinds(room.statute(who));
}

Result<BlankDocument> Service::blank(db::Session& session, access::Principal const& who, std::string const& kind,
                                     Subject const& subject) const {
    Room const room{with_};
    auto const statute = room.statute(who);
    auto form = form_of(statute, kind);
    if (!form) return no_form();
    Known known;
    if (with_.known) known = with_.known(session, who, subject, kind);
    BlankDocument out{std::move(*form), known.addressee, known.addressee_name, {}, {}};
    out.addressee_name = room.addressee_name(session, known.addressee, {known.addressee_name, {}});
    auto const bureau = with_.directory.bureau_name({who.unit});
    auto const today = field::to_string(statute.day);
    for (auto const& field : out.form.fields) {
        if (auto const* given = known.fields.if_contains(field.code)) out.fields[field.code] = *given;
        else if (field.code == "管理局" || field.code == "管理部门" || field.code == "主持听证机关")
            out.fields[field.code] = bureau;
        else if (field.code == "日期" || field.code == "时间")
            if (field.input == FieldInput::date) out.fields[field.code] = today;
    }
    auto const issued = queries::issued_kinds(session, {who.unit}, subject);
    // What is not filled in yet is no news on a blank one.
    DocumentForm nothing_asked;
    nothing_asked.after = out.form.after;
    out.warnings = warnings(nothing_asked, {}, issued, official::kinds(statute));
    if (auto const lacking = room.lacking(session, subject, out.form); !lacking.empty())
        out.warnings.push_back(lacking_in_words(lacking) + "；签发时须写明理由");
    return out;
}

std::vector<DocumentRow> Service::documents(db::Session& session, access::Visibility const& sees,
                                            DocumentFilter const& filter, std::int64_t before,
                                            std::int64_t limit) const {
    Room const room{with_};
    auto found = queries::documents(session, sees, filter, before, limit);
    std::vector<std::string> refs;
    for (auto const& one : found)
        if (one.addressee.kind == AddresseeKind::other) refs.push_back(one.contents);
    auto const opened = with_.personal.open(session, refs);
    std::vector<DocumentRow> out;
    out.reserve(found.size());
    for (auto& one : found) {
        if (one.addressee.kind == AddresseeKind::other) {
            auto const kept = opened.find(one.contents);
            one.row.addressee_name = kept == opened.end()
                                         ? std::string("已删除")
                                         : from_trusted_json<Contents>(json::parse(kept->second.value)).addressee_name;
        }
        out.push_back(std::move(one.row));
    }
    std::vector<std::string*> names;
    for (std::size_t i = 0; i < out.size(); ++i) {
        names.push_back(&out[i].bureau_name);
        if (found[i].addressee.kind != AddresseeKind::other) names.push_back(&out[i].addressee_name);
    }
    with_.directory.put_names(session, names);
    return out;
}

Result<DocumentView> Service::document(db::Session& session, DocumentId const& id) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_document();
    Room const room{with_};
    auto found = queries::document(session, id);
    auto const rest = queries::rest(session, id);
    auto const statute = room.statute(*state);
    auto const contents = room.contents(session, state->contents);
    DocumentView out;
    out.row = std::move(found->row);
    out.row.bureau_name = with_.directory.bureau_name(state->bureau);
    out.row.addressee_name = room.addressee_name(session, state->addressee, contents);
    if (auto form = form_of(statute, state->kind)) out.form = std::move(*form);
    out.addressee = state->addressee;
    out.fields = contents.fields;
    out.limits = limits(statute);
    out.written_by = with_.name_of(session, rest.drafted_by);
    if (rest.issued_by) out.issued_by = with_.name_of(session, *rest.issued_by);
    if (state->issued) {
        out.warnings = state->issued->warnings;
        out.despite = state->issued->despite;
        out.check = state->issued->check;
        out.docx = state->issued->docx;
    } else {
        out.warnings =
            warnings(out.form, contents.fields, queries::issued_kinds(session, state->bureau, state->subject),
                     official::kinds(statute));
        if (state->stage == Stage::draft) out.lacking = room.lacking(session, state->subject, out.form);
    }
    out.pdf = state->pdf;
    for (auto& one : queries::deliveries(session, id)) {
        auto const kept = with_.personal.get(session, one.event.receipt.ref);
        auto by = with_.name_of(session, one.account);
        out.deliveries.push_back(
            view_of(std::move(one), kept ? json::parse(*kept).as_object() : json::object(), std::move(by)));
    }
    out.voided = rest.voided;
    out.consent = state->addressee.kind != AddresseeKind::other &&
                  queries::consent(session, state->bureau, state->addressee.id.value).has_value();
    out.version = rest.version;
    return out;
}

CheckView Service::check(db::Session& session, std::string const& asked) const {
    CheckView out;
    out.state = "unknown";
    auto const checked = queries::checked(session, asked);
    if (!checked) return out;
    auto state = queries::state(session, checked->id);
    auto found = queries::document(session, checked->id);
    out.state = checked->stage == Stage::voided ? "voided" : "issued";
    out.matched = checked->matched;
    out.bureau_name = with_.directory.bureau_name(state->bureau);
    out.name = std::move(found->row.name);
    out.number = std::move(found->row.number);
    out.issued_on = state->issued->on;
    out.docx = std::move(state->issued->docx);
    out.pdf = std::move(state->pdf);
    out.entry = checked->entry;
    return out;
}

std::vector<ConsentView> Service::consents(db::Session& session, access::Principal const& who) const {
    auto out = queries::consents(session, who.unit);
    std::vector<std::string*> names;
    for (auto& one : out) {
        names.push_back(&one.bureau_name);
        names.push_back(&one.party_name);
    }
    with_.directory.put_names(session, names);
    return out;
}

SettingsView Service::settings(db::Session& session, access::Principal const& who) const {
    Room const room{with_};
    SettingsView out;
    out.short_name = room.short_name(session, {who.unit}, who.region, who.authority);
    auto const statute = room.statute(who);
    if (auto const form = form_of(statute, "rectification_order"))
        if (auto const example = number(*form, out.short_name, statute.day, 0)) out.example = example->text;
    out.pdf = can_make_pdf();
    return out;
}

Result<Scan> Service::scan(db::Session& session, DocumentId const& id, std::string const& sm3) const {
    for (auto const& one : queries::deliveries(session, id))
        for (auto const& scan : one.event.scans)
            if (scan.file.sm3 == sm3) return scan;
    return fail(ErrorCode::not_found, "official.no_scan", "没有这个文件");
}

}  // namespace anping::official
