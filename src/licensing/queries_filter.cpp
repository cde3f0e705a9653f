// SPDX-License-Identifier: Apache-2.0
// A filter as a condition.
#include <algorithm>
#include <cctype>

#include <anping/db/columns.hpp>

#include "queries.hpp"
#include "titles.hpp"

namespace anping::licensing::queries {
namespace {

void add(Narrowed& to, std::string const& condition, db::Params const& values = {}) {
    to.sql += " AND " + condition;
    to.params.insert(to.params.end(), values.begin(), values.end());
}

void add_region(Narrowed& to, field::RegionCode const& region) {
    std::string const prefix(field::subtree_prefix(region));
    if (prefix == region.digits) return add(to, "region = :within", {prefix});
    // ":" sorts after every digit. Of the greater part of them the list's own order is read, of the others the index.
    bool const most = prefix.size() <= 2;
    std::string const column = most ? "(region || '')" : "region";
    add(to, column + " >= :within AND " + column + " < :beyond", {prefix, prefix + ":"});
}

// An id is found from its beginning; digits alone are its serial number.
std::string beginning(std::string const& text) {
    bool const digits = std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
    return digits && text.size() <= 8 ? "XK-" + std::string(8 - text.size(), '0') + text : text;
}

void add_text(Narrowed& to, db::Session& session, std::string const& text,
              std::vector<registry::EnterpriseId> const& applicants) {
    auto named = titles().holds(session, text);
    std::string alternatives = "(" + named.sql + ") OR (id >= :numbered AND id < :numbered_beyond)";
    auto const from = beginning(text);
    named.params.insert(named.params.end(), {from, from + "\x7F"});
    for (std::size_t i = 0; i < applicants.size(); ++i) {
        alternatives += (i == 0 ? " OR enterprise IN (:applicant" : ", :applicant") + std::to_string(i);
        named.params.emplace_back(applicants[i]);
    }
    if (!applicants.empty()) alternatives += ")";
    add(to, "(" + alternatives + ")", named.params);
}

}  // namespace

Narrowed narrowed(db::Session& session, access::Visibility const& sees, ApplicationFilter const& filter,
                  std::optional<std::vector<registry::EnterpriseId>> const& applicants) {
    auto seen = sees.where({"enterprise",
                            {"licensing_application.id IN (SELECT r.application FROM licensing_report r WHERE "
                             "{r.institution})"},
                            {"region"},
                            "authority",
                            ""});
    Narrowed out{std::move(seen.text), std::move(seen.params)};
    if (filter.project)
        add(out, "id IN (SELECT p.application FROM licensing_report p WHERE p.project = :project)",
            {filter.project->text});
    if (filter.region) add_region(out, *filter.region);
    if (filter.received_from) add(out, "received_on >= :received_from", {db::sql(*filter.received_from)});
    if (filter.received_until) add(out, "received_on <= :received_until", {db::sql(*filter.received_until)});
    if (filter.state == ApplicationState::decided) add(out, "outcome IS NOT NULL");
    if (filter.state == ApplicationState::open) add(out, "outcome IS NULL");
    // A superset: the rules say which of them.
    if (filter.state == ApplicationState::held) add(out, "outcome IS NULL AND open_corrections > 0");
    if (filter.state == ApplicationState::escalated)
        add(out, "((outcome IS NULL AND open_corrections > 0) OR in_spite = 1)");
    if (applicants) add_text(out, session, filter.text, *applicants);
    return out;
}

}  // namespace anping::licensing::queries
