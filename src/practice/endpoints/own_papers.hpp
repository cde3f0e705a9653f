// SPDX-License-Identifier: Apache-2.0
// Papers in their owner's own DOCX, else on the platform's form.
#pragma once

#include <functional>
#include <span>

#include <anping/documents/template.hpp>
#include <anping/practice/templates.hpp>

#include "../paper_values.hpp"
#include "papers.hpp"

namespace anping::practice::family {

// One document of all of them.
inline Result<std::string> written(Rooms const& rooms, db::Session& session, std::string const& owner, PaperKind kind,
                                   std::span<json::object const> each,
                                   std::function<std::vector<documents::Form>()> const& forms) {
    Templates const templates(rooms.vault);
    auto const own = templates.in_force(session, owner, kind);
    if (!own) return documents::docx(forms());
    auto const bytes = templates.bytes(*own);
    if (!bytes) return unexpected<Error>(bytes.error());
    std::vector<json::object> lined;
    for (auto const& values : each) lined.push_back(with_lines(values));
    auto filled = documents::fill_each(*bytes, lined);
    if (!filled) return unexpected<Error>(std::move(filled.error()));
    return std::move(filled->docx);
}

inline PaperNames names_for(Rooms const& rooms, ProjectView const& project, std::string const& checklist = {}) {
    rulebook::Place const place{project.region, project.authority};
    auto const words = [&](std::string const& name) {
        return rooms.service.names_of(rulebook::Kind::catalogue, name, place);
    };
    return {words("scopes"),          words("service_types"),
            words("statutory_kinds"), words("team_duties"),
            words("evidence_ways"),   words("reason_codes"),
            words("evidence_kinds"),  words("construction_stages"),
            words("checklists"),      checklist.empty() ? PaperNames::Words{} : words(checklist)};
}

inline Result<PaperKind> paper_kind(std::string const& named) {
    PaperKind kind{};
    if (boost::describe::enum_from_string(named.c_str(), kind)) return kind;
    return wrong_field("/kind", "choice", "没有这种表");
}

inline std::string file_name(std::string const& of, PaperKind kind) {
    return of + "-" + boost::describe::enum_to_string(kind, "") + ".docx";
}

}  // namespace anping::practice::family
