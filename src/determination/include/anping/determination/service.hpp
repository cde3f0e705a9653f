// SPDX-License-Identifier: Apache-2.0
// Use cases of the determination desk. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/base/time.hpp>
#include <anping/determination/views.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/reports.hpp>
#include <anping/registry/directory.hpp>

namespace anping::determination {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;

// Thread-safe.
class Service {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        practice::Reports const& reports;
        registry::Directory const& directory;
        std::function<std::string(db::Session&, std::string const& account)> name_of;
        Clock const& clock;
    };
    explicit Service(With with) : with_(std::move(with)) {}

    // Of a report of a project in the bureau's region.
    Decision open(access::Principal who, OpenDetermination in) const;
    Decision judge(DeterminationId id, JudgeElement in) const;
    Decision attach(DeterminationId id, AttachOpinion in) const;
    Decision tell(DeterminationId id) const;
    Decision answer(DeterminationId id, AnswerDetermination in) const;
    Decision decide(DeterminationId id, Decide in) const;
    Decision annul(DeterminationId id, Annul in) const;

    Result<access::Target> target(db::Session& session, DeterminationId const& id) const;
    // Newest first, below the entry `before`; of one report where one is named.
    std::vector<DeterminationSummary> determinations(db::Session& session, access::Visibility const& sees,
                                                     std::string const& report, std::int64_t before,
                                                     std::int64_t limit) const;
    Result<DeterminationView> determination(db::Session& session, DeterminationId const& id) const;
    // That can be cited of the report by the bureau, local ones beside the nation's.
    Result<std::vector<Situation>> situations(db::Session& session, access::Principal const& who,
                                              practice::ReportId const& report) const;

private:
    With with_;
};

}  // namespace anping::determination
