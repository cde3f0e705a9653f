// SPDX-License-Identifier: Apache-2.0
#include <anping/http/url.hpp>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

// As people write a site: with or without its scheme.
std::optional<http::Url> site(std::string const& website) {
    if (auto url = http::parse_url(website)) return url;
    return http::parse_url("http://" + website);
}

std::string without_www(std::string const& host) { return host.starts_with("www.") ? host.substr(4) : host; }

std::optional<bool> on_own_site(http::Url const& url, std::optional<std::string> const& website) {
    auto const own = website ? site(*website) : std::nullopt;
    if (!own) return std::nullopt;
    auto const name = without_www(own->host);
    return url.host == name || url.host.ends_with("." + name);
}

bool fails(Sight sight, DisclosedAs as) {
    if (sight == Sight::same) return false;
    return sight != Sight::different || as == DisclosedAs::original;
}

// What a look of theirs does to the count of days in a row.
void count(State::Disclosure& disclosure, Sight sight, field::Date on) {
    if (!fails(sight, disclosure.as)) {
        disclosure.failed_days = 0;
        disclosure.failed_on.reset();
    } else if (disclosure.failed_on != on) {
        ++disclosure.failed_days;
        disclosure.failed_on = on;
    }
}

DisclosureChecked check_of(State const& state, Looker by, Timestamp seen_at, Sight sight) {
    DisclosureChecked event;
    event.report = state.disclosure->report;
    event.url = state.disclosure->url;
    event.by = by;
    event.seen_at = seen_at;
    event.sight = sight;
    return event;
}

Events settled(State& state, DisclosureChecked event, Circumstances const& with) {
    if (event.by != Looker::institution) count(*state.disclosure, event.sight, with.today);
    event.failed_days = state.disclosure->failed_days;
    event.judgement = judge(state, with, {});
    return {ledger::event(state.id.text, event)};
}

}  // namespace

Result<std::vector<ledger::Event>> record_disclosure(RecordDisclosure const& in, State state,
                                                     std::optional<std::string> const& website,
                                                     Circumstances const& with) {
    if (!state.report) return no_report();
    if (in.report_sm3.value != state.report_sm3) return report_moved_on();
    auto const url = http::parse_url(in.url.value);
    if (!url)
        return wrong_field("/url", "url",
                           "应为以 http:// 或 https:// 开头的网址，不含账号和密码；中文域名写成 xn-- 开头的形式");
    if (in.public_since && *in.public_since > with.today)
        return wrong_field("/public_since", "future", "公开日期不能晚于今天");
    if (state.disclosed() && !in.reason) return wrong_field("/reason", "required", "变更公开网址须说明原因");
    DisclosureRecorded event;
    event.report = *state.report;
    event.report_sm3 = state.report_sm3;
    event.url = url->text();
    event.as = in.as;
    event.public_since = in.public_since;
    event.own_site = on_own_site(*url, website);
    event.reason = in.reason;
    state.disclosure = {event.report, event.report_sm3, event.url, event.as, 0, {}};
    event.judgement = judge(state, with, {});
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> withdraw_disclosure(WithdrawDisclosure const& in, State state,
                                                       Circumstances const& with) {
    if (!state.disclosure) return not_disclosed();
    DisclosureWithdrawn event{state.disclosure->report, state.disclosure->url, in.reason, {}};
    state.disclosure.reset();
    event.judgement = judge(state, with, {});
    return Events{ledger::event(state.id.text, event)};
}

ledger::Event relied_on(std::string const& application, field::Date applied_on, State state,
                        Circumstances const& with) {
    ReportReliedOn event;
    event.application = application;
    event.applied_on = applied_on;
    if (!state.noted.contains("permit.applied_on")) event.noted["permit.applied_on"] = day(applied_on);
    for (auto const& [name, value] : event.noted) state.noted[name] = value;
    event.judgement = judge(state, with, {"report_disclosure"});
    return ledger::event(state.id.text, event);
}

Result<std::vector<ledger::Event>> record_sighting(RecordSighting const& in, State state, Looker by,
                                                   Circumstances const& with) {
    if (!state.disclosure) return not_disclosed();
    if (in.seen_at > with.now) return wrong_field("/seen_at", "future", "查看时间不能晚于现在");
    if (in.sight != Sight::same && in.sight != Sight::different && in.sight != Sight::unreachable)
        return wrong_field("/sight", "choice", "应为打开且内容一致、打开但内容不同、打不开之一");
    auto event = check_of(state, by, in.seen_at, in.sight);
    event.note = in.note;
    return settled(state, std::move(event), with);
}

Result<std::vector<ledger::Event>> record_check(std::string const& url, Found const& found, Timestamp seen_at,
                                                State state, Circumstances const& with) {
    if (!state.disclosure) return not_disclosed();
    if (url != state.disclosure->url) return disclosure_moved_on();
    auto const came = found.sm3 == state.disclosure->sm3 ? Sight::same : Sight::different;
    auto event = check_of(state, Looker::server, seen_at, found.problem.value_or(came));
    event.status = found.status;
    event.media_type = found.media_type;
    event.size = found.size;
    event.sm3 = found.sm3;
    return settled(state, std::move(event), with);
}

}  // namespace anping::practice
