// SPDX-License-Identifier: Apache-2.0
// Use cases of draws. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/base/time.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/planning/known.hpp>
#include <anping/planning/views/draw_strata.hpp>
#include <anping/planning/views/draws.hpp>
#include <anping/planning/views/exchange.hpp>
#include <anping/registry/directory.hpp>
#include <anping/vault/table.hpp>

namespace anping::planning {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;

// Thread-safe. `who` is an officer of the bureau whose draw it is.
class Service {
public:
    struct With {
        registry::Directory const& directory;
        // Institutions of the scope at a bureau's place, by their ids.
        std::function<std::vector<registry::InstitutionId>(db::Session&, access::Principal const& bureau, DrawScope,
                                                           std::optional<field::Date> since)>
            listed;
        std::function<std::string(std::size_t bytes)> random;  // so many bytes; crypto::random_bytes
        std::function<std::string(db::Session&, std::string const& account)> name_of;  // of an officer
        std::function<std::optional<registry::ExpertView>(db::Session&, registry::ExpertId const&, field::Date)> expert;
        // Whether an assessment or testing institution is called so.
        std::function<bool(db::Session&, std::string const& name)> is_institution;
        // What more tickets than one are suggested by; without them none are.
        std::function<std::shared_ptr<rulebook::Law const>()> law = {};
        std::function<std::optional<RatingKnown>(db::Session&, registry::InstitutionId const&, rulebook::Place const&)>
            rating = {};
        std::function<std::optional<DishonestyKnown>(db::Session&, registry::InstitutionId const&)> dishonesty = {};
    };
    explicit Service(With with) : with_(std::move(with)) {}

    // Of the bureau: a secret is made and kept, its digest stands in the ledger.
    Decision announce_seed(access::Principal who) const;
    Decision plan(access::Principal who, PlanDraw in) const;
    Decision commit(DrawId id, CommitShare in) const;
    Decision begin_revealing(DrawId id) const;
    Decision reveal(DrawId id, RevealShare in) const;
    // The second of two people who enter the same number holds the draw by it.
    Decision enter_number(access::Principal who, DrawId id, EnterNumber in) const;
    Decision hold(access::Principal who, DrawId id, HoldDraw in) const;
    Decision give_up(DrawId id, VoidDraw in) const;
    Decision publish(DrawId id) const;
    Decision record_check(DrawId id, RecordBureauCheck in) const;

    Result<access::Target> target(db::Session& session, DrawId const& id) const;
    // Newest first, below the entry `before`.
    std::vector<DrawSummary> draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                   std::int64_t limit) const;
    Result<DrawView> draw(db::Session& session, DrawId const& id, access::Principal const& who) const;
    // Of one that is held.
    Result<draw::Paper> paper(db::Session& session, DrawId const& id) const;
    // For another platform: the frozen list, with the outcome where it is held.
    Result<DrawExchange> exchange(db::Session& session, DrawId const& id) const;
    // Of all bureaus, newest first, below the entry `before`.
    std::vector<PublicDraw> public_draws(db::Session& session, std::int64_t before, std::int64_t limit) const;
    // Of one that is published.
    Result<draw::Paper> public_paper(db::Session& session, DrawId const& id) const;
    // Today's, with the tickets the book suggests.
    std::vector<CandidateView> candidates(db::Session& session, access::Principal const& who, DrawScope scope,
                                          std::optional<field::Date> since, field::Date today) const;
    // How that list would be split into strata, and how many of each are proposed.
    struct SheetGiven {
        std::optional<vault::Table> table = {};
        std::string sm3 = {};
    };
    Result<StrataPreview> strata(db::Session& session, access::Principal const& who, AskStrata const& in,
                                 SheetGiven const& sheet, field::Date today) const;
    // Draws of bureaus above that chose this one, as long as nothing was recorded of it.
    std::vector<BureauToCheck> to_be_checked(db::Session& session, registry::BureauId const& bureau) const;
    // Of the bureau, newest first.
    std::vector<SeedView> seeds(db::Session& session, registry::BureauId const& bureau) const;

private:
    With with_;
};

}  // namespace anping::planning
