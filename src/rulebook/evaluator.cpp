// SPDX-License-Identifier: Apache-2.0
// What clauses make of facts. Pure: the same law, place, day and facts give the same answer.
#include <boost/json.hpp>

#include <fmt/format.h>

#include "law_data.hpp"

namespace anping::rulebook {
namespace {

constexpr char const* kNotBinding = "（依据的条款未经确认，只作提醒，不作认定）";

Settings settings_at(Law::Data const& data, Place const& place, field::Date act) {
    return [&data, place, act](SettingRef const& ref) { return data.setting(ref, place, act); };
}

Flag flag_of(Compiled const& watch, json::object const& facts, Settings const& settings) {
    auto const& citation = watch.clause.citation;
    Flag out;
    out.watch = watch.clause.name;
    out.severity = watch.severity;
    out.text = render(watch.says, facts, settings);
    if (!citation.binding && (out.severity == "finding" || out.severity == "hold")) {
        out.severity = "remind";
        out.text += kNotBinding;
    }
    out.clears = render(watch.clears, facts, settings);
    out.citation = citation;
    std::set<std::string> names;
    collect_facts(*watch.when, names);
    collect_facts(watch.says, names);
    collect_facts(watch.clears, names);
    out.facts = used(names, facts);
    return out;
}

// One term counted from one day.
class Count {
public:
    Count(Term const& term, field::Calendar const& calendar, field::Date start)
        : term_(term), calendar_(calendar), start_(start) {}

    Result<Deadline> run() {
        Deadline out;
        auto const due = end();
        if (!due) return unexpected(due.error());
        out.due = *due;
        if (term_.window && term_.direction == Direction::before) {
            out.opens = out.due;
            out.due = start_ - 1;
        }
        auto const rolled = roll_over(out.due);
        if (!rolled) return unexpected(rolled.error());
        out.count = words(out) + rolled_words(out.due, *rolled) + unconfirmed_words(out);
        out.due = *rolled;
        return out;
    }

private:
    Result<field::Date> end() const {
        if (term_.direction == Direction::on) return start_;
        int const amount = term_.direction == Direction::after ? *term_.amount : -*term_.amount;
        switch (term_.unit) {
            case Unit::working_day: return calendar_.add_working_days(start_, amount);
            case Unit::day: return start_ + amount;
            case Unit::month: break;
        }
        return add_months(start_, amount);
    }

    Result<field::Date> roll_over(field::Date due) const {
        if (!term_.roll_over) return due;
        return calendar_.roll_over(due);
    }

    std::string words(Deadline const& out) const {
        auto const from = fmt::format("{} {}", find_fact(term_.from)->label, to_string(start_));
        if (term_.direction == Direction::on) return from + " 当日";
        char const* const unit = term_.unit == Unit::working_day ? "个工作日" : term_.unit == Unit::day ? "日" : "个月";
        if (out.opens)
            return fmt::format("{} 前 {} {}之内（{} 起，不晚于前一日）", from, *term_.amount, unit,
                               to_string(*out.opens));
        if (term_.unit == Unit::month)
            return fmt::format("{} {} {} {}", from, term_.direction == Direction::after ? "起满" : "前", *term_.amount,
                               unit);
        return fmt::format("{} {}第 {} {}", from, term_.direction == Direction::after ? "起" : "前", *term_.amount,
                           unit);
    }

    std::string rolled_words(field::Date due, field::Date rolled) const {
        if (due == rolled) return {};
        auto const name = calendar_.name_of(due);
        return fmt::format("，{} 为{}，顺延至 {}", to_string(due), name.empty() ? "休息日" : name, to_string(rolled));
    }

    std::string unconfirmed_words(Deadline const& out) const {
        if (term_.unit != Unit::working_day || term_.direction == Direction::on) return {};
        auto const other = out.opens.value_or(out.due);
        std::string text;
        for (auto const& day : calendar_.unconfirmed_between(std::min(start_, other), std::max(start_, other)))
            text += fmt::format("；{} {}放假未确认，按工作日计", to_string(day.date), day.name);
        return text;
    }

    Term const& term_;
    field::Calendar const& calendar_;
    field::Date start_;
};

}  // namespace

Result<std::optional<Deadline>> Law::deadline(std::string_view duty, Place const& place, field::Date act,
                                              json::object const& facts) const {
    auto const* found = data_->at(place).find(Kind::duty, duty, place, act);
    if (found == nullptr) return std::nullopt;
    auto const& term = *found->term;
    if (!term.amount && term.direction != Direction::on) return std::nullopt;
    auto const* fact = facts.if_contains(term.from);
    if (fact == nullptr || fact->is_null()) return std::nullopt;
    auto const start = fact->is_string() ? field::parse_date(std::string_view(fact->get_string())) : std::nullopt;
    if (!start) {
        return fail(ErrorCode::invalid_input, "rulebook.not_a_date",
                    fmt::format("{}应为日期（年-月-日）", find_fact(term.from)->label));
    }
    auto const& days = calendar(place);
    auto counted = Count(term, days, *start).run();
    if (!counted) return unexpected(counted.error());
    counted->duty = found->clause.name;
    counted->citation = found->clause.citation;
    counted->facts.emplace(term.from, *fact);
    counted->calendar = days.version();
    return std::optional(std::move(*counted));
}

std::vector<Flag> Law::watch(std::string_view subject, Place const& place, field::Date act,
                             json::object const& facts) const {
    auto const& data = data_->at(place);
    auto const around = data.layers(place.region);
    auto const settings = settings_at(data, place, act);
    std::vector<Flag> out;
    for (auto const& name : data.watch_names) {
        auto const* found = data.find(Kind::watch, name, around, place.authority, act);
        if (found == nullptr || (!subject.empty() && found->subject != subject)) continue;
        if (holds(*found->when, facts, settings)) out.push_back(flag_of(*found, facts, settings));
    }
    return out;
}

std::optional<Flag> Law::gate(std::string_view gate, Place const& place, field::Date act,
                              json::object const& facts) const {
    auto const& data = data_->at(place);
    auto const* found = data.find(Kind::gate, gate, place, act);
    auto const settings = settings_at(data, place, act);
    if (found == nullptr || !holds(*found->when, facts, settings)) return std::nullopt;
    return flag_of(*found, facts, settings);
}

}  // namespace anping::rulebook
