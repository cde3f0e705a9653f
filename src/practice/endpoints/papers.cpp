// SPDX-License-Identifier: Apache-2.0
// What is printed and filed on paper: the notice as its form, receipts in batches, the bureau's ledger.
#include <anping/documents/form.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "../notice_forms.hpp"
#include "families.hpp"
#include "own_papers.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using documents::Form;

constexpr std::size_t kReceipts = 100;  // in one document

api::Endpoint form_of_notice(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/notice-form")
        .summary("从业告知书（表式）及各部门的收讫回执，DOCX")
        .query("notice", "告知编号；不填为最近一份")
        .target(family::of_project(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            std::optional<NoticeId> asked;
            if (auto const named = context.request.query_value("notice")) asked = NoticeId{*named};
            auto lease = rooms.pool.lease();
            auto const paper = rooms.service.notice_paper(*lease, {context.capture("id")}, asked);
            if (!paper) return unexpected<Error>(paper.error());
            std::vector<Form> forms{notice_form(rooms.service, *paper)};
            for (auto const& to : paper->notice.addressees) forms.push_back(receipt_form(paper->notice, to));
            return attachment(documents::docx(forms), kDocx, paper->notice.id.text + ".docx");
        });
}

std::vector<NoticeId> ids_in(std::string_view text) {
    std::vector<NoticeId> out;
    while (!text.empty() && out.size() < kReceipts) {
        auto const comma = text.find(',');
        if (comma != 0) out.push_back({std::string(text.substr(0, comma))});
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    return out;
}

// In the bureau's own form where it has one: each stands on a page of its own.
Result<std::string> receipts_in(Rooms const& rooms, db::Session& session, std::string const& bureau,
                                std::vector<NoticeId> const& ids) {
    std::vector<std::pair<NoticeView, AddresseeView>> received;
    for (auto const& notice : rooms.service.notices(session, {bureau}, ids))
        for (auto const& to : notice.addressees)
            if (to.addressee.bureau.text == bureau) received.emplace_back(notice, to);
    if (received.empty()) return unknown_notice();
    std::vector<json::object> each;
    if (Templates(rooms.vault).in_force(session, bureau, PaperKind::notice_receipt))
        for (auto const& [notice, to] : received) {
            auto const paper = rooms.service.notice_paper(session, notice.project, notice.id);
            if (!paper) return unexpected<Error>(paper.error());
            each.push_back(
                notice_values(PaperKind::notice_receipt, *paper, to, family::names_for(rooms, paper->project)));
        }
    return family::written(rooms, session, bureau, PaperKind::notice_receipt, each, [&] {
        std::vector<Form> forms;
        forms.reserve(received.size());
        for (auto const& [notice, to] : received) forms.push_back(receipt_form(notice, to));
        return forms;
    });
}

api::Endpoint receipts(Rooms const& rooms) {
    return endpoint(Action::notice_inbox, "GET", "/api/v1/notices/receipts")
        .summary("本部门收到的告知的收讫回执，成批打印，DOCX")
        .query("ids", "告知编号，逗号分隔，至多 100 个")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const ids = ids_in(context.request.query_value("ids").value_or(""));
            auto lease = rooms.pool.lease();
            auto bytes = receipts_in(rooms, *lease, context.who.unit, ids);
            if (!bytes) return unexpected<Error>(std::move(bytes.error()));
            return attachment(std::move(*bytes), kDocx, "receipts.docx");
        });
}

}  // namespace

std::vector<api::Endpoint> families::papers(Rooms const& rooms) { return {form_of_notice(rooms), receipts(rooms)}; }

}  // namespace anping::practice
