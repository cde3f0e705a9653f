// SPDX-License-Identifier: Apache-2.0
#include <anping/planning/projection.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

class PlanningProjection final : public ledger::Projection {
public:
    std::string name() const override { return "planning"; }
    std::string stamp() const override { return "4"; }
    std::string schema() const override {
        std::string out;
        for (auto const& family : families_) out += family.schema;
        return out;
    }
    std::vector<ledger::Table> tables() const override {
        std::vector<ledger::Table> out;
        for (auto const& family : families_) out.insert(out.end(), family.tables.begin(), family.tables.end());
        return out;
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        for (auto const& family : families_)
            for (auto const& handler : family.handlers)
                if (entry.event.type == handler.type) handler.apply(session, entry);
    }

private:
    std::vector<Family> const families_{draws_family(),          bureau_checks_family(), key_list_family(),
                                        year_plan_family(),      prices_family(),        outside_draws_family(),
                                        earlier_reports_family()};
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<PlanningProjection>(); }

}  // namespace anping::planning
