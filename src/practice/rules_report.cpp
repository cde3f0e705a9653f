// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/crypto/digest.hpp>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

std::string gate_clause(State const& state, Circumstances const& with) {
    auto const* gate = with.law.find(rulebook::Kind::gate, "report_publication", state.place(), with.today);
    return gate != nullptr ? gate->book + "/" + gate->id : std::string();
}

ProcessRule rule_of(State const& state, Circumstances const& with) {
    return process_rule(state.own_rule, with.law, state.place(), with.today);
}

bool signed_by(State const& state, std::string const& account) {
    return std::ranges::any_of(state.signed_steps, [&](SignedStep const& s) { return s.account == account; });
}

std::vector<ReviewStep> required_steps(State const& state, Circumstances const& with) {
    return review_steps(with.law, state.place(), with.today, state.service_type);
}

// The first required step before `step` that nobody has signed.
bool waits_for_another(State const& state, ReviewStep step, std::vector<ReviewStep> const& required) {
    for (auto const before : required) {
        if (before == step) return false;
        if (!state.has_signed(before)) return true;
    }
    return false;
}

bool has_open_opinions(State const& state, ReviewStep step) {
    return std::ranges::any_of(state.opinions,
                               [&](State::Opinion const& one) { return one.step == step && !one.answered; });
}

// Whether the account may act as this step's reviewer of the current edition.
std::optional<Error> no_reviewer(State const& state, std::string const& report_sm3, Circumstances const& with) {
    if (!state.report) return no_report().value();
    if (report_sm3 != state.report_sm3) return report_moved_on().value();
    if (rule_of(state, with).separate_persons && with.account == state.report_filer)
        return held("practice.own_report", "编制人不能审核自己的报告", gate_clause(state, with)).value();
    return std::nullopt;
}

}  // namespace

Result<std::vector<ledger::Event>> file_report(FileReport const& in, State state, People const& people,
                                               Exhibit const& file, Circumstances const& with) {
    if (in.authors.empty()) return wrong_field("/authors", "required", "至少列出一名编制人");
    if (auto problem = stranger_among(in.authors, people, state, "/authors"))
        return unexpected<Error>(std::move(*problem));
    if (state.stage == Stage::archived) return project_archived();
    ReportFiled event;
    event.report = {fmt::format("B-{:08}", with.seq)};
    event.edition = state.edition + 1;
    event.title = in.title;
    event.conclusion = in.conclusion;
    event.authors = in.authors;
    event.file = file;
    state.edition = event.edition;
    state.report_filed_on = with.today;
    state.signed_steps.clear();
    state.published = false;
    state.withdrawn = false;
    event.judgement = judge(state, with, {});
    return Events{ledger::event(state.id.text, event)};
}

ProcessRule process_rule(std::optional<ProcessRule> const& own, rulebook::Law const& law, rulebook::Place const& place,
                         field::Date act) {
    if (own) return *own;
    auto const is_on = [&](char const* name) {
        auto const setting = law.setting(rulebook::Kind::gate, "report_publication", name, place, act);
        return !setting || !setting->is_bool() || setting->get_bool();
    };
    ProcessRule out;
    out.separate_persons = is_on("separate_persons");
    out.own_key = is_on("own_key");
    return out;
}

Result<std::vector<ledger::Event>> set_process_rule(SetProcessRule const& in, registry::InstitutionId const& of) {
    return Events{ledger::event(of.text, ProcessRuleSet{in.separate_persons, in.own_key, in.reason})};
}

std::string confirmation_statement(SignReview const& in, State const& state, std::string const& account) {
    return fmt::format(
        "anping report confirmation 1\nproject {}\nreport {}\nreport-sm3 {}\nstep {}\nopinion-sm3 {}\naccount {}\n",
        state.id.text, state.report ? state.report->text : "", in.report_sm3.value,
        boost::describe::enum_to_string(in.step, ""),
        crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, in.opinion.value)), account);
}

Result<std::vector<ledger::Event>> sign_review(SignReview const& in, State const& state,
                                               std::optional<access::SignedWith> const& signed_with,
                                               Circumstances const& with) {
    if (auto problem = no_reviewer(state, in.report_sm3.value, with)) return unexpected<Error>(std::move(*problem));
    if (state.has_signed(in.step)) return already_signed();
    auto const rule = rule_of(state, with);
    if (rule.separate_persons && signed_by(state, with.account))
        return held("practice.same_reviewer", "同一人不能完成两级审核", gate_clause(state, with));
    if (waits_for_another(state, in.step, required_steps(state, with)))
        return held("practice.review_order", "上一级审核还没有完成", gate_clause(state, with));
    if (has_open_opinions(state, in.step))
        return held("practice.opinions_open", "这一级的审核意见还没有逐条答复", gate_clause(state, with));
    if (rule.own_key && !signed_with)
        return held("practice.key_needed", "本机构的过程控制要求用本人的签名密钥确认", gate_clause(state, with));
    ReviewSigned event;
    event.report = *state.report;
    event.step = in.step;
    event.report_sm3 = in.report_sm3.value;
    event.opinion = in.opinion;
    event.signed_with = signed_with;
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> give_opinions(GiveOpinions const& in, State const& state,
                                                 Circumstances const& with) {
    if (auto problem = no_reviewer(state, in.report_sm3.value, with)) return unexpected<Error>(std::move(*problem));
    if (state.has_signed(in.step)) return already_signed();
    if (in.items.empty()) return wrong_field("/items", "required", "至少写一条意见");
    OpinionsGiven event{*state.report, in.step, static_cast<std::int64_t>(state.opinions.size()) + 1, in.items};
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> answer_opinions(AnswerOpinions const& in, State const& state) {
    if (in.answers.empty()) return wrong_field("/answers", "required", "至少答复一条");
    for (std::size_t i = 0; i < in.answers.size(); ++i)
        if (std::ranges::find(state.opinions, in.answers[i].number, &State::Opinion::number) == state.opinions.end())
            return wrong_field(fmt::format("/answers/{}/number", i), "opinion", "没有这一条意见");
    return Events{ledger::event(state.id.text, OpinionsAnswered{in.answers})};
}

Result<std::vector<ledger::Event>> withdraw_report(WithdrawReport const& in, State state, Circumstances const& with) {
    if (!state.report) return no_report();
    if (in.report_sm3.value != state.report_sm3) return report_moved_on();
    if (!state.published) return not_published();
    state.published = false;
    state.withdrawn = true;
    ReportWithdrawn event{*state.report, in.reason, judge(state, with, {})};
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> publish_report(PublishReport const& in, State state, Circumstances const& with) {
    if (!state.report) return no_report();
    if (in.report_sm3.value != state.report_sm3) return report_moved_on();
    if (state.published || state.withdrawn) return already_published();
    for (auto const step : required_steps(state, with))
        if (!state.has_signed(step))
            return held("practice.not_reviewed", "报告的审核还没有完成", gate_clause(state, with));
    state.published = true;
    ReportPublished event;
    event.report = *state.report;
    event.number = fmt::format("AP{}-{:08}", with.today.year(), with.seq);
    event.sm3 = state.report_sm3;
    event.sha256 = state.report_sha256;
    event.size = state.report_size;
    event.judgement = judge(state, with, {});
    return Events{ledger::event(state.id.text, event)};
}

Result<std::vector<ledger::Event>> archive_project(State const& state) {
    if (state.stage == Stage::archived) return project_archived();
    if (!state.published) return not_published();
    return Events{ledger::event(state.id.text, ProjectArchived{state.entries, state.exhibits})};
}

}  // namespace anping::practice
