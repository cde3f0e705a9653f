// SPDX-License-Identifier: Apache-2.0
#include "notice_forms.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "paper_words.hpp"

namespace anping::practice {
namespace {

// The answers to the fields of the form, by their codes in the book.
std::map<std::string, std::string> answers(Service const& service, NoticePaper const& paper) {
    auto const& project = paper.project;
    auto const& notice = paper.notice.content;
    rulebook::Place const place{project.region, project.authority};
    auto const catalogue = [&](char const* name) { return service.names_of(rulebook::Kind::catalogue, name, place); };
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

documents::Table members_of(Service const& service, NoticePaper const& paper) {
    rulebook::Place const place{paper.project.region, paper.project.authority};
    auto const duties = service.names_of(rulebook::Kind::catalogue, "team_duties", place);
    documents::Table table{"项目组成员", {{"姓名", 2}, {"级别", 1}, {"专业", 2}, {"证书编号", 3}, {"承担工作", 2}}, {}};
    for (auto const& [person, duty] : paper.members)
        table.rows.push_back({person.name, name_of(person.level), person.specialty, person.certificate.value_or(""),
                              person.id == paper.project.leader ? "项目组组长" : looked_up(duties, duty)});
    if (paper.members.empty())
        for (auto const& name : paper.notice.member_names) table.rows.push_back({name});
    return table;
}

}  // namespace

documents::Form notice_form(Service const& service, NoticePaper const& paper) {
    rulebook::Place const place{paper.project.region, paper.project.authority};
    auto const given = answers(service, paper);
    documents::Grid grid;
    for (auto const& [code, title] : service.fields_of("prior_notice", place)) {
        auto const answer = given.find(code);
        grid.pairs.push_back({title, answer == given.end() ? std::string() : answer->second});
    }
    std::vector<std::string> bureaus;
    bureaus.reserve(paper.notice.addressees.size());
    for (auto const& to : paper.notice.addressees) bureaus.push_back(to.bureau_name);
    documents::Form form;
    form.title = "从业告知书";
    form.addressee = fmt::format("{}", fmt::join(bureaus, "、"));
    form.number = paper.notice.id.text;
    form.blocks = {std::move(grid), members_of(service, paper)};
    form.closings = {{paper.institution.name, paper.notice.received_on}};
    form.footnote = fmt::format("账本条目 {}。告知自提交之时收到，不需要批准。", paper.notice.entry);
    return form;
}

documents::Form receipt_form(NoticeView const& notice, AddresseeView const& to) {
    documents::Form form;
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

}  // namespace anping::practice
