// SPDX-License-Identifier: Apache-2.0
// The register's lists as XLSX: the rows of the page with the same filters, for the same eyes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <anping/documents/list.hpp>
#include <anping/registry/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"
#include "words.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using documents::Cell;
using documents::cell_of;
using documents::ColumnKind;
template <class Row>
using Columns = std::vector<documents::ListColumn<Row>>;
using Names = std::map<std::string, std::string>;

http::Response sheet(documents::Sheet const& list, Context const& context, char const* file_name) {
    return api::attachment(documents::xlsx({&list, 1}, context.now), api::kXlsx, file_name);
}

std::string text_of(Context const& context, char const* name) {
    return std::string(context.request.query_value(name).value_or(""));
}

std::string named(Names const& names, std::string const& code) {
    auto const found = names.find(code);
    return found == names.end() ? code : found->second;
}

std::string joined(std::vector<std::string> const& texts) { return fmt::format("{}", fmt::join(texts, "、")); }

Columns<InstitutionView> institution_columns(Names const& scopes) {
    using V = InstitutionView;
    return {{"机构", {}, [](V const& v) -> Cell { return v.name; }, 30},
            {"统一社会信用代码", {}, [](V const& v) -> Cell { return v.credit_code.text; }, 22},
            {"种类",
             {},
             [](V const& v) -> Cell {
                 return std::string(v.kind == InstitutionKind::assessment ? "安全评价" : "检测检验");
             },
             12},
            {"登记地", {}, [](V const& v) -> Cell { return v.region_name; }, 24},
            {"证书编号", {}, [](V const& v) -> Cell { return v.qualification.certificate.value; }},
            {"业务范围",
             {},
             [scopes](V const& v) -> Cell {
                 std::vector<std::string> out;
                 out.reserve(v.qualification.scopes.size());
                 for (auto const& scope : v.qualification.scopes) out.push_back(named(scopes, scope.code));
                 return fmt::format("{}", fmt::join(out, "；"));
             },
             50},
            {"有效期至", ColumnKind::date, [](V const& v) -> Cell { return v.qualification.valid_until; }},
            {"人员", ColumnKind::integer, [](V const& v) -> Cell { return v.people; }},
            {"电话", {}, [](V const& v) -> Cell { return v.phone; }},
            {"地址", {}, [](V const& v) -> Cell { return v.address; }, 36}};
}

api::Endpoint institution_list(Rooms const& rooms) {
    return endpoint(Action::register_view, "GET", "/api/v1/institution-list")
        .summary("机构清单，与页面所列相同，XLSX")
        .query("q", "名称的一部分，或完整的代码、证书编号")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const rows = rooms.service.institutions(*lease, text_of(context, "q"), "", documents::kListRows);
            auto const scopes = rooms.service.names_in("scopes", field::beijing_date(context.now));
            return sheet(documents::list_sheet("机构清单", "家", institution_columns(scopes), rows), context,
                         "institutions.xlsx");
        });
}

Columns<StaffView> staff_columns() {
    using V = StaffView;
    return {
        {"姓名", {}, [](V const& v) -> Cell { return v.name; }, 14},
        {"等级", {}, [](V const& v) -> Cell { return words::of(v.level); }, 18},
        {"专业", {}, [](V const& v) -> Cell { return v.specialties.empty() ? v.specialty : joined(v.specialties); }},
        {"证书编号", {}, [](V const& v) { return cell_of(v.certificate); }},
        {"证书有效期至", ColumnKind::date, [](V const& v) { return cell_of(v.certificate_until); }, 14},
        {"合同",
         {},
         [](V const& v) -> Cell {
             if (!v.contract_recorded) return std::string("未登记合同");
             return std::string(v.full_time ? "专职" : "兼职");
         },
         12},
        {"所在单位",
         {},
         [](V const& v) -> Cell { return v.contract_recorded ? v.branch.value_or("机构本部") : std::string(); }},
        {"合同起", ColumnKind::date, [](V const& v) { return cell_of(v.employed_from); }},
        {"合同止", ColumnKind::date, [](V const& v) { return cell_of(v.employed_until); }},
        {"提示", {}, [](V const& v) -> Cell {
             std::vector<std::string> out;
             out.reserve(v.remarks.size());
             for (auto const remark : v.remarks) out.push_back(words::of(remark));
             return fmt::format("{}", fmt::join(out, "、"));
         }}};
}

api::Endpoint person_list(Rooms const& rooms) {
    return endpoint(Action::person_view, "GET", "/api/v1/institutions/{id}/person-list")
        .summary("机构人员清单，与页面所列相同，XLSX")
        .target(family::of_institution(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const rows = rooms.service.staff(*lease, {context.capture("id")}, field::beijing_date(context.now));
            return sheet(documents::list_sheet("人员清单", "人", staff_columns(), rows), context, "people.xlsx");
        });
}

Columns<InstrumentView> instrument_columns(std::map<std::string, std::string> const& branches) {
    using V = InstrumentView;
    auto const last = [](auto part) {
        return [part](V const& v) { return v.calibration ? Cell(part(*v.calibration)) : Cell(); };
    };
    return {
        {"名称", {}, [](V const& v) -> Cell { return v.name; }, 24},
        {"型号规格", {}, [](V const& v) -> Cell { return v.model; }},
        {"出厂编号", {}, [](V const& v) -> Cell { return v.serial; }},
        {"所在单位",
         {},
         [branches](V const& v) -> Cell { return v.branch ? named(branches, *v.branch) : std::string("机构本部"); }},
        {"检定校准证书编号", {}, last([](Calibration const& c) { return c.certificate.value; })},
        {"检定校准单位", {}, last([](Calibration const& c) { return c.laboratory.value; }), 26},
        {"检定校准日期", ColumnKind::date, last([](Calibration const& c) { return c.on; }), 14},
        {"有效期至", ColumnKind::date, last([](Calibration const& c) { return c.until; })}};
}

api::Endpoint instrument_list(Rooms const& rooms) {
    return endpoint(Action::institution_view, "GET", "/api/v1/institutions/{id}/instrument-list")
        .summary("仪器设备清单，与页面所列相同，XLSX")
        .target(family::of_institution(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            InstitutionId const id{context.capture("id")};
            auto lease = rooms.pool.lease();
            Names branches;
            for (auto const& branch : rooms.service.branches(*lease, id, field::beijing_date(context.now)))
                branches.emplace(branch.id.text, branch.name);
            auto const rows = rooms.service.instruments(*lease, id);
            return sheet(documents::list_sheet("仪器设备清单", "台（套）", instrument_columns(branches), rows), context,
                         "instruments.xlsx");
        });
}

Columns<ExpiryView> expiry_columns(field::Date today) {
    using V = ExpiryView;
    return {
        {"到期日", ColumnKind::date, [](V const& v) -> Cell { return v.until; }},
        {"剩余天数", ColumnKind::integer,
         [today](V const& v) -> Cell { return static_cast<std::int64_t>(v.until - today); }},
        {"种类", {}, [](V const& v) -> Cell { return words::of_expiry(v.what); }},
        {"名称", {}, [](V const& v) -> Cell { return v.about_name.empty() ? v.institution_name : v.about_name; }, 26},
        {"编号", {}, [](V const& v) { return cell_of(v.number); }},
        {"机构", {}, [](V const& v) -> Cell { return v.institution_name; }, 30}};
}

api::Endpoint expiry_list(Rooms const& rooms) {
    return endpoint(Action::expiry_list, "GET", "/api/v1/expiry-list")
        .summary("到期清单，与页面所列相同，XLSX")
        .query("what", "只要这一种")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const today = field::beijing_date(context.now);
            auto const what = text_of(context, "what");
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::expiry_list);
            auto rows = rooms.service.expiries(*lease, sees, today, today + family::kExpiryAhead, documents::kListRows);
            std::erase_if(rows, [&](ExpiryView const& one) { return !what.empty() && one.what != what; });
            return sheet(documents::list_sheet("到期清单", "项", expiry_columns(today), rows), context,
                         "expiries.xlsx");
        });
}

Columns<EnterpriseView> enterprise_columns(Names const& industries) {
    using V = EnterpriseView;
    return {{"企业", {}, [](V const& v) -> Cell { return v.name; }, 30},
            {"统一社会信用代码", {}, [](V const& v) -> Cell { return v.credit_code.text; }, 22},
            {"所在地", {}, [](V const& v) -> Cell { return v.region_name; }, 26},
            {"监管系统",
             {},
             [](V const& v) -> Cell { return std::string(v.authority == field::Authority::corps ? "兵团" : "地方"); },
             10},
            {"地址", {}, [](V const& v) -> Cell { return v.address; }, 36},
            {"行业",
             {},
             [industries](V const& v) -> Cell { return v.industry ? named(industries, *v.industry) : std::string(); },
             26},
            {"监管层级", {}, [](V const& v) -> Cell {
                 return v.supervision_level ? words::of(*v.supervision_level) : std::string();
             }}};
}

api::Endpoint enterprise_list(Rooms const& rooms) {
    return endpoint(Action::enterprise_view, "GET", "/api/v1/enterprise-list")
        .summary("企业清单，与页面所列相同，XLSX")
        .query("q", "名称的一部分，或完整的代码")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::enterprise_view);
            auto const rows = rooms.service.enterprises(*lease, sees, text_of(context, "q"), "", documents::kListRows);
            auto const industries = rooms.service.names_in("industries", field::beijing_date(context.now));
            return sheet(documents::list_sheet("企业清单", "家", enterprise_columns(industries), rows), context,
                         "enterprises.xlsx");
        });
}

Columns<ExpertView> expert_columns() {
    using V = ExpertView;
    return {{"姓名", {}, [](V const& v) -> Cell { return v.name; }, 14},
            {"职称", {}, [](V const& v) -> Cell { return v.title; }, 16},
            {"专业", {}, [](V const& v) -> Cell { return joined(v.fields); }, 30},
            {"工作单位", {}, [](V const& v) -> Cell { return v.employer; }, 30},
            {"曾任职单位", {}, [](V const& v) -> Cell { return joined(v.employers_before); }, 36},
            {"持股或有业务往来的机构", {}, [](V const& v) -> Cell { return joined(v.interests); }, 36},
            {"入库日期", ColumnKind::date, [](V const& v) -> Cell { return v.listed_on; }},
            {"聘期截止日", ColumnKind::date, [](V const& v) { return cell_of(v.until); }},
            {"建库部门", {}, [](V const& v) -> Cell { return v.bureau_name; }, 24},
            {"出库日期", ColumnKind::date, [](V const& v) { return cell_of(v.struck_on); }},
            {"出库原因", {}, [](V const& v) { return cell_of(v.struck_reason); }, 30}};
}

api::Endpoint expert_list(Rooms const& rooms) {
    return endpoint(Action::expert_view, "GET", "/api/v1/expert-list")
        .summary("专家清单，与页面所列相同，XLSX")
        .query("q", "专业或单位名称的一部分，或完整的姓名")
        .query("state", "current 在库，former 已不在库")
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const filter = family::expert_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const rows =
                rooms.service.experts(*lease, *filter, "", documents::kListRows, field::beijing_date(context.now));
            return sheet(documents::list_sheet("专家清单", "人", expert_columns(), rows), context, "experts.xlsx");
        });
}

}  // namespace

std::vector<api::Endpoint> families::lists(Rooms const& rooms) {
    return {institution_list(rooms), person_list(rooms),     instrument_list(rooms),
            expiry_list(rooms),      enterprise_list(rooms), expert_list(rooms)};
}

}  // namespace anping::registry
