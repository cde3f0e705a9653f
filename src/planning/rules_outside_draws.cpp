// SPDX-License-Identifier: Apache-2.0
#include "rules_outside_draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "errors.hpp"
#include "read_rows.hpp"

namespace anping::planning {
namespace {

Result<void> check_rows(draw::Listed<OutsideRow> const& rows) {
    if (rows.empty()) return wrong_field("/rows", "few", "名单是空的");
    auto const drawn = std::ranges::count_if(rows, &OutsideRow::drawn);
    if (drawn == 0) return wrong_field("/rows", "few", "没有写明抽中了哪些");
    if (drawn > kMostDrawn) return wrong_field("/rows", "range", fmt::format("抽中的不超过 {} 家", kMostDrawn));
    std::set<std::pair<std::string, std::string>> named;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!named.emplace(rows[i].name.value, rows[i].credit_code ? rows[i].credit_code->value : "").second)
            return wrong_field(fmt::format("/rows/{}/name", i), "twice", "同一家写了两次");
    return {};
}

bool is_digest(std::string const& text) { return crypto::digest_from_hex(text).has_value(); }

}  // namespace

Result<ledger::Event> record(RecordOutsideDraw const& in, OutsideDrawId const& id, OutsideGrounds const& with) {
    if (in.drawn_on > with.today) return wrong_field("/drawn_on", "future", "日期不能晚于今天");
    if (in.source && !is_digest(in.source->sm3.value))
        return wrong_field("/source/sm3", "hex", "应为 64 位小写十六进制");
    if (auto fine = check_rows(in.rows); !fine) return unexpected<Error>(std::move(fine.error()));
    if (with.known) return not_now("这个平台的这个编号已经登记过；登记有误的，先撤回再登记");
    return ledger::event(id.text,
                         OutsideDrawRecorded{{with.who.unit}, with.who.region, with.who.authority, in, with.matched});
}

Result<ledger::Event> withdraw(WithdrawOutsideDraw const& in, OutsideState const& state) {
    if (state.withdrawn) return not_now("已经撤回");
    return ledger::event(state.id.text, OutsideDrawWithdrawn{in.reason});
}

std::vector<documents::Field> outside_fields() {
    using documents::FieldKind;
    return {{.pointer = "/name", .title = "机构名称", .required = true},
            {.pointer = "/credit_code", .title = "统一社会信用代码", .kind = FieldKind::code},
            {.pointer = "/drawn",
             .title = "是否抽中",
             .kind = FieldKind::flag,
             .choices = {{"是", "true"}, {"否", "false"}, {"抽中", "true"}, {"未抽中", "false"}}},
            {.pointer = "/note", .title = "备注"}};
}

OutsidePreview read_rows(documents::Intake const& taken) {
    OutsidePreview out;
    out.ignored = taken.ignored;
    out.problems = read_rows<OutsideRow>(taken, {{"drawn", false}}, [&](OutsideRow row) {
        out.rows.push_back({std::move(row), std::nullopt, std::nullopt});
    });
    return out;
}

}  // namespace anping::planning
