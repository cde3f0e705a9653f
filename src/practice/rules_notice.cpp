// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

std::optional<Error> wrong_days(field::Date first, field::Date last) {
    if (last < first) return wrong_field("/site_last_day", "order", "结束日不能早于首次现场日").value();
    return std::nullopt;
}

// What a notice in time changes of the project, whoever recorded it.
void receive(State& state, field::Date received_on, field::Date first_day) {
    state.notice_filed_on = std::min(state.notice_filed_on.value_or(received_on), received_on);
    state.planned_first_day = first_day;
    state.noted["notice.renewal_due"] = false;
}

}  // namespace

NoticeId notice_id(std::int64_t seq) { return {fmt::format("G-{:08}", seq)}; }

bool is_material(State const& state, Circumstances const& with, std::string const& code) {
    return known(with.law, state, "notice_material", code, with.today);
}

void note_renewal(Noted& noted, std::string const& why) {
    noted["notice.renewal_due"] = true;
    noted["notice.renewal_why"] = why;
}

Result<std::vector<ledger::Event>> file_notice(FileNotice const& in, State state, People const& people,
                                               NoticeContacts const& contacts, Circumstances const& with) {
    if (auto problem = wrong_days(in.site_first_day, in.site_last_day)) return unexpected<Error>(std::move(*problem));
    if (in.members.empty()) return wrong_field("/members", "required", "至少列出一名现场人员");
    if (auto problem = stranger_among(in.members, people, state, "/members"))
        return unexpected<Error>(std::move(*problem));
    receive(state, with.today, in.site_first_day);
    NoticeFiled event;
    event.notice = notice_id(with.seq);
    event.content = {in.site_first_day, in.site_last_day, in.members, contacts.contact, contacts.phone, in.reason};
    event.filed_on = with.today;
    event.addressees = addressees(state, with.seq, with);
    event.judgement = judge(state, with, {"prior_notice"});
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> enter_notice(EnterNotice const& in, std::optional<State> state,
                                                std::optional<Parties> const& parties, registry::BureauId const& bureau,
                                                NoticeContacts const& contacts, std::vector<Exhibit> const& files,
                                                Circumstances const& with) {
    if (in.received_on > with.today) return wrong_field("/received_on", "future", "收到日期不能晚于今天");
    if (in.channel == Channel::online) return wrong_field("/channel", "choice", "网上提交的告知由机构自己办理");
    if (auto problem = wrong_days(in.site_first_day, in.site_last_day)) return unexpected<Error>(std::move(*problem));
    Events out;
    if (!state) {
        if (!in.described || !parties) return wrong_field("/project", "required", "选择项目，或者写明项目情况");
        auto described = described_project(in, *parties, with);
        if (!described) return unexpected<Error>(std::move(described.error()));
        state = std::move(described->first);
        out.push_back(std::move(described->second));
    }
    if (auto problem = unknown_kind(files, *state, with)) return unexpected<Error>(std::move(*problem));
    receive(*state, in.received_on, in.site_first_day);
    auto const seq = with.seq + static_cast<std::int64_t>(out.size());
    NoticeEntered event;
    event.notice = notice_id(with.seq);
    event.channel = in.channel;
    event.received_on = in.received_on;
    event.bureau = bureau;
    event.site_first_day = in.site_first_day;
    event.site_last_day = in.site_last_day;
    event.people = contacts.people;
    event.contact = contacts.contact;
    event.phone = contacts.phone;
    event.reason = in.reason;
    event.addressees = addressees(*state, with.seq, with);
    event.judgement = judge(*state, with, {"prior_notice"});
    out.push_back(ledger::event(state->id.text, event));
    append(out, evidence_events(*state, files, std::nullopt, {}, seq + 1, false));
    return out;
}

Result<std::vector<ledger::Event>> amend_notice(AmendNotice const& in, State state, People const& people,
                                                AmendedContacts const& contacts, Circumstances const& with) {
    if (in.site_first_day && in.site_last_day)
        if (auto problem = wrong_days(*in.site_first_day, *in.site_last_day))
            return unexpected<Error>(std::move(*problem));
    if (in.members)
        if (auto problem = stranger_among(*in.members, people, state, "/members"))
            return unexpected<Error>(std::move(*problem));
    NoticeAmended event;
    event.notice = in.notice;
    event.site_first_day = in.site_first_day;
    event.site_last_day = in.site_last_day;
    event.members = in.members;
    event.contact = contacts.contact;
    event.phone = contacts.phone;
    event.reason = in.reason;
    bool const all_others = in.members && std::ranges::none_of(state.noticed, [&](registry::PersonId const& before) {
                                return std::ranges::find(*in.members, before) != in.members->end();
                            });
    if (all_others && is_material(state, with, "members")) event.material.emplace_back("members");
    if (!event.material.empty()) note_renewal(event.noted, "现场人员全部更换");
    if (in.site_first_day) state.planned_first_day = *in.site_first_day;
    for (auto const& [name, value] : event.noted) state.noted[name] = value;
    event.judgement = judge(state, with, {"prior_notice"});
    return Events{ledger::event(state.id.text, event)};
}

std::vector<Addressee> addressees(State const& state, std::int64_t notice_seq, Circumstances const& with) {
    auto const& law = with.law;
    auto const setting = law.setting(rulebook::Kind::duty, "prior_notice", "addressees", state.place(), with.today);
    std::vector<Addressee> out;
    if (!setting || !setting->is_array()) return out;
    for (auto const& level : setting->get_array()) {
        for (auto const& code : law.regions().ancestry(state.region)) {
            auto const* region = law.regions().find(code);
            if (region == nullptr || !level.is_string() ||
                level.get_string() != boost::describe::enum_to_string(region->level, ""))
                continue;
            // The province's own bureau receives for both authorities; the Corps' bureaus stand below it.
            auto const authority =
                region->level == field::RegionLevel::province ? field::Authority::government : state.authority;
            out.push_back(
                {registry::bureau_of(code, authority), code, fmt::format("HZ-{:08}-{}", notice_seq, code.digits)});
        }
    }
    return out;
}

}  // namespace anping::practice
