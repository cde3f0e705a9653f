// SPDX-License-Identifier: Apache-2.0
// What becomes of a row: it is decoded and decided as a single entry is, after the rows before it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/registry/sheets.hpp>
#include <anping/registry/views.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::registry {

struct Judged {
    RowState state = RowState::wrong;
    std::string note;
    std::vector<FieldError> problems;
    std::vector<ledger::Event> events;  // of one that is added; their ids are made from the seq of the first
};

class Judge {
public:
    Judge() = default;
    virtual ~Judge() = default;
    Judge(Judge const&) = delete;
    Judge& operator=(Judge const&) = delete;
    // `number` as Excel shows it; `seq` of the row's first event.
    virtual Judged judge(json::object values, std::int64_t number, std::int64_t seq) = 0;
    // What of a row that cannot be added is wrong in its form.
    virtual std::vector<FieldError> problems(json::object values) const = 0;
};

// How a name is kept apart; a preview keeps none.
using KeepName = std::function<ledger::Commitment(std::string const& subject, std::string const& name)>;

std::unique_ptr<Judge> judge_of_people(InstitutionId const& institution, std::vector<PersonView> const& known,
                                       std::vector<BranchView> const& branches, KeepName keep);
std::unique_ptr<Judge> judge_of_instruments(InstitutionId const& institution, std::vector<InstrumentView> const& known,
                                            std::vector<BranchView> const& branches);
std::unique_ptr<Judge> judge_of_enterprises(std::function<bool(std::string const& credit_code)> known,
                                            EnterpriseGate may, std::shared_ptr<rulebook::Law const> law,
                                            field::Date today);
// `known`: who stands in the bureau's pool.
std::unique_ptr<Judge> judge_of_experts(std::vector<ExpertView> const& known, rulebook::Place const& bureau,
                                        field::Date today, KeepName keep);

}  // namespace anping::registry
