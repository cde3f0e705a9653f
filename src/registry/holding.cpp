// SPDX-License-Identifier: Apache-2.0
#include "holding.hpp"

#include <fmt/format.h>

#include <functional>
#include <set>

namespace anping::registry {
namespace {

constexpr char const* kStaffing = "staffing.";

std::int64_t count(Workforce const& people, std::function<bool(Worker const&)> const& which) {
    return std::ranges::count_if(people, which);
}

// What one condition needs to be told on any day.
struct Measure {
    HeldCondition condition;
    std::function<std::int64_t(field::Date)> have;
};

class Register {
public:
    Register(InstitutionView const& institution, Workforce const& people, rulebook::Law const& law, field::Date today)
        : institution_(institution), people_(people), law_(law), today_(today) {}

    Holding holding() const {
        Holding out;
        out.institution = institution_.id;
        out.institution_name = institution_.name;
        out.day = today_;
        if (auto const* clause = find("qualification_conditions")) out.conditions_clause = clause->citation;
        if (auto const* clause = find("scopes")) out.staffing_clause = clause->citation;
        out.conditions.push_back(certificate());
        for (auto const& measure : measures()) out.conditions.push_back(judged(measure));
        for (auto const& scope : institution_.qualification.scopes) staffing(scope.code, out.conditions);
        for (auto const& condition : out.conditions)
            if (!condition.holds) ++out.gaps;
        return out;
    }

private:
    rulebook::Place place() const { return {institution_.region}; }
    rulebook::Clause const* find(char const* catalogue) const {
        return law_.find(rulebook::Kind::catalogue, catalogue, place(), today_);
    }
    json::object const* item(std::string const& code) const {
        return rulebook::catalogue_item(law_.catalogue("qualification_conditions", place(), today_), code);
    }

    // The first day on which `wrong` was so without a break until today: it changes only on days when something of the
    // people begins or has ended.
    std::optional<field::Date> since(std::function<bool(field::Date)> const& wrong) const {
        auto const known_from = field::beijing_date(institution_.registered_at);
        std::set<field::Date> changes{known_from};
        auto const add = [&](Span const& span) {
            if (span.from && *span.from > known_from && *span.from <= today_) changes.insert(*span.from);
            if (span.until && *span.until >= known_from && *span.until < today_) changes.insert(*span.until + 1);
        };
        for (auto const& worker : people_) {
            for (auto const& one : worker.credentials) add(one.valid);
            for (auto const& one : worker.employments) add(one.days);
        }
        std::optional<field::Date> first;
        for (auto day = changes.rbegin(); day != changes.rend() && wrong(*day); ++day) first = *day;
        return first ? first : std::optional(today_);
    }

    HeldCondition certificate() const {
        auto const& valid = institution_.qualification;
        HeldCondition out{"certificate",       "资质证书有效", {}, {}, {}, valid.valid_on(today_), {}, {},
                          rulebook::Mark::seen};
        if (out.holds) return out;
        out.since = today_ < valid.valid_from ? field::beijing_date(institution_.registered_at) : valid.valid_until + 1;
        out.text = fmt::format("资质证书有效期为{}至{}", field::to_string(valid.valid_from),
                               field::to_string(valid.valid_until));
        return out;
    }

    HeldCondition judged(Measure const& measure) const {
        auto out = measure.condition;
        if (!measure.have || !out.asked) return out;
        out.have = measure.have(today_);
        out.holds = *out.have >= *out.asked;
        if (out.holds) return out;
        out.since = since([&](field::Date day) { return measure.have(day) < *out.asked; });
        out.text = fmt::format("要求不少于{}{}，登记{}{}", *out.asked, out.unit, *out.have, out.unit);
        return out;
    }

    void staffing(std::string const& scope, std::vector<HeldCondition>& out) const {
        auto const* row = rulebook::catalogue_item(law_.catalogue("scopes", place(), today_), scope);
        auto const needs = needs_of(row);
        if (needs.empty()) return;
        auto const on = [&](field::Date day) { return staff(needs, able_on(people_, day, {})); };
        auto const today = on(today_);
        HeldCondition one;
        one.code = kStaffing + scope;
        one.name = fmt::format("专业能力配备：{}", std::string(row->at("name").as_string()));
        one.unit = "人";
        one.have = static_cast<std::int64_t>(today.posts.size());
        one.asked = *one.have + today.missing();
        one.holds = today.gaps.empty();
        if (auto const* clause = find("scopes")) one.mark = clause->citation.mark;
        for (auto const& gap : today.gaps) one.text += (one.text.empty() ? "" : "；") + gap.text;
        if (!one.holds) one.since = since([&](field::Date day) { return !on(day).gaps.empty(); });
        out.push_back(std::move(one));
    }

    // Every condition the law lists for this kind of institution; those the register can count are measured.
    std::vector<Measure> measures() const {
        bool const assesses = institution_.kind == InstitutionKind::assessment;
        std::vector<Measure> out;
        auto const* catalogue = law_.catalogue("qualification_conditions", place(), today_);
        auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
        if (items == nullptr || !items->is_array()) return out;
        for (auto const& entry : items->get_array()) {
            auto const& row = entry.get_object();
            std::string const code(row.at("code").as_string());
            if (!code.starts_with(assesses ? "assess." : "test.") || is_addition(code)) continue;
            Measure one;
            one.condition.code = code;
            one.condition.name = std::string(row.at("name").as_string());
            if (auto const* value = row.if_contains("value")) one.condition.asked = value->to_number<std::int64_t>();
            if (auto const* unit = row.if_contains("unit")) one.condition.unit = std::string(unit->as_string());
            if (auto const* mark = row.if_contains("mark"))
                boost::describe::enum_from_string(mark->as_string().c_str(), one.condition.mark);
            one.have = counted(code);
            if (is_head_count(code) && one.condition.asked) *one.condition.asked += for_more_scopes(assesses);
            out.push_back(std::move(one));
        }
        return out;
    }

    static bool is_addition(std::string const& code) {
        return code == "assess.assessors_per_extra_scope" || code == "test.staff_per_extra";
    }
    static bool is_head_count(std::string const& code) {
        return code == "assess.assessors_min_single_scope" || code == "test.staff_min_single";
    }
    std::int64_t for_more_scopes(bool assesses) const {
        auto const* row = item(assesses ? "assess.assessors_per_extra_scope" : "test.staff_per_extra");
        auto const* value = row == nullptr ? nullptr : row->if_contains("value");
        auto const scopes = static_cast<std::int64_t>(institution_.qualification.scopes.size());
        return value == nullptr || scopes < 2 ? 0 : value->to_number<std::int64_t>() * (scopes - 1);
    }

    std::int64_t staff_on(field::Date day, std::function<bool(Worker const&)> const& also) const {
        return count(people_, [&](Worker const& one) { return one.works(day, {}) && also(one); });
    }
    // Of those who count (assessors, or all at a testing institution), the share with such a credential.
    std::function<std::int64_t(field::Date)> share(CredentialKind kind, Grade at_least) const {
        return [this, kind, at_least](field::Date day) {
            auto const counts = [&](Worker const& one) {
                return institution_.kind == InstitutionKind::testing ||
                       one.holds(day, CredentialKind::assessor, Grade::level3);
            };
            auto const all = staff_on(day, counts);
            auto const these =
                staff_on(day, [&](Worker const& one) { return counts(one) && one.holds(day, kind, at_least); });
            return all == 0 ? 0 : these * 100 / all;
        };
    }
    std::function<std::int64_t(field::Date)> counted(std::string const& code) const {
        if (code == "assess.assessors_min_single_scope")
            return [this](field::Date day) {
                return staff_on(
                    day, [&](Worker const& one) { return one.holds(day, CredentialKind::assessor, Grade::level3); });
            };
        if (code == "test.staff_min_single")
            return [this](field::Date day) { return staff_on(day, [](Worker const&) { return true; }); };
        if (code == "assess.level1_ratio_min") return share(CredentialKind::assessor, Grade::level1);
        if (code == "assess.level1_2_ratio_min") return share(CredentialKind::assessor, Grade::level2);
        if (code == "assess.cse_mid_ratio_min" || code == "test.cse_mid_ratio")
            return share(CredentialKind::engineer, Grade::middle);
        if (code == "test.title_mid_ratio") return share(CredentialKind::title, Grade::middle);
        if (code == "test.title_high_ratio") return share(CredentialKind::title, Grade::senior);
        return {};
    }

    InstitutionView const& institution_;
    Workforce const& people_;
    rulebook::Law const& law_;
    field::Date today_;
};

}  // namespace

Holding holding_of(InstitutionView const& institution, Workforce const& people, rulebook::Law const& law,
                   field::Date today) {
    return Register(institution, people, law, today).holding();
}

}  // namespace anping::registry
