// SPDX-License-Identifier: Apache-2.0
// Use cases of the list of those watched more closely 重点监督检查对象 (XJ-12). Each change is the decision the writer
// runs.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/planning/known.hpp>
#include <anping/planning/service.hpp>
#include <anping/planning/views/key_list.hpp>

namespace anping::planning {

// Thread-safe.
class KeyList {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        // Institutions registered at the bureau's place or serving there, by their ids.
        std::function<std::vector<registry::InstitutionId>(db::Session&, access::Principal const& bureau)> around;
        std::function<std::optional<RatingKnown>(db::Session&, registry::InstitutionId const&, rulebook::Place const&)>
            rating;
        // Between two days, region-wide (the province the place lies in).
        std::function<std::vector<DecisionKnown>(db::Session&, registry::InstitutionId const&, rulebook::Place const&,
                                                 field::Date from, field::Date to)>
            decisions;
        Clock const& clock;
    };
    explicit KeyList(With with) : with_(std::move(with)) {}

    // What the platform can see by itself and has not proposed at the place or around it: at most 100 at a time.
    Decision look(access::Principal who) const;
    Decision propose(access::Principal who, ProposeListing in) const;
    Decision confirm(ListingId id, ConfirmListing in) const;
    Decision decline(ListingId id, EndListing in) const;
    Decision object(ListingId id, ObjectToListing in) const;
    Decision answer(ListingId id, AnswerObjection in) const;
    Decision remove(ListingId id, EndListing in) const;

    // The institution is a party from the confirmation on.
    Result<access::Target> target(db::Session& session, ListingId const& id) const;
    // Newest first, below the entry `before`.
    std::vector<ListingSummary> listings(db::Session& session, access::Visibility const& sees,
                                         std::string const& institution, std::int64_t before, std::int64_t limit) const;
    Result<ListingView> listing(db::Session& session, ListingId const& id) const;

private:
    With with_;
};

}  // namespace anping::planning
