// SPDX-License-Identifier: Apache-2.0
// What can happen to a determination; its id is the subject.
#pragma once

#include <anping/determination/commands.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::determination {

struct Element {
    std::string code;
    Part part = Part::mismatch;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Element, (), (code, part, name))

// As the clause says it on the day it is opened: later books do not change what is under way.
struct Opened {
    static constexpr char const* kType = "determination.opened";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;  // the bureau's
    field::Authority authority = field::Authority::government;
    practice::ProjectId project;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    std::string title;  // of the report
    OpenDetermination asked;
    std::string situation_name;
    rulebook::Citation citation;
    bool binding = false;  // the situation itself: an item may be surer, or less sure, than its catalogue
    std::vector<Element> elements;
};
BOOST_DESCRIBE_STRUCT(Opened, (),
                      (bureau, region, authority, project, institution, enterprise, title, asked, situation_name,
                       citation, binding, elements))

struct ElementJudged {
    static constexpr char const* kType = "determination.element_judged";
    static constexpr std::int64_t kVersion = 1;
    JudgeElement judged;
};
BOOST_DESCRIBE_STRUCT(ElementJudged, (), (judged))

struct OpinionAttached {
    static constexpr char const* kType = "determination.opinion_attached";
    static constexpr std::int64_t kVersion = 1;
    AttachOpinion opinion;
};
BOOST_DESCRIBE_STRUCT(OpinionAttached, (), (opinion))

// The institution sees all of it from here on.
struct Told {
    static constexpr char const* kType = "determination.told";
    static constexpr std::int64_t kVersion = 1;
    std::optional<rulebook::Deadline> answer_due;
};
BOOST_DESCRIBE_STRUCT(Told, (), (answer_due))

struct Answered {
    static constexpr char const* kType = "determination.answered";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 8000> text;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (text))

struct Decided {
    static constexpr char const* kType = "determination.decided";
    static constexpr std::int64_t kVersion = 1;
    Decide decision;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (decision))

struct Annulled {
    static constexpr char const* kType = "determination.annulled";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(Annulled, (), (reason))

}  // namespace anping::determination
