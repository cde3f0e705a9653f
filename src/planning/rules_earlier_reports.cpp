// SPDX-License-Identifier: Apache-2.0
#include "rules_earlier_reports.hpp"

#include <fmt/format.h>

#include "errors.hpp"
#include "read_rows.hpp"

namespace anping::planning {

std::string key_of(EarlierReport const& report) {
    return fmt::format("{}\n{}\n{}", report.institution_name.value, report.title.value,
                       report.number ? report.number->value : "");
}

Result<ledger::Event> record(RecordEarlierReports const& in, std::string const& list, EarlierGrounds const& with) {
    if (in.rows.empty()) return wrong_field("/rows", "few", "名单是空的");
    if (in.source && !crypto::digest_from_hex(in.source->sm3.value))
        return wrong_field("/source/sm3", "hex", "应为 64 位小写十六进制");
    std::set<std::string> named;
    for (std::size_t i = 0; i < in.rows.size(); ++i) {
        auto const& row = in.rows[i];
        if (row.made_on > with.today)
            return wrong_field(fmt::format("/rows/{}/made_on", i), "future", "日期不能晚于今天");
        auto const key = key_of(row);
        if (!named.insert(key).second) return wrong_field(fmt::format("/rows/{}/title", i), "twice", "同一份写了两次");
        if (with.known.contains(key))
            return wrong_field(fmt::format("/rows/{}/title", i), "known", "这份报告已经登记过");
    }
    return ledger::event(list, EarlierReportsRecorded{{with.who.unit}, with.who.region, with.who.authority, in});
}

Result<ledger::Event> check(CheckEarlierReport const& in, EarlierReportId const& id, EarlierReport const& report,
                            access::Principal const& who, field::Date today) {
    if (in.on > today) return wrong_field("/on", "future", "日期不能晚于今天");
    if (in.on < report.made_on) return wrong_field("/on", "order", "不能早于报告的日期");
    return ledger::event(id.text, EarlierReportChecked{{who.unit}, in});
}

std::vector<documents::Field> earlier_fields() {
    using documents::FieldKind;
    return {{.pointer = "/title", .title = "报告名称", .required = true},
            {.pointer = "/institution_name", .title = "机构名称", .required = true},
            {.pointer = "/credit_code", .title = "机构统一社会信用代码", .kind = FieldKind::code},
            {.pointer = "/enterprise_name", .title = "企业名称", .required = true},
            {.pointer = "/made_on", .title = "报告日期", .kind = FieldKind::date, .required = true},
            {.pointer = "/number", .title = "报告编号"}};
}

EarlierReportsPreview read_earlier(documents::Intake const& taken) {
    EarlierReportsPreview out;
    out.ignored = taken.ignored;
    out.problems = read_rows<EarlierReport>(taken, {}, [&](EarlierReport row) { out.rows.push_back(std::move(row)); });
    return out;
}

}  // namespace anping::planning
