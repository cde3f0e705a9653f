// SPDX-License-Identifier: Apache-2.0
// Ledgers and lists as XLSX, in the columns of the region's own book.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <anping/documents/form.hpp>
#include <anping/documents/list.hpp>
#include <anping/documents/sheet.hpp>
#include <anping/practice/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "papers.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using documents::Cell;
using documents::ColumnKind;
using Fields = std::vector<std::pair<std::string, std::string>>;

// One cell of the ledger, by the code of its column.
Cell cell(std::string const& code, NoticeLine const& line, std::int64_t serial, std::string const& bureau,
          std::map<std::string, std::string> const& scopes, std::map<std::string, std::string> const& services) {
    auto const& notice = line.notice;
    auto const to = std::ranges::find_if(notice.addressees,
                                         [&](AddresseeView const& one) { return one.addressee.bureau.text == bureau; });
    if (code == "serial") return serial;
    if (code == "receipt") return to == notice.addressees.end() ? std::string() : to->addressee.receipt_number;
    if (code == "received_on") return notice.received_on;
    if (code == "channel") return std::string(name_of(notice.channel));
    if (code == "institution") return notice.institution_name;
    if (code == "certificate") return line.certificate;
    if (code == "enterprise") return notice.enterprise_name;
    if (code == "project") return notice.project_title;
    if (code == "scope") return looked_up(scopes, line.scope);
    if (code == "service_type") return looked_up(services, line.service_type);
    if (code == "region") return notice.region_name;
    if (code == "site") return line.site;
    if (code == "leader") return line.leader_name;
    if (code == "members") return fmt::format("{}", fmt::join(notice.member_names, "、"));
    if (code == "contact") return notice.content.contact.value;
    if (code == "phone") return notice.content.phone.value;
    if (code == "site_first_day") return notice.content.site_first_day;
    if (code == "site_last_day") return notice.content.site_last_day;
    if (code == "open_flags") return line.open_flags;
    return {};
}

ColumnKind kind_of(std::string const& code) {
    if (code == "serial" || code == "open_flags") return ColumnKind::integer;
    if (code == "price") return ColumnKind::ten_thousand_yuan;
    if (code.ends_with("_on") || code.ends_with("_day") || code == "next_due") return ColumnKind::date;
    return ColumnKind::text;
}

struct Days {
    field::Date from;
    field::Date until;
    std::string note(char const* what) const {
        return fmt::format("{}：{}至{}", what, documents::chinese_day(from), documents::chinese_day(until));
    }
};

Result<Days> days_of(Context const& context) {
    auto const from = field::parse_date(context.request.query_value("from").value_or(""));
    auto const until = field::parse_date(context.request.query_value("until").value_or(""));
    if (!from) return wrong_field("/from", "date", "应为日期，例如 2026-03-02");
    if (!until || *until < *from) return wrong_field("/until", "date", "应为不早于起始日的日期");
    return Days{*from, *until};
}

// A sheet with these columns, its rows still to come.
documents::Sheet sheet_of(std::string title, Fields const& fields) {
    documents::Sheet out;
    out.name = title;
    out.title = std::move(title);
    for (auto const& [code, name] : fields) out.columns.push_back({name, kind_of(code), 0});
    return out;
}

// The same list as a spreadsheet, or as the official form on paper.
Result<http::Response> written(documents::Sheet const& sheet, Context const& context, std::string const& name) {
    auto const format = context.request.query_value("format").value_or("xlsx");
    if (format == "xlsx") return attachment(documents::xlsx({&sheet, 1}, context.now), kXlsx, name + ".xlsx");
    if (format != "docx") return wrong_field("/format", "choice", "只能是 xlsx 或 docx");
    return attachment(documents::docx(documents::form_of(sheet)), kDocx, name + ".docx");
}

documents::Sheet ledger(Rooms const& rooms, Context const& context, Days const& days) {
    rulebook::Place const place{context.who.region, context.who.authority};
    auto const fields = rooms.service.fields_of("notice_ledger", place);
    auto const scopes = rooms.service.names_of(rulebook::Kind::catalogue, "scopes", place);
    auto const services = rooms.service.names_of(rulebook::Kind::catalogue, "service_types", place);
    auto sheet = sheet_of("从业告知台账", fields);
    sheet.notes = {days.note("收到日期")};
    auto lease = rooms.pool.lease();
    std::int64_t serial = 0;
    for (auto const& line : rooms.service.notice_lines(*lease, {context.who.unit}, days.from, days.until)) {
        auto& row = sheet.rows.emplace_back();
        ++serial;
        for (auto const& [code, _] : fields)
            row.push_back(cell(code, line, serial, context.who.unit, scopes, services));
    }
    sheet.footer = {fmt::format("共 {} 件", serial)};
    return sheet;
}

api::Endpoint notice_ledger(Rooms const& rooms) {
    return endpoint(Action::notice_inbox, "GET", "/api/v1/notices/ledger")
        .summary("从业告知台账，按本地规则书的栏目，XLSX 或 DOCX")
        .query("from", "收到日期起")
        .query("until", "收到日期止")
        .query("format", "xlsx（不填即是）或 docx")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const days = days_of(context);
            if (!days) return unexpected<Error>(days.error());
            return written(ledger(rooms, context, *days), context, "notices");
        });
}

Cell cell(std::string const& code, WorkLine const& line, std::int64_t serial) {
    if (code == "serial") return serial;
    if (code == "enterprise") return line.enterprise_name;
    if (code == "content") return line.title;
    if (code == "town") return line.place;
    if (code == "signed_on" && line.signed_on) return *line.signed_on;
    if (code == "ends_on" && line.ends_on) return *line.ends_on;
    if (code == "price" && line.price) return *line.price;
    if (code == "contact") return line.contact;
    return {};
}

api::Endpoint work_report(Rooms const& rooms) {
    return endpoint(Action::work_report, "GET", "/api/v1/work-report")
        .summary("机构工作报表，按签约时间，XLSX 或 DOCX")
        .query("from", "签约时间起")
        .query("until", "签约时间止")
        .query("format", "xlsx（不填即是）或 docx")
        .query("region", "报送哪里；按当地规则书的栏目")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const days = days_of(context);
            if (!days) return unexpected<Error>(days.error());
            field::RegionCode const region{context.request.query_value("region").value_or(context.who.region.digits)};
            auto const fields = rooms.service.fields_of("work_report", {region});
            auto lease = rooms.pool.lease();
            auto sheet = sheet_of("安全生产技术服务机构工作报表", fields);
            sheet.notes = {days->note("报告期")};
            for (auto const& line : rooms.service.work_lines(*lease, {context.who.unit}, days->from, days->until)) {
                auto const serial = static_cast<std::int64_t>(sheet.rows.size()) + 1;
                auto& row = sheet.rows.emplace_back();
                for (auto const& [code, _] : fields) row.push_back(cell(code, line, serial));
            }
            sheet.footer = {"负责人签字：　　　　　　填表人：　　　　　　电话（传真）："};
            return written(sheet, context, "work-report");
        });
}

Cell cell(std::string const& code, ProjectSummary const& row, std::int64_t serial) {
    if (code == "serial") return serial;
    if (code == "id") return row.id.text;
    if (code == "title") return row.title;
    if (code == "institution") return row.institution_name;
    if (code == "enterprise") return row.enterprise_name;
    if (code == "region") return row.region_name;
    if (code == "stage") return std::string(name_of(row.stage));
    if (code == "site_first_day") return row.site_first_day;
    if (code == "next_due" && row.next_due) return *row.next_due;
    if (code == "open_flags") return row.open_flags;
    return {};
}

// The same rows as the list on the page, all its pages.
api::Endpoint project_list(Rooms const& rooms) {
    return endpoint(Action::project_list, "GET", "/api/v1/project-list")
        .summary("项目清单，与页面所列相同，XLSX")
        .queries(project_filter_fields())
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const filter = project_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto const fields = rooms.service.fields_of("project_list", {context.who.region, context.who.authority});
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            auto sheet = sheet_of("项目清单", fields);
            for (auto const& project : rooms.service.projects(*lease, sees, *filter, "", documents::kListRows)) {
                auto const serial = static_cast<std::int64_t>(sheet.rows.size()) + 1;
                auto& row = sheet.rows.emplace_back();
                for (auto const& [code, _] : fields) row.push_back(cell(code, project, serial));
            }
            sheet.footer = {fmt::format("共 {} 个项目", sheet.rows.size())};
            return attachment(documents::xlsx({&sheet, 1}, context.now), kXlsx, "projects.xlsx");
        });
}

}  // namespace

std::vector<api::Endpoint> families::sheets(Rooms const& rooms) {
    return {notice_ledger(rooms), work_report(rooms), project_list(rooms)};
}

}  // namespace anping::practice
