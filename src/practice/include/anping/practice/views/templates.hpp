// SPDX-License-Identifier: Apache-2.0
// A unit's papers, each with its own template if it has one.
#pragma once

#include <anping/practice/events/templates.hpp>
#include <anping/practice/views/papers.hpp>

namespace anping::practice {

// One change of it; a withdrawal has no file.
struct PaperTemplateStep {
    std::optional<std::string> file_name;
    std::optional<std::string> sm3;
    std::int64_t size = 0;
    std::vector<std::string> names;  // the places it fills
    std::optional<std::string> reason;
    Timestamp at;
    std::string account;
    std::string role;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PaperTemplateStep, (), (file_name, sm3, size, names, reason, at, account, role, entry))

struct PaperFieldView {
    std::string name;
    std::string meaning;
    std::string example;
    std::optional<std::string> within;  // the list whose rows have it
};
BOOST_DESCRIBE_STRUCT(PaperFieldView, (), (name, meaning, example, within))

struct PaperTemplateView {
    PaperKind kind = PaperKind::risk_analysis;
    std::string title;
    bool own = false;                        // in force; otherwise the platform's form
    std::vector<PaperTemplateStep> history;  // the newest first
    std::vector<PaperFieldView> fields;      // what its places may be called
};
BOOST_DESCRIBE_STRUCT(PaperTemplateView, (), (kind, title, own, history, fields))

// What a record of a project's process control is filled from.
struct ProjectPaper {
    ProjectView project;
    registry::InstitutionView institution;
    std::optional<registry::EnterpriseView> enterprise;
    std::vector<NoticePaper::Member> members;  // of the team as last formed, its leader first
};

}  // namespace anping::practice
