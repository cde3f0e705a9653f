// SPDX-License-Identifier: Apache-2.0
// What in a report is left over from another, or does not agree with itself, with the project or with the rules of its
// day: clues with their places. Pure; what is not known accuses nobody.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <anping/field/date.hpp>
#include <anping/field/region.hpp>
#include <anping/forensics/divisions.hpp>
#include <anping/forensics/finding.hpp>
#include <anping/forensics/name_screen.hpp>
#include <anping/forensics/report.hpp>

namespace anping::forensics {

struct TeamMember {
    std::string name;
    std::string certificate;
    std::optional<field::Date> valid_from, valid_until;  // of the certificate
};

struct Signatory {
    std::string name;
    std::string role;  // "项目负责人", as the report has it
    Place where = {};  // in code points of the original; empty when it was not the report that said it
};

// Ways to say a thing: any of them, and of each the words between its blanks, all of them: {"危险 有害因素",
// "危害因素"}.
using SaidAs = std::vector<std::string>;

struct RequiredChapter {
    std::string title;
    SaidAs said_as;  // any of them in a heading; the title's own words when empty
};

struct Standard {
    std::string number;  // "GB 50160-2008"; of a law its order, or empty
    std::string title;
    std::optional<field::Date> from, until;  // in force; `until` is the last day
};

struct Criterion {
    std::string number;  // as the list counts it
    std::string text;
    SaidAs said_as = {};  // in one sentence; besides the text's own words
};

// So many metres at least between two things.
struct SpacingRule {
    std::string standard;  // "GB 50160-2008"
    std::string clause;    // "4.2.12"
    SaidAs from, to;       // either way round
    double metres = 0;
};

// How often a sentence rests on what the enterprise says, of all sentences of usual reports.
struct HearsayShare {
    double usual = 0;
};

struct Days {
    std::optional<field::Date> contract, notice, report;
    std::vector<field::Date> survey;  // on site
};

// What is known besides the report. Empty and nothing mean not known.
struct Known {
    std::vector<std::string> own_names;  // of the enterprise: full, short, former
    std::vector<std::string> institution_names;
    std::vector<std::string> own_persons;  // of both, beside the team
    std::vector<std::string> addresses;
    std::vector<std::string> credit_codes;
    std::vector<field::RegionCode> regions;  // of the project, the enterprise, the institution
    std::vector<std::string> declared;       // neighbours, suppliers and others that may be named
    std::vector<std::string> project_names;  // the first is the cover's
    Days days;
    std::vector<TeamMember> team;
    std::vector<Signatory> signatories;
    std::vector<std::string> on_site;
    std::vector<RequiredChapter> chapters;
    std::vector<Standard> standards;
    std::vector<Criterion> criteria;  // of major hidden dangers, of the industry
    std::string criteria_title;
    std::optional<std::string>
        source_standard;  // of major hazard sources, "GB 18218", where they have to be identified
    std::vector<SpacingRule> spacing;
    std::optional<HearsayShare> hearsay;
    std::shared_ptr<NameScreen const> registry;  // parties, own ones among them
    std::shared_ptr<Divisions const> divisions;
    std::multimap<std::string, std::string, std::less<>> persons;  // of other parties: name, party
};

// What the report itself says of its enterprise, institution, project, day, team, signatories and people on site.
Known facts_of(Report const& report);
// What is known, and what the report says where nothing is.
Known with_facts(Known known, Known said);

struct Detector {
    char const* name;  // "other_enterprises"; what it finds has names of its own: "leftovers.other_enterprise"
    std::vector<Finding> (*find)(Report const&, Known const&);
};
// All of them, each a pure function.
std::span<Detector const> leftover_detectors();
std::vector<Finding> find_leftovers(Report const& report, Known const& known);

}  // namespace anping::forensics
