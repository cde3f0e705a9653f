// SPDX-License-Identifier: Apache-2.0
#include "results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "step_order.hpp"

namespace anping::cases {
namespace {

using registry::RowState;
using registry::SheetOutcome;

SheetOutcome wrong(std::string pointer, std::string text) {
    return {RowState::wrong, "", {{std::move(pointer), "result", std::move(text)}}};
}
SheetOutcome known(std::string note) { return {RowState::known, std::move(note), {}}; }
SheetOutcome refused(Error const& error) {
    if (error.fields.empty()) return wrong("", error.text);
    return {RowState::wrong, "", error.fields};
}

std::string text_of(std::optional<Text<1, 100>> const& of) { return of ? of->value : std::string(); }

// A row that reads, with its case and what its sum is.
struct Read {
    std::size_t at = 0;       // among the rows
    std::int64_t number = 0;  // as a spreadsheet shows it
    ResultRow row;
    CaseId of;
    std::optional<field::Money> amount;
};

bool has_number(StepRecorded const& step, std::string const& number) {
    return std::ranges::any_of(step.documents, [&](Document const& one) { return one.number == number; });
}

DecisionMade const* recorded(State const& state, std::string const& number) {
    if (state.decision && state.decision->document == number) return &*state.decision;
    auto const found = std::ranges::find(state.annulled, number, &DecisionMade::document);
    return found == state.annulled.end() ? nullptr : &*found;
}

class Judge {
public:
    Judge(documents::Intake const& taken, ResultsWith const& with) : taken_(taken), with_(with) {
        out_.outcomes.resize(taken.rows.size());
    }

    ResultsJudged judge() {
        for (std::size_t i = 0; i < taken_.rows.size(); ++i) read(i);
        std::ranges::stable_sort(read_, {}, [](Read const& one) { return one.row.on; });
        for (auto const& one : read_) {
            if (one.row.kind == StepKind::decision) decision(one);
            else out_.outcomes[one.at] = step(one);
        }
        return std::move(out_);
    }

private:
    void read(std::size_t at);
    std::optional<SheetOutcome> find(Read& one) const;
    SheetOutcome step(Read const& one);
    void decision(Read const& one);
    SheetOutcome held_against(Read const& one, DecisionMade const& there, State const& state) const;
    void tell(std::size_t at, SheetOutcome problem);
    SheetOutcome made(std::vector<Read const*> const& rows, State& state);
    PenaltyGiven penalty_of(Read const& one, State const& state) const;
    std::string whom(State const& state) const;

    State& state(CaseId const& id) {
        auto found = states_.find(id.text);
        if (found == states_.end()) found = states_.emplace(id.text, with_.state(id)).first;
        return found->second;
    }
    Noted noted(Read const& one) const {
        Noted out;
        out.imported = Imported{with_.sheet.sm3, with_.sheet.file_name, one.number};
        if (one.row.number)
            out.documents = {{one.row.form ? one.row.form->value : "文书", one.row.number->value, std::nullopt}};
        return out;
    }

    documents::Intake const& taken_;
    ResultsWith const& with_;
    std::vector<Read> read_;
    std::map<std::string, State> states_;
    std::set<std::string> decided_;               // decisions of this sheet that were judged, by case and number
    std::map<std::string, std::int64_t> broken_;  // rows of decisions that cannot be read, by the decision's number
    ResultsJudged out_;
};

// What is wrong with a row's form is said at once, whatever else is.
void Judge::read(std::size_t at) {
    auto const& row = taken_.rows[at];
    auto decoded = from_json<ResultRow>(row.values);
    if (!row.problems.empty() || !decoded) {
        SheetOutcome told{RowState::wrong, "", row.problems};
        if (!decoded)
            for (auto& one : decoded.error().fields)
                if (std::ranges::none_of(told.problems, [&](auto const& its) { return its.pointer == one.pointer; }))
                    told.problems.push_back(std::move(one));
        return tell(at, std::move(told));
    }
    Read one{at, row.number, std::move(*decoded), {}, {}};
    if (auto problem = find(one)) tell(at, std::move(*problem));
    else read_.push_back(std::move(one));
}

void Judge::tell(std::size_t at, SheetOutcome problem) {
    auto const& row = taken_.rows[at];
    auto const* kind = row.values.if_contains("kind");
    auto const* number = row.values.if_contains("number");
    if (kind != nullptr && *kind == "decision" && number != nullptr && number->is_string())
        broken_.emplace(std::string(number->get_string()), row.number);
    out_.outcomes[at] = std::move(problem);
}

std::optional<SheetOutcome> Judge::find(Read& one) const {
    auto const& row = one.row;
    if (!row.of && !row.external_number) return wrong("/of", "请写案号，或者执法系统案号");
    auto const found = row.of ? with_.ours(row.of->value) : with_.theirs(row.external_number->value);
    if (!found) return wrong(row.of ? "/of" : "/external_number", "本部门没有这个案件，或者同一案号有几个案件");
    one.of = *found;
    if (row.amount) one.amount = money_of(row.amount->value);
    if (row.amount && !one.amount) return wrong("/amount", "应为金额，例如 300000 或 1234.56");
    if (row.kind == StepKind::decision && !row.number) return wrong("/number", "处罚决定必须写明文号");
    if (row.kind == StepKind::decision && !row.penalty) return wrong("/penalty", "处罚决定必须写明处罚种类");
    if (row.penalty && row.penalty->value.ends_with(" persons") && !row.who)
        return wrong("/who", "处罚个人的，必须写明被处罚人");
    return std::nullopt;
}

SheetOutcome Judge::step(Read const& one) {
    auto& state = this->state(one.of);
    if (state.opened.mode != CaseMode::external) return wrong("/of", "本案在这里办理，请在案件里登记");
    RecordStep in;
    in.kind = one.row.kind;
    in.on = one.row.on;
    in.amount = one.amount;
    in.text = {one.row.text ? one.row.text->value : std::string(words(one.row.kind))};
    if (one.row.external_number && state.opened.external_number != one.row.external_number->value)
        in.external_number = one.row.external_number;
    for (auto const& its : state.steps) {
        bool const same = its.kind == in.kind && its.on == in.on && its.amount == in.amount &&
                          (!one.row.number || has_number(its, one.row.number->value));
        // Of two rows that differ in their words only, both happened; what was typed is in other words.
        if (same && (!its.imported || its.text == in.text.value))
            return known(fmt::format("第 {} 步（{}）", its.number, to_string(its.on)));
    }
    auto events = record_step(in, state, noted(one), with_.law);
    if (!events) return refused(events.error());
    go_on(state, from_trusted_json<StepRecorded>(events->front().data));
    std::ranges::move(*events, std::back_inserter(out_.events));
    return {RowState::added, "", {}};
}

// All rows of a decision are one event; one wrong row keeps it from being recorded by half.
void Judge::decision(Read const& one) {
    auto const key = one.of.text + "\n" + text_of(one.row.number);
    if (!decided_.insert(key).second) return;
    std::vector<Read const*> rows;
    for (auto const& its : read_)
        if (its.row.kind == StepKind::decision && its.of == one.of &&
            text_of(its.row.number) == text_of(one.row.number))
            rows.push_back(&its);
    auto& state = this->state(one.of);
    if (auto const* there = recorded(state, text_of(one.row.number))) {
        for (auto const* its : rows) out_.outcomes[its->at] = held_against(*its, *there, state);
        return;
    }
    auto const outcome = made(rows, state);
    for (auto const* its : rows) out_.outcomes[its->at] = outcome;
}

// A row of a decision that is recorded: known, or something the record lacks.
SheetOutcome Judge::held_against(Read const& one, DecisionMade const& there, State const& state) const {
    auto const given = penalty_of(one, state);
    for (auto const& its : there.penalties)
        if (its.code == given.code.value && its.on == given.on.value && its.amount == given.amount)
            return known("处罚决定 " + there.document);
    return wrong("/penalty", "这份决定已经登记，其中没有这一项处罚，请在案件里核对");
}

SheetOutcome Judge::made(std::vector<Read const*> const& rows, State& state) {
    auto const& first = *rows.front();
    if (state.opened.mode != CaseMode::external) return wrong("/of", "本案在这里办理，决定由负责人作出");
    auto const number = text_of(first.row.number);
    if (auto const found = broken_.find(number); found != broken_.end())
        return wrong("", fmt::format("同一决定的第 {} 行有错误，改好以后一起导入", found->second));
    MakeDecision in;
    in.on = first.row.on;
    in.number = {number};
    auto names = noted(first);
    names.homes = with_.homes(state);
    for (auto const* one : rows) {
        if (one->row.on != in.on) return wrong("/on", fmt::format("同一文号的决定有两个日期（第 {} 行）", one->number));
        in.penalties.push_back(penalty_of(*one, state));
        auto const& penalty = in.penalties.back();
        names.punished.push_back(on_person(penalty) ? std::optional(with_.keep(first.of, penalty.who.value))
                                                    : std::nullopt);
        if (one->row.text && in.reasons.value.empty()) in.reasons = {one->row.text->value};
    }
    if (in.reasons.value.empty()) in.reasons = {"执法系统的决定"};
    for (auto const& conduct : state.opened.conducts) {
        PenaltyFacts facts;
        facts.conduct = {conduct};
        facts.acted_on = state.opened.acted_on;
        facts.persons = std::ranges::count_if(in.penalties, on_person);
        in.conducts.push_back(std::move(facts));
    }
    auto events = record_decision(in, state, std::move(names), with_.law);
    if (!events) return refused(events.error());
    go_on(state, from_trusted_json<DecisionMade>(events->front().data));
    std::ranges::move(*events, std::back_inserter(out_.events));
    return {RowState::added, "", {}};
}

PenaltyGiven Judge::penalty_of(Read const& one, State const& state) const {
    auto const& penalty = one.row.penalty->value;
    auto const space = penalty.find(' ');
    PenaltyGiven out;
    out.code = {penalty.substr(0, space)};
    out.on = {penalty.substr(space + 1)};
    out.who = {one.row.who ? one.row.who->value : whom(state)};
    out.amount = one.amount;
    return out;
}

std::string Judge::whom(State const& state) const {
    for (auto const& one : state.opened.parties)
        if (one.kind != PartyKind::person) return with_.name_of(one);
    return "当事人";
}

void end(State& state, std::vector<std::string> const& ends) {
    std::erase_if(state.limits, [&](OpenLimit const& one) { return std::ranges::find(ends, one.duty) != ends.end(); });
}
void begin(State& state, std::vector<Limit> const& limits) {
    for (auto const& one : limits) {
        end(state, {one.duty});
        state.limits.push_back({one.duty, one.owes, one.due, one.citation.title});
    }
}

}  // namespace

ResultsJudged judge(documents::Intake const& taken, ResultsWith const& with) { return Judge(taken, with).judge(); }

void go_on(State& state, StepRecorded step) {
    end(state, step.ends);
    begin(state, step.limits);
    if (step.kind == StepKind::suspension) end(state, {"case_decision"});
    if (step.external_number) state.opened.external_number = step.external_number;
    state.steps.push_back(std::move(step));
}

void go_on(State& state, DecisionMade made) {
    end(state, made.ends);
    begin(state, made.limits);
    if (state.decision) state.annulled.push_back(std::move(*state.decision));
    state.decision = std::move(made);
}

}  // namespace anping::cases
