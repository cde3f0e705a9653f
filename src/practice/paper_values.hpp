// SPDX-License-Identifier: Apache-2.0
// What stands in a project's papers, by the names of its shape. What is not known is null: a blank, never a guess.
#pragma once

#include <map>
#include <optional>
#include <string>

#include <anping/base/json.hpp>
#include <anping/documents/form.hpp>
#include <anping/practice/views/templates.hpp>

namespace anping::practice {

// The words of the place's catalogues, by code.
struct PaperNames {
    using Words = std::map<std::string, std::string>;
    Words scopes, services, kinds, duties, ways, reasons, evidence, stages, checklists;
    Words items;  // of the check-list in question
};

json::object sample_values(PaperKind kind);
// Of one survey, or of the last: the records of the site.
json::object record_values(PaperKind kind, ProjectPaper const& of, PaperNames const& names, field::Date today,
                           std::optional<SurveyId> const& survey);
// The survey those are of; nothing when there is none.
SurveyView const* survey_of(ProjectView const& project, std::optional<SurveyId> const& asked);
json::object notice_values(PaperKind kind, NoticePaper const& of, AddresseeView const& to, PaperNames const& names);

// For a DOCX of one's own: a blank outside of lists is a line to write on.
json::object with_lines(json::object values);
// The platform's form of a record.
documents::Form record_form(PaperShape const& shape, json::object const& values);

}  // namespace anping::practice
