// SPDX-License-Identifier: Apache-2.0
#include "statistics.hpp"

#include <anping/api/answer.hpp>
#include <anping/api/asked.hpp>
#include <anping/documents/list.hpp>

namespace anping::desk {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

std::vector<std::pair<char const*, char const*>> const kFields{
    {"basis", "signed_on（不填即是）按合同签订日期，noticed 按收到告知日期"},
    {"from", "起始日"},
    {"until", "截止日"},
    {"region", "六位地区代码：该地区及其下级；不填为本辖区"}};

Result<StatisticsQuestion> question_of(Context const& context) {
    api::Asked asked(context.request);
    StatisticsQuestion out;
    out.basis = asked.word<Basis>("basis").value_or(Basis::signed_on);
    out.from = asked.day("from");
    out.until = asked.day("until");
    out.region = asked.region("region");
    if (asked.error()) return unexpected<Error>(*asked.error());
    if (out.from && out.until && *out.until < *out.from) return wrong_field("/until", "order", "截止日不能早于起始日");
    return out;
}

api::Endpoint view(Desk const& desk, db::Pool& pool) {
    return endpoint(Action::project_list, "GET", "/api/v1/statistics")
        .summary("统计：每个数字都带着列出它所计各行的筛选条件")
        .queries(kFields)
        .returns<Statistics>([&desk, &pool](Context const& context) -> Result<Statistics> {
            auto const question = question_of(context);
            if (!question) return unexpected<Error>(question.error());
            auto lease = pool.lease();
            return desk.statistics(*lease, context.who, context.policy, *question);
        });
}

struct Line {
    std::string group;
    std::string name;
    std::int64_t count = 0;
};

documents::Sheet sheet_of(Statistics const& statistics, StatisticsQuestion const& question) {
    std::vector<Line> lines;
    for (auto const& group : statistics.groups)
        for (auto const& figure : group.figures) lines.push_back({group.title, figure.name, figure.count});
    std::vector<documents::ListColumn<Line>> const columns{
        {"类别", {}, [](Line const& line) -> documents::Cell { return line.group; }, 26},
        {"项", {}, [](Line const& line) -> documents::Cell { return line.name; }, 40},
        {"数量", documents::ColumnKind::integer, [](Line const& line) -> documents::Cell { return line.count; }}};
    auto out = documents::list_sheet("统计", "行", columns, lines);
    auto const day = [](std::optional<field::Date> const& date) {
        return date ? to_string(*date) : std::string("不限");
    };
    out.notes = {"地区：" + statistics.region_name,
                 std::string(question.basis == Basis::noticed ? "收到告知日期：" : "合同签订日期：") +
                     day(question.from) + " 至 " + day(question.until)};
    return out;
}

api::Endpoint list(Desk const& desk, db::Pool& pool) {
    return endpoint(Action::project_list, "GET", "/api/v1/statistics-list")
        .summary("统计表，与页面所列相同，XLSX")
        .queries(kFields)
        .returns<http::Response>([&desk, &pool](Context const& context) -> Result<http::Response> {
            auto const question = question_of(context);
            if (!question) return unexpected<Error>(question.error());
            auto lease = pool.lease();
            auto const sheet = sheet_of(desk.statistics(*lease, context.who, context.policy, *question), *question);
            return api::attachment(documents::xlsx({&sheet, 1}, context.now), api::kXlsx, "statistics.xlsx");
        });
}

}  // namespace

std::vector<api::Endpoint> statistics_endpoints(Desk const& desk, db::Pool& pool) {
    return {view(desk, pool), list(desk, pool)};
}

}  // namespace anping::desk
