// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "errors.hpp"

namespace anping::official {
namespace {

std::string name_of(std::vector<KindView> const& kinds, std::string const& kind) {
    auto const found = std::ranges::find(kinds, kind, &KindView::kind);
    return found == kinds.end() ? kind : found->name;
}

}  // namespace

Result<void> check_addressee(Addressee const& addressee, bool registered) {
    if (addressee.kind == AddresseeKind::other && !addressee.id.value.empty())
        return wrong_field("/addressee/id", "other", "不是平台上的单位，不写编号");
    if (addressee.kind != AddresseeKind::other && !registered)
        return wrong_field("/addressee/id", "registered", "没有登记这家单位");
    return {};
}

Result<Events> draft(DraftDocument const& in, Drafting const& with) {
    return Events{ledger::event(with.id.text, DocumentDrafted{{with.who.unit},
                                                              with.who.region,
                                                              with.who.authority,
                                                              with.form.kind,
                                                              with.form.name,
                                                              in.subject,
                                                              in.addressee,
                                                              with.contents})};
}

Result<void> may_revise(State const& state) {
    if (state.stage != Stage::draft) return not_draft();
    return {};
}

Result<Events> revise(ReviseDocument const& in, State const& state, ledger::Commitment contents) {
    if (auto fine = may_revise(state); !fine) return unexpected<Error>(std::move(fine.error()));
    return Events{ledger::event(state.id.text, DocumentRevised{in.addressee, std::move(contents)})};
}

std::vector<std::string> warnings(DocumentForm const& form, json::object const& fields,
                                  std::vector<std::string> const& issued, std::vector<KindView> const& kinds) {
    std::vector<std::string> out;
    bool const prior = form.after.empty() || std::ranges::any_of(form.after, [&](std::string const& kind) {
                           return std::ranges::find(issued, kind) != issued.end();
                       });
    if (!prior) {
        std::vector<std::string> names;
        for (auto const& kind : form.after) names.push_back("《" + name_of(kinds, kind) + "》");
        out.push_back(fmt::format("本事项还没有签发过{}", fmt::join(names, "或者")));
    }
    if (auto const missing = missing_fields(form, fields); !missing.empty())
        out.push_back(fmt::format("没有填写：{}", fmt::join(missing, "、")));
    return out;
}

std::string lacking_in_words(std::vector<std::string> const& lacking) {
    return fmt::format("案件还没有记录“{}”", fmt::join(lacking, "”或者“"));
}

Result<std::optional<Despite>> despite(IssueDocument const& in, std::vector<std::string> lacking) {
    if (lacking.empty()) return std::optional<Despite>();
    if (!in.reason) return wrong_field("/reason", "required", lacking_in_words(lacking) + "；仍要签发的，请写明理由");
    return std::optional(Despite{std::move(lacking), in.reason->value});
}

std::optional<Number> number(DocumentForm const& form, std::string const& short_name, field::Date day,
                             std::int64_t last) {
    if (form.word.empty()) return std::nullopt;
    Number out{form.word, day.year(), last + 1, {}};
    out.text = fmt::format("（{}）{}〔{}〕{}号", short_name, out.word, out.year, out.serial);
    return out;
}

Result<std::int64_t> serial_before(IssueDocument const& in, DocumentForm const& form, std::int64_t last) {
    constexpr std::int64_t kMost = 99'999;
    if (!in.first_serial) return last;
    if (form.word.empty()) return wrong_field("/first_serial", "number", "这种文书不编号");
    if (last > 0) return wrong_field("/first_serial", "given", "本年度已经给过文号，起始号不能再改，编号依次接续");
    if (*in.first_serial < 1 || *in.first_serial > kMost)
        return wrong_field("/first_serial", "range", fmt::format("起始号应在 1 到 {} 之间", kMost));
    return *in.first_serial - 1;
}

Result<void> may_issue(State const& state) {
    if (state.stage != Stage::draft) return not_draft();
    return {};
}

Result<Events> issue(State const& state, Issuing with) {
    if (auto fine = may_issue(state); !fine) return unexpected<Error>(std::move(fine.error()));
    DocumentIssued event;
    event.number = std::move(with.number);
    event.on = with.day;
    event.code = std::move(with.code);
    event.check = std::move(with.check);
    event.template_sm3 = std::move(with.template_sm3);
    event.docx = std::move(with.docx);
    event.values = std::move(with.values);
    event.to_party = with.form.to == Recipient::party;
    event.warnings = std::move(with.warnings);
    event.clause = with.form.citation.clause;
    event.law = std::move(with.law);
    event.despite = std::move(with.despite);
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> render(State const& state, FileDigest const& pdf) {
    if (state.stage == Stage::draft) return not_issued();
    return Events{ledger::event(state.id.text, DocumentRendered{pdf})};
}

Result<void> may_deliver(DeliverDocument const& in, State const& state, field::Date today,
                         std::optional<std::int64_t> const& consent) {
    if (state.stage == Stage::draft) return not_issued();
    if (state.stage == Stage::voided) return over();
    if (!state.issued->to_party && in.way == DeliveryWay::electronic) return not_for_party();
    if (in.on > today) return wrong_field("/on", "future", "不能晚于今天");
    if (in.on < state.issued->on) return wrong_field("/on", "before", "不能早于签发之日");
    if (in.scans.size() > kMostScans) return wrong_field("/scans", "many", fmt::format("至多 {} 个文件", kMostScans));
    if (in.way != DeliveryWay::electronic) return {};
    if (state.addressee.kind == AddresseeKind::other) return nobody_to_reach();
    if (!consent) return no_consent();
    if (in.on != today) return wrong_field("/on", "today", "电子送达由平台即时发出，日期为今天");
    return {};
}

Result<Events> deliver(DeliverDocument const& in, State const& state, Delivering with) {
    if (auto fine = may_deliver(in, state, with.today, with.consent); !fine)
        return unexpected<Error>(std::move(fine.error()));
    DocumentDelivered event;
    event.way = in.way;
    event.on = in.on;
    event.effective = in.on;
    if (in.way == DeliveryWay::announcement && with.announced) {
        event.effective = with.announced->due;
        event.deemed = std::move(with.announced);
    }
    if (in.way == DeliveryWay::electronic) event.consent = with.consent;
    event.receipt = std::move(with.receipt);
    event.scans = std::move(with.scans);
    if (in.way == DeliveryWay::left && event.scans.empty())
        event.warnings.emplace_back("留置送达没有附照片、录像或者见证人签名的扫描件");
    if (in.way == DeliveryWay::direct && in.receiver.value.empty() && event.scans.empty())
        event.warnings.emplace_back("没有写明签收人，也没有附签收的回执");
    if (in.way == DeliveryWay::announcement && !event.deemed)
        event.warnings.emplace_back("本地规则书中没有公告送达的期限，按公告之日记");
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> confirm(State const& state) {
    if (state.stage != Stage::delivered || !state.awaits_confirmation) return nothing_to_confirm();
    return Events{ledger::event(state.id.text, DeliveryConfirmed{})};
}

Result<Events> give_up(VoidDocument const& in, State const& state) {
    if (state.stage == Stage::voided) return over();
    return Events{ledger::event(state.id.text, DocumentVoided{in.reason})};
}

std::string short_name(std::string const& region_name, field::Authority authority) {
    std::string_view name = region_name;
    // Longest first; what is left must be a name still.
    constexpr std::array<std::string_view, 9> kEndings{"维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "地区",
                                                       "省",           "市",         "县",         "区"};
    for (auto const ending : kEndings)
        if (name.ends_with(ending) && name.size() >= ending.size() + 6) {
            name.remove_suffix(ending.size());
            break;
        }
    return (authority == field::Authority::corps ? "兵团" : "") + std::string(name);
}

}  // namespace anping::official
