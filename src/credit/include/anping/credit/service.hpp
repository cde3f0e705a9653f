// SPDX-License-Identifier: Apache-2.0
// Use cases of grades. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/credit/views.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/registry/directory.hpp>

namespace anping::credit {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;
using LawSource = std::function<std::shared_ptr<rulebook::Law const>()>;

// Thread-safe.
class Service {
public:
    Service(LawSource law, registry::Directory const& directory) : law_(std::move(law)), directory_(directory) {}

    // For the region of whoever enters it.
    Decision enter(access::Principal who, EnterGrade in) const;
    Decision confirm(GradeId id) const;
    Decision withdraw(GradeId id, WithdrawGrade in) const;

    Result<access::Target> target(db::Session& session, GradeId const& id) const;
    // Confirmed ones, and those `drafts` sees; newest first, below the entry `before`; of those institutions where any
    // is named.
    std::vector<GradeView> grades(db::Session& session, access::Visibility const& drafts,
                                  std::vector<std::string> const& institutions, std::int64_t before,
                                  std::int64_t limit) const;
    // By the law of the place today; none where there is no rating.
    std::vector<GradeChoice> choices(access::Principal const& who, field::Date today) const;

private:
    LawSource law_;
    registry::Directory const& directory_;
};

}  // namespace anping::credit
