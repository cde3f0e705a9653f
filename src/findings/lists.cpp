// SPDX-License-Identifier: Apache-2.0
#include "lists.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <anping/field/date.hpp>

namespace anping::findings {
namespace {

using rulebook::Kind;

std::string text_in(json::object const& item, char const* key) {
    auto const* found = item.if_contains(key);
    return found == nullptr || !found->is_string() ? std::string() : std::string(found->get_string());
}

std::optional<field::Date> day_in(json::object const& item, char const* key) {
    return field::parse_date(text_in(item, key));
}

std::optional<std::int64_t> number_in(json::object const& item, char const* key) {
    auto const* found = item.if_contains(key);
    if (found == nullptr || !found->is_int64()) return std::nullopt;
    return found->get_int64();
}

forensics::SaidAs ways_in(json::object const& item, char const* key) {
    forensics::SaidAs out;
    auto const* found = item.if_contains(key);
    if (found == nullptr || !found->is_array()) return out;
    for (auto const& one : found->get_array())
        if (one.is_string()) out.emplace_back(one.get_string());
    return out;
}

// The lists of one place and day.
class Reader {
public:
    Reader(rulebook::Law const& law, rulebook::Place place, field::Date day) : law_(law), place_(place), day_(day) {}

    bool has(std::string const& name) const { return law_.find(Kind::catalogue, name, place_, day_) != nullptr; }
    // Of a list with variants, the most special one there is.
    std::string name_of(std::string const& name, std::string const& variant) const {
        auto special = name + "_" + variant;
        return !variant.empty() && has(special) ? special : name;
    }
    // Its items, and where they are from.
    std::vector<json::object const*> items(std::string const& name, Lists::Source& source) const {
        std::vector<json::object const*> in_force;
        auto const* clause = law_.find(Kind::catalogue, name, place_, day_);
        auto const* all = clause == nullptr ? nullptr : clause->body.if_contains("items");
        if (all == nullptr || !all->is_array()) return in_force;
        for (auto const& item : all->get_array())
            if (item.is_object()) in_force.push_back(&item.get_object());
        auto const& citation = clause->citation;
        source = {fmt::format("{}（{}）", citation.title, citation.source), citation.binding};
        return in_force;
    }

private:
    rulebook::Law const& law_;
    rulebook::Place place_;
    field::Date day_;
};

// A row may be more or less sure than its list.
Lists::Source source_of(json::object const& row, Lists::Source const& list) {
    auto const mark = text_in(row, "mark");
    if (mark.empty()) return list;
    auto const source = text_in(row, "source");
    bool const binds = mark == "seen" || mark == "secondary";
    return {source.empty() ? list.text : source, binds};
}

void read_chapters(Reader const& reader, practice::ProjectView const& project, Lists& out) {
    if (project.service_type.empty()) return;
    auto& source = out.sources["leftovers.chapter"];
    auto const name = reader.name_of("report_chapters_" + project.service_type, project.scope.code);
    for (auto const* item : reader.items(name, source))
        out.chapters.push_back({text_in(*item, "name"), ways_in(*item, "said_as")});
}

void read_standards(Reader const& reader, Lists& out) {
    Lists::Source list;
    for (auto const* item : reader.items("standards_in_force", list)) {
        auto const until = day_in(*item, "until");
        auto number = text_in(*item, "code");
        out.rows[number] = source_of(*item, list);
        out.standards.push_back({std::move(number), text_in(*item, "name"), day_in(*item, "from"),
                                 until ? std::optional(*until - 1) : std::nullopt});
    }
}

bool says(std::string const& title, forensics::SaidAs const& ways) {
    return ways.empty() ||
           std::ranges::any_of(ways, [&](auto const& way) { return title.find(way) != std::string::npos; });
}

// Of the first list that is for such a report.
void read_criteria(Reader const& reader, practice::FiledReport const& report, practice::ProjectView const& project,
                   Lists& out) {
    auto const title = report.title + project.title;
    Lists::Source choice;
    for (auto const* list : reader.items(reader.name_of("criteria_lists", project.service_type), choice)) {
        if (text_in(*list, "scope") != project.scope.code || !says(title, ways_in(*list, "said_as"))) continue;
        out.criteria_title = text_in(*list, "name");
        for (auto const* item : reader.items(text_in(*list, "code"), out.sources["leftovers.criteria"]))
            out.criteria.push_back({text_in(*item, "code"), text_in(*item, "name"), ways_in(*item, "said_as")});
        return;
    }
}

void read_source_standard(Reader const& reader, practice::ProjectView const& project, Lists& out) {
    for (auto const* item : reader.items("source_standards", out.sources["leftovers.hazard_source"]))
        if (text_in(*item, "scope") == project.scope.code) out.source_standard = text_in(*item, "code");
}

void read_spacing(Reader const& reader, Lists& out) {
    Lists::Source list;
    for (auto const* item : reader.items("spacing_rules", list)) {
        auto const centimetres = number_in(*item, "value");
        if (!centimetres) continue;
        forensics::SpacingRule rule{text_in(*item, "standard"), text_in(*item, "clause"), ways_in(*item, "said_as"),
                                    ways_in(*item, "to_said_as"), static_cast<double>(*centimetres) / 100};
        out.rows[fmt::format("{}第{}条", rule.standard, rule.clause)] = source_of(*item, list);
        out.spacing.push_back(std::move(rule));
    }
}

void read_hearsay(Reader const& reader, Lists& out) {
    for (auto const* item : reader.items("hearsay_share", out.sources["leftovers.hearsay"]))
        if (auto const thousandths = number_in(*item, "value"))
            out.hearsay = forensics::HearsayShare{static_cast<double>(*thousandths) / 1000};
}

// Nothing where a finding rests on the report alone.
Lists::Source const* source_for(forensics::Finding const& finding, Lists const& lists) {
    if (auto const list = lists.sources.find(finding.detector); list != lists.sources.end()) return &list->second;
    auto const* const fact = finding.detector == "leftovers.standard"  ? "standard"
                             : finding.detector == "leftovers.spacing" ? "by"
                                                                       : nullptr;
    if (fact == nullptr) return nullptr;
    auto const named = std::ranges::find_if(finding.facts, [&](auto const& one) { return one.name == fact; });
    auto const row = named == finding.facts.end() ? lists.rows.end() : lists.rows.find(named->value);
    return row == lists.rows.end() ? nullptr : &row->second;
}

}  // namespace

Lists lists_of(rulebook::Law const& law, practice::FiledReport const& report, practice::ProjectView const& project) {
    Reader const reader(law, {report.target.region, report.target.authority}, field::beijing_date(report.filed_at));
    Lists out;
    read_chapters(reader, project, out);
    read_standards(reader, out);
    read_criteria(reader, report, project, out);
    read_source_standard(reader, project, out);
    read_spacing(reader, out);
    read_hearsay(reader, out);
    return out;
}

forensics::Known with_lists(forensics::Known known, Lists lists) {
    known.chapters = std::move(lists.chapters);
    known.standards = std::move(lists.standards);
    known.criteria = std::move(lists.criteria);
    known.criteria_title = std::move(lists.criteria_title);
    known.source_standard = std::move(lists.source_standard);
    known.spacing = std::move(lists.spacing);
    known.hearsay = lists.hearsay;
    return known;
}

void tell_lists(std::vector<Compared::Found>& found, Lists const& lists) {
    for (auto& one : found) {
        auto const* source = source_for(one.finding, lists);
        if (source == nullptr) continue;
        one.finding.facts.push_back({"list", source->binds ? source->text : source->text + "，未经法规人员核对"});
        if (!source->binds) one.finding.strength = forensics::Strength::lead;
    }
}

}  // namespace anping::findings
