// SPDX-License-Identifier: Apache-2.0
// Use cases of prices that are low among like ones (XJ-8): seen by the officers who weigh them, concluded by the bureau
// of the place. A price is never a violation by itself.
#pragma once

#include <functional>

#include <anping/planning/service.hpp>
#include <anping/planning/views/prices.hpp>
#include <anping/practice/prices.hpp>
#include <anping/practice/projects.hpp>

namespace anping::planning {

// Thread-safe.
class Prices {
public:
    struct With {
        std::function<std::optional<practice::LikePrices>(db::Session&, practice::ProjectId const&)> like;
        std::function<std::vector<practice::LowPrice>(db::Session&, rulebook::Place const&, access::Visibility const&,
                                                      std::string const& after, std::int64_t limit)>
            low;
        std::function<std::optional<practice::ProjectFacts>(db::Session&, practice::ProjectId const&)> project;
        registry::Directory const& directory;
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        std::function<std::string(db::Session&, std::string const& account)> name_of;
    };
    explicit Prices(With with) : with_(std::move(with)) {}

    Decision conclude(access::Principal who, practice::ProjectId project, ConcludePrice in) const;

    // The newest projects first, below the project `after`.
    std::vector<LowPriceRow> low(db::Session& session, access::Principal const& who, access::Visibility const& sees,
                                 std::string const& after, std::int64_t limit) const;
    Result<PriceView> price(db::Session& session, practice::ProjectId const& project) const;
    // Whose the project is.
    Result<access::Target> target(db::Session& session, practice::ProjectId const& project) const;

private:
    With with_;
};

}  // namespace anping::planning
