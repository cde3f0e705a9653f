// SPDX-License-Identifier: Apache-2.0
// Official documents of a case, as the module that makes them tells of them, beside the steps they belong to.
#pragma once

#include <anping/cases/types.hpp>

namespace anping::cases {

enum class PaperStage { draft, issued, delivered, voided };
BOOST_DESCRIBE_ENUM(PaperStage, draft, issued, delivered, voided)

struct PaperDelivery {
    std::int64_t entry = 0;  // names it
    std::string way;         // "direct"
    field::Date on;
    field::Date effective;  // what later limits count from
    std::string receiver;
    std::string place;
    std::string note;
    std::vector<Document> scans;
    std::optional<std::int64_t> step;  // that rests on it
};
BOOST_DESCRIBE_STRUCT(PaperDelivery, (), (entry, way, on, effective, receiver, place, note, scans, step))

struct Paper {
    std::string id;
    std::string kind;
    std::string name;
    std::optional<std::string> number;
    PaperStage stage = PaperStage::draft;
    std::string addressee_name;
    std::optional<field::Date> issued_on;
    std::optional<std::string> sm3;      // of the file that was issued
    std::optional<std::string> despite;  // why it was issued before the step it comes after
    std::vector<PaperDelivery> deliveries;
    std::optional<StepKind> delivered_as;  // the step its delivery is
};
BOOST_DESCRIBE_STRUCT(Paper, (),
                      (id, kind, name, number, stage, addressee_name, issued_on, sm3, despite, deliveries,
                       delivered_as))

struct PaperKind {
    std::string kind;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PaperKind, (), (kind, name))

// The code of the opening among those of steps.
inline constexpr char const* kOpened = "opened";

struct StepPapers {
    std::string step;               // kOpened, or a kind of step
    std::optional<field::Date> on;  // of the last such step; nothing: not recorded
    std::vector<PaperKind> kinds;   // any of them is what the step calls for
    std::vector<Paper> papers;      // made here, those that are void among them
    std::vector<Document> written;  // others, as they were written into the step
    bool missing = false;           // recorded, and none was issued or written in
};
BOOST_DESCRIBE_STRUCT(StepPapers, (), (step, on, kinds, papers, written, missing))

struct PapersView {
    std::vector<StepPapers> steps;  // in their order: recorded, next, or with a document
    std::vector<Paper> others;      // of a kind no step calls for
};
BOOST_DESCRIBE_STRUCT(PapersView, (), (steps, others))

}  // namespace anping::cases
