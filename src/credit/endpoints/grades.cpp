// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/credit/endpoints.hpp>

namespace anping::credit {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
};

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

std::vector<std::string> parts_of(std::string const& list) {
    constexpr std::size_t kMost = 200;
    std::vector<std::string> out;
    std::istringstream in(list);
    for (std::string one; out.size() < kMost && std::getline(in, one, ',');)
        if (!one.empty()) out.push_back(std::move(one));
    return out;
}

auto of_grade(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, {context.capture("id")});
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::grade_view, "GET", "/api/v1/credit-grades")
        .summary("信用评级，最新录入的在前；未确认的只有评定方、本机构和部门看得到")
        .query("institution", "只看这家机构；几家的以逗号分隔，至多 200 家")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<GradeView>([rooms](Context const& context) -> Result<api::Page<GradeView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::grade_draft_view);
            auto const institutions = parts_of(context.request.query_value("institution").value_or(""));
            return api::make_page(rooms.service.grades(*lease, sees, institutions, asked->before, asked->fetch()),
                                  *asked, [](GradeView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint choices(Rooms const& rooms) {
    return endpoint(Action::grade_enter, "GET", "/api/v1/credit-grade-choices")
        .summary("当地规则书的信用等级；没有评级的地方为空")
        .returns<GradeChoice>([rooms](Context const& context) -> Result<api::Page<GradeChoice>> {
            return api::Page<GradeChoice>{rooms.service.choices(context.who, field::beijing_date(context.now)),
                                          std::nullopt};
        });
}

api::Endpoint enter(Rooms const& rooms) {
    return endpoint(Action::grade_enter, "POST", "/api/v1/credit-grades")
        .summary("录入评级：由评定方，或由部门按公布的结果；确认后生效并公开")
        .changes<EnterGrade, IdAnswer>(201, [rooms](Context const& context, EnterGrade in) {
            return rooms.writer.apply(context.change(rooms.service.enter(context.who, std::move(in))));
        });
}

api::Endpoint confirm(Rooms const& rooms) {
    return endpoint(Action::grade_confirm, "POST", "/api/v1/credit-grades/{id}/confirmation")
        .summary("确认评级")
        .target(of_grade(rooms))
        .changes<api::Nothing, IdAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.service.confirm({context.capture("id")})));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::grade_confirm, "POST", "/api/v1/credit-grades/{id}/withdrawal")
        .summary("撤回评级，写明理由")
        .target(of_grade(rooms))
        .changes<WithdrawGrade, IdAnswer>(201, [rooms](Context const& context, WithdrawGrade in) {
            return rooms.writer.apply(context.change(rooms.service.withdraw({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    return {list(rooms), choices(rooms), enter(rooms), confirm(rooms), withdraw(rooms)};
}

}  // namespace anping::credit
