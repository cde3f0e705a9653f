// SPDX-License-Identifier: Apache-2.0
#include "leftovers/days.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr View kToCome[] = {U"有效", U"至",   U"计划", U"预计", U"拟",   U"将",   U"前",   U"期限",
                            U"到期", U"换证", U"复审", U"下次", U"下一", U"截止", U"实施", U"施行",
                            U"起",   U"届满", U"~",    U"预期", U"之前", U"目标"};
constexpr View kDone[] = {U"于",   U"已",   U"了", U"取得", U"投产", U"完成", U"通过",
                          U"进行", U"检测", U"勘", U"签订", U"竣工", U"发证", U"检查"};

struct Named {
    char const* what;
    field::Date day;
};

void compare(std::vector<Finding>& out, Named earlier, Named later) {
    if (earlier.day <= later.day) return;
    out.push_back(finding("leftovers.date_order", Strength::suspected,
                          fmt::format("日期先后颠倒：{}（{}）晚于{}（{}）。", earlier.what, said(earlier.day),
                                      later.what, said(later.day)),
                          {},
                          {{earlier.what, field::to_string(earlier.day)}, {later.what, field::to_string(later.day)}}));
}

std::vector<Finding> order_of(Days const& days) {
    std::vector<Named> in_order;
    if (days.contract) in_order.push_back({"合同签订", *days.contract});
    if (days.notice) in_order.push_back({"从业告知", *days.notice});
    if (!days.survey.empty()) in_order.push_back({"首次现场勘验", std::ranges::min(days.survey)});
    std::vector<Finding> out;
    for (std::size_t i = 0; i + 1 < in_order.size(); ++i) compare(out, in_order[i], in_order[i + 1]);
    if (days.report) {
        if (!days.survey.empty()) compare(out, {"现场勘验", std::ranges::max(days.survey)}, {"报告完成", *days.report});
        if (days.survey.empty() && days.contract)
            compare(out, {"合同签订", *days.contract}, {"报告完成", *days.report});
    }
    return out;
}

bool is_done(Report const& report, Place place) {
    auto const head = before(report, place.from, 8);
    auto const rest = after(report, place.to, 12);
    if (contains_any(head, kToCome) || contains_any(rest.substr(0, 6), kToCome)) return false;
    return contains_any(head, kDone) || contains_any(rest, kDone);
}

}  // namespace

std::vector<Finding> days(Report const& report, Known const& known) {
    auto out = order_of(known.days);
    if (!known.days.report) return out;
    for (auto const& day : days_in(report.text)) {
        if (day.first <= *known.days.report || report.grid_at(day.place.from) != nullptr ||
            day.place.from < report.cover)
            continue;
        if (!is_done(report, day.place) || is_of_case(report, day.place.from)) continue;
        auto const text = to_utf8(report.at(day.place));
        out.push_back(finding("leftovers.later_date", Strength::lead,
                              fmt::format("报告日期为{}，文中却写有其后的日期{}。", said(*known.days.report), text),
                              {report.original(day.place)},
                              {{"date", text}, {"report", field::to_string(*known.days.report)}}));
    }
    return out;
}

}  // namespace anping::forensics
