// SPDX-License-Identifier: Apache-2.0
#include <anping/legal/events.hpp>
#include <anping/legal/projection.hpp>

namespace anping::legal {
namespace {

constexpr char const* kSchema = R"sql(
CREATE TABLE legal_confirmation (
    clause TEXT NOT NULL, region TEXT NOT NULL, content TEXT NOT NULL, basis TEXT NOT NULL, unit TEXT NOT NULL,
    at BIGINT NOT NULL, entry BIGINT NOT NULL, PRIMARY KEY (clause, region));
)sql";

class LegalProjection final : public ledger::Projection {
public:
    std::string name() const override { return "legal"; }
    std::string stamp() const override { return "1"; }
    std::string schema() const override { return kSchema; }
    std::vector<ledger::Table> tables() const override {
        return {{"legal_confirmation",
                 {"clause", "region"},
                 {"clause", "region", "content", "basis", "unit", "at", "entry"}}};
    }

    void apply(db::Session& session, ledger::Entry const& entry) override {
        if (entry.event.type == ClauseConfirmed::kType) confirmed(session, entry);
        else if (entry.event.type == ConfirmationWithdrawn::kType) withdrawn(session, entry);
    }

private:
    static void remove(db::Session& session, std::string const& clause, field::RegionCode const& region) {
        session.exec("DELETE FROM legal_confirmation WHERE clause = :clause AND region = :region",
                     {clause, region.digits});
    }

    // A further confirmation of a changed clause takes the place of the one before.
    static void confirmed(db::Session& session, ledger::Entry const& entry) {
        auto const in = ledger::data_of<ClauseConfirmed>(entry);
        remove(session, entry.event.subject, in.region);
        session.exec(
            "INSERT INTO legal_confirmation (clause, region, content, basis, unit, at, entry) VALUES (:clause, "
            ":region, :content, :basis, :unit, :at, :entry)",
            {entry.event.subject, in.region.digits, in.content.value, in.basis.value, entry.actor.unit, entry.at,
             entry.seq});
    }

    static void withdrawn(db::Session& session, ledger::Entry const& entry) {
        remove(session, entry.event.subject, ledger::data_of<ConfirmationWithdrawn>(entry).region);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<LegalProjection>(); }

}  // namespace anping::legal
