// SPDX-License-Identifier: Apache-2.0
// Use cases of the law's keepers. A change is returned as the decision the writer runs; reads use a session of the
// caller.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/legal/commands.hpp>
#include <anping/legal/library.hpp>
#include <anping/legal/views.hpp>

namespace anping::legal {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;

// What other modules know of the law's use.
struct Surroundings {
    std::function<std::map<std::string, std::int64_t>(db::Session&)> citations;
    // Those of the things the asker may see.
    std::function<std::vector<rulebook::OpenDeadline>(db::Session&, access::Visibility const&)> open_deadlines;
    std::function<std::string(std::string const& unit)> unit_name;
};

struct Confirmed {
    std::string clause;
    field::RegionCode region;
};
BOOST_DESCRIBE_STRUCT(Confirmed, (), (clause, region))

// Thread-safe.
class Service {
public:
    Service(Library& library, Surroundings around, Clock const& clock)
        : library_(library), around_(std::move(around)), clock_(clock) {}

    // Whose the matter is: the region in which this officer's word about the clause would hold.
    Result<access::Target> target(access::Principal const& who, std::string const& clause) const;
    Decision confirm(access::Principal const& who, ConfirmClause in) const;
    Decision withdraw(access::Principal const& who, std::string clause, WithdrawConfirmation in) const;

    // As they speak in the region today.
    std::vector<ClauseView> clauses(db::Session& session, field::RegionCode const& region) const;
    PreviewView preview(db::Session& session, access::Principal const& who, access::Visibility const& sees,
                        Preview const& in) const;

    Library& library() const noexcept { return library_; }

private:
    Library& library_;
    Surroundings around_;
    Clock const& clock_;
};

}  // namespace anping::legal
