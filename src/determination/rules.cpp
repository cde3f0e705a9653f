// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::determination {
namespace {

struct Shelf {
    ReportFault fault;
    char const* catalogue;
};
constexpr Shelf kShelves[] = {{ReportFault::untrue, "untrue_situations"},
                              {ReportFault::falsified, "false_situations"},
                              {ReportFault::omission, "omission_situations"},
                              {ReportFault::falsified, "local_false_situations"}};

template <class E>
E word_of(json::value const& value) {
    E out{};
    boost::describe::enum_from_string(std::string(value.as_string()).c_str(), out);
    return out;
}

std::vector<Element> elements_of(json::object const& item) {
    std::vector<Element> out;
    auto const* elements = item.if_contains("elements");
    if (elements == nullptr) return out;
    for (auto const& one : elements->as_array())
        out.push_back({std::string(one.at("code").as_string()), word_of<Part>(one.at("part")),
                       std::string(one.at("name").as_string())});
    return out;
}

// A catalogue that is confirmed binds as a whole; one that is not may hold items that were seen.
bool binds(rulebook::Clause const& clause, json::object const& item) {
    if (clause.citation.binding) return true;
    auto const* mark = item.if_contains("mark");
    return mark != nullptr && rulebook::binds_by_itself(word_of<rulebook::Mark>(*mark));
}

Result<std::optional<rulebook::Deadline>> counted(rulebook::Law const& law, rulebook::Place const& place,
                                                  field::Date told_on) {
    return law.deadline("determination_answer", place, told_on, {{"determination.told_on", field::to_string(told_on)}});
}

std::optional<std::string> still_to_answer(State const& state, Grounds const& with) {
    if (state.answered) return std::nullopt;
    auto const due = answer_due(state, with.law);
    if (!due) return "机构说明的时间现在还数不出来（工作日历没有公布到那一天），导入日历或者机构说明以后才能认定";
    if (!*due || with.today > (*due)->due) return std::nullopt;
    return fmt::format("机构说明的时间到 {} 为止", field::to_string((*due)->due));
}

bool is_over(State const& state) { return state.stage != Stage::open && state.stage != Stage::told; }

}  // namespace

std::vector<Situation> situations(rulebook::Law const& law, rulebook::Place const& place, field::Date filed_on) {
    std::vector<Situation> out;
    for (auto const& shelf : kShelves) {
        auto const* clause = law.find(rulebook::Kind::catalogue, shelf.catalogue, place, filed_on);
        if (clause == nullptr) continue;
        for (auto const& item : clause->body.at("items").as_array()) {
            auto const& of = item.as_object();
            out.push_back({shelf.fault, clause->id, std::string(of.at("code").as_string()),
                           std::string(of.at("name").as_string()), binds(*clause, of), elements_of(of),
                           clause->citation});
        }
    }
    return out;
}

Result<ledger::Event> open(OpenDetermination const& in, DeterminationId const& id, access::Principal const& who,
                           practice::FiledReport const& report, Grounds const& with) {
    rulebook::Place const place{report.target.region, report.target.authority};
    auto all = situations(with.law, place, field::beijing_date(report.filed_at));
    auto const found = std::ranges::find_if(all, [&](Situation const& one) {
        return one.fault == in.fault && one.clause == in.clause.value && one.code == in.situation.value;
    });
    if (found == all.end()) return wrong_field("/situation", "choice", "报告提交之日当地的规则书没有这种情形");
    if (found->elements.empty()) return wrong_field("/situation", "elements", "这种情形没有写明要件，不能逐项认定");
    return ledger::event(id.text, Opened{{who.unit},
                                         who.region,
                                         who.authority,
                                         report.project,
                                         report.institution,
                                         report.enterprise,
                                         report.title,
                                         in,
                                         std::move(found->name),
                                         std::move(found->citation),
                                         found->binding,
                                         std::move(found->elements)});
}

Result<ledger::Event> judge(JudgeElement const& in, State const& state) {
    if (is_over(state)) return over();
    auto const& elements = state.opened.elements;
    if (std::ranges::find(elements, in.element.value, &Element::code) == elements.end())
        return wrong_field("/element", "choice", "这种情形没有这个要件");
    if (in.holds == Holds::yes && in.evidence.empty())
        return wrong_field("/evidence", "few", "认为要件成立的，至少要有一份证据");
    return ledger::event(state.id.text, ElementJudged{in});
}

Result<ledger::Event> attach(AttachOpinion const& in, State const& state, field::Date today) {
    if (is_over(state)) return over();
    if (in.given_on > today) return wrong_field("/given_on", "future", "日期不能晚于今天");
    return ledger::event(state.id.text, OpinionAttached{in});
}

Result<ledger::Event> tell(State const& state, Grounds const& with) {
    if (is_over(state)) return over();
    if (state.told && !state.judged_since) return not_now("已经告知机构，之后没有新的判断");
    auto due = counted(with.law, state.place(), with.today);
    return ledger::event(state.id.text, Told{due ? std::move(*due) : std::nullopt});
}

Result<ledger::Event> answer(AnswerDetermination const& in, State const& state) {
    if (is_over(state)) return over();
    if (!state.told) return unknown_determination();
    return ledger::event(state.id.text, Answered{in.text});
}

Result<std::optional<rulebook::Deadline>> answer_due(State const& state, rulebook::Law const& law) {
    if (!state.told) return std::nullopt;
    if (state.told->answer_due || !state.told_on) return state.told->answer_due;
    return counted(law, state.place(), *state.told_on);
}

std::vector<std::string> in_the_way(State const& state, Grounds const& with) {
    std::vector<std::string> out;
    if (is_over(state)) return out;
    if (!state.opened.binding)
        out.push_back(fmt::format("条款 {} 的这一情形未经法规人员确认，不能据以认定", state.opened.citation.clause));
    for (auto const& element : state.opened.elements) {
        auto const found = state.judged.find(element.code);
        if (found == state.judged.end()) out.push_back(fmt::format("要件“{}”还没有判断", element.name));
        else if (found->second.holds == Holds::no) out.push_back(fmt::format("要件“{}”不成立", element.name));
    }
    if (!state.told) out.push_back("还没有把证据和情形告知机构");
    else if (state.judged_since) out.push_back("告知机构以后又有新的判断，须再次告知");
    else if (auto waits = still_to_answer(state, with)) out.push_back(std::move(*waits));
    return out;
}

Result<ledger::Event> decide(Decide const& in, State const& state, Grounds const& with) {
    if (is_over(state)) return over();
    if (in.established)
        if (auto const missing = in_the_way(state, with); !missing.empty())
            return not_shown(fmt::format("不能认定：{}", fmt::join(missing, "；")), state.opened.citation.clause);
    return ledger::event(state.id.text, Decided{in});
}

Result<ledger::Event> annul(Annul const& in, State const& state) {
    if (state.stage != Stage::established) return not_now("只有已经认定的可以撤销");
    return ledger::event(state.id.text, Annulled{in.reason});
}

}  // namespace anping::determination
