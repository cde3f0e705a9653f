// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/inspection/events.hpp>
#include <anping/inspection/orders.hpp>

namespace anping::inspection {

struct InspectionSummary {
    InspectionId id = {};
    std::string title = {};
    registry::BureauId bureau = {};
    std::string bureau_name = {};
    Checked checked = Checked::institution;
    std::optional<registry::InstitutionId> institution = {};
    std::optional<std::string> institution_name = {};
    std::optional<registry::EnterpriseId> enterprise = {};
    std::optional<std::string> enterprise_name = {};
    Setting setting = Setting::daily;
    Coverage coverage = Coverage::site;
    bool announced = true;
    Stage stage = Stage::planned;
    bool approved = false;
    bool refused = false;
    field::Date planned_from = {};
    field::Date planned_until = {};
    std::optional<field::Date> begun_on = {};
    std::optional<field::Date> closed_on = {};
    std::int64_t checked_items = 0;
    std::int64_t failed_items = 0;
    std::int64_t problems = 0;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(InspectionSummary, (),
                      (id, title, bureau, bureau_name, checked, institution, institution_name, enterprise,
                       enterprise_name, setting, coverage, announced, stage, approved, refused, planned_from,
                       planned_until, begun_on, closed_on, checked_items, failed_items, problems, entry))

struct OfficerSeen {
    registry::OfficerId officer = {};
    std::string name = {};
    std::string certificate = {};
    field::Date valid_until = {};
    bool valid = true;  // on the day of the visit, before it on the first planned day
    bool mine = false;  // the asker's
    std::optional<SignWay> signed_by = {};
};
BOOST_DESCRIBE_STRUCT(OfficerSeen, (), (officer, name, certificate, valid_until, valid, mine, signed_by))

struct ItemView {
    ListedItem listed;
    std::optional<ItemResult> result;
    std::optional<std::string> words;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (listed, result, words, files))

struct StatementView {
    std::string words;
    std::vector<practice::Exhibit> files;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(StatementView, (), (words, files, at))

struct ProblemView {
    std::int64_t number = 1;
    std::optional<std::string> item = {};
    std::string fact = {};
    rulebook::Citation citation;
    std::vector<practice::Exhibit> files = {};
    std::optional<std::string> withdrawn = {};  // why
    std::vector<StatementView> statements = {};
};
BOOST_DESCRIBE_STRUCT(ProblemView, (), (number, item, fact, citation, files, withdrawn, statements))

struct CheckedSigned {
    SignWay way = SignWay::account;
    std::optional<std::string> words;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(CheckedSigned, (), (way, words, at))

struct RefusalView {
    std::string how;
    std::vector<practice::Exhibit> files;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(RefusalView, (), (how, files, at))

struct NamedExpert {
    registry::ExpertId expert;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedExpert, (), (expert, name))

// An act, as the history of an inspection or order shows it.
struct ActView {
    std::int64_t entry = 0;
    Timestamp at;
    std::string type;
    std::string unit_name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ActView, (), (entry, at, type, unit_name, text))

struct InspectionView {
    InspectionSummary summary;
    std::optional<Origin> origin;  // the bureau's own knowledge
    std::optional<practice::ProjectId> project;
    std::optional<std::string> project_title;
    std::string place;
    std::vector<Subject> subjects;
    std::optional<std::string> unannounced_reason;
    std::optional<std::string> joint_with;
    std::vector<OfficerSeen> officers;
    std::vector<NamedExpert> experts;
    std::optional<std::string> planned_by;
    std::optional<std::string> approved_by;
    std::optional<std::string> opinion;
    std::optional<std::string> called_off;
    std::optional<std::string> urgent_reason;
    std::vector<Warning> warnings;
    std::int64_t officers_needed = 2;
    rulebook::Citation rule;  // that says so
    std::vector<ItemView> checklist;
    std::vector<ProblemView> problems;
    std::optional<CheckedSigned> acknowledged;
    std::optional<RefusalView> refusal;
    std::optional<std::string> conclusion;
    std::vector<OrderId> orders;
    std::vector<ActView> history;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(InspectionView, (),
                      (summary, origin, project, project_title, place, subjects, unannounced_reason, joint_with,
                       officers, experts, planned_by, approved_by, opinion, called_off, urgent_reason, warnings,
                       officers_needed, rule, checklist, problems, acknowledged, refusal, conclusion, orders, history,
                       version))

struct InspectionFilter {
    std::optional<Stage> stage = {};
    std::optional<registry::InstitutionId> institution = {};
    std::optional<registry::BureauId> bureau = {};
    bool refused = false;  // those only
};

}  // namespace anping::inspection
