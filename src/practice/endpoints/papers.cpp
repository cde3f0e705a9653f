// SPDX-License-Identifier: Apache-2.0
// What is printed and filed on paper: the notice as its form, receipts in batches, the bureau's ledger.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <anping/documents/form.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "papers.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using documents::Form;

constexpr std::size_t kReceipts = 100;  // in one document

char const* name_of(registry::AssessorLevel level) {
    switch (level) {
        case registry::AssessorLevel::level1: return "一级";
        case registry::AssessorLevel::level2: return "二级";
        case registry::AssessorLevel::level3: return "三级";
        case registry::AssessorLevel::none: return "";
    }
    return "";
}

// The answers to the fields of the form, by their codes in the book.
std::map<std::string, std::string> answers(Rooms const& rooms, NoticePaper const& paper) {
    auto const& project = paper.project;
    auto const& notice = paper.notice.content;
    rulebook::Place const place{project.region, project.authority};
    auto const catalogue = [&](char const* name) {
        return rooms.service.names_of(rulebook::Kind::catalogue, name, place);
    };
    return {
        {"institution", paper.institution.name},
        {"certificate", paper.institution.qualification.certificate.value},
        {"contact", notice.contact.value},
        {"phone", notice.phone.value},
        {"enterprise", project.enterprise_name},
        {"enterprise_address", paper.enterprise ? paper.enterprise->address : ""},
        {"project", project.title},
        {"kind", project.statutory ? looked_up(catalogue("statutory_kinds"), project.statutory_kind) : "非法定项目"},
        {"site", project.region_name + project.site},
        {"service_type", looked_up(catalogue("service_types"), project.service_type)},
        {"scope", looked_up(catalogue("scopes"), project.scope.code)},
        {"leader", project.leader_name},
        {"days", fmt::format("{}至{}", documents::chinese_day(notice.site_first_day),
                             documents::chinese_day(notice.site_last_day))},
        {"term", project.contract ? documents::chinese_day(project.contract->value().ends_on) : ""},
        {"reason", notice.reason ? notice.reason->value : ""}};
}

documents::Table members_of(Rooms const& rooms, NoticePaper const& paper) {
    rulebook::Place const place{paper.project.region, paper.project.authority};
    auto const duties = rooms.service.names_of(rulebook::Kind::catalogue, "team_duties", place);
    documents::Table table{"项目组成员", {{"姓名", 2}, {"级别", 1}, {"专业", 2}, {"证书编号", 3}, {"承担工作", 2}}, {}};
    for (auto const& [person, duty] : paper.members)
        table.rows.push_back({person.name, name_of(person.level), person.specialty, person.certificate.value_or(""),
                              person.id == paper.project.leader ? "项目组组长" : looked_up(duties, duty)});
    if (paper.members.empty())
        for (auto const& name : paper.notice.member_names) table.rows.push_back({name});
    return table;
}

Form notice_form(Rooms const& rooms, NoticePaper const& paper) {
    rulebook::Place const place{paper.project.region, paper.project.authority};
    auto const given = answers(rooms, paper);
    documents::Grid grid;
    for (auto const& [code, title] : rooms.service.fields_of("prior_notice", place)) {
        auto const answer = given.find(code);
        grid.pairs.push_back({title, answer == given.end() ? std::string() : answer->second});
    }
    std::vector<std::string> bureaus;
    for (auto const& to : paper.notice.addressees) bureaus.push_back(to.bureau_name);
    Form form;
    form.title = "从业告知书";
    form.addressee = fmt::format("{}", fmt::join(bureaus, "、"));
    form.number = paper.notice.id.text;
    form.blocks = {std::move(grid), members_of(rooms, paper)};
    form.closings = {{paper.institution.name, paper.notice.received_on}};
    form.footnote = fmt::format("账本条目 {}。告知自提交之时收到，不需要批准。", paper.notice.entry);
    return form;
}

Form receipt(NoticeView const& notice, AddresseeView const& to) {
    Form form;
    form.title = "从业告知收讫回执";
    form.blocks = {
        documents::Grid{{{"机构", notice.institution_name},
                         {"委托单位", notice.enterprise_name},
                         {"项目名称", notice.project_title},
                         {"项目所在地", notice.region_name},
                         {"现场日期", fmt::format("{}至{}", documents::chinese_day(notice.content.site_first_day),
                                                  documents::chinese_day(notice.content.site_last_day))},
                         {"收到日期", documents::chinese_day(notice.received_on)},
                         {"告知方式", name_of(notice.channel)}}},
        documents::Paragraph{"已收到上列从业告知。收到即告知完成，不需要批准。"}};
    form.footnote = fmt::format("告知 {}，账本条目 {}", notice.id.text, notice.entry);
    form.stamp = documents::Stamp{"收讫回执", to.addressee.receipt_number, to.bureau_name, notice.filed_at};
    if (notice.channel != Channel::online) form.stamp->received_on = notice.received_on;
    return form;
}

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
            std::vector<Form> forms{notice_form(rooms, *paper)};
            for (auto const& to : paper->notice.addressees) forms.push_back(receipt(paper->notice, to));
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

api::Endpoint receipts(Rooms const& rooms) {
    return endpoint(Action::notice_inbox, "GET", "/api/v1/notices/receipts")
        .summary("本部门收到的告知的收讫回执，成批打印，DOCX")
        .query("ids", "告知编号，逗号分隔，至多 100 个")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const ids = ids_in(context.request.query_value("ids").value_or(""));
            auto lease = rooms.pool.lease();
            std::vector<Form> forms;
            for (auto const& notice : rooms.service.notices(*lease, {context.who.unit}, ids))
                for (auto const& to : notice.addressees)
                    if (to.addressee.bureau.text == context.who.unit) forms.push_back(receipt(notice, to));
            if (forms.empty()) return unknown_notice();
            return attachment(documents::docx(forms), kDocx, "receipts.docx");
        });
}

}  // namespace

std::vector<api::Endpoint> families::papers(Rooms const& rooms) { return {form_of_notice(rooms), receipts(rooms)}; }

}  // namespace anping::practice
