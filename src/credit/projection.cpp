// SPDX-License-Identifier: Apache-2.0
#include <anping/credit/projection.hpp>

#include <anping/base/json.hpp>
#include <anping/credit/events.hpp>
#include <anping/db/columns.hpp>

namespace anping::credit {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE credit_grade (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, unit TEXT NOT NULL,
    year BIGINT NOT NULL, standing TEXT NOT NULL, stage TEXT NOT NULL, rated_on TEXT NOT NULL, body TEXT NOT NULL,
    withdrawn TEXT, entry BIGINT NOT NULL);
CREATE INDEX credit_grade_institution ON credit_grade (institution, year, rated_on);
CREATE INDEX credit_grade_entry ON credit_grade (entry);
)sql";

void entered(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<GradeEntered>(entry);
    session.exec(
        "INSERT INTO credit_grade (id, institution, region, authority, unit, year, standing, stage, rated_on, body, "
        "withdrawn, entry) VALUES (:id, :institution, :region, :authority, :unit, :year, :standing, :stage, :on, "
        ":body, NULL, :entry)",
        {entry.event.subject, in.rating.institution, in.region.digits, sql(in.authority), in.unit, in.rating.year,
         sql(in.rating.standing), sql(GradeStage::entered), field::to_string(in.rating.rated_on),
         canonical(to_json(in)), entry.seq});
}

void confirmed(db::Session& session, ledger::Entry const& entry) {
    session.exec("UPDATE credit_grade SET stage = :stage WHERE id = :id",
                 {sql(GradeStage::confirmed), entry.event.subject});
}

void withdrawn(db::Session& session, ledger::Entry const& entry) {
    session.exec(
        "UPDATE credit_grade SET stage = :stage, withdrawn = :why WHERE id = :id",
        {sql(GradeStage::withdrawn), ledger::data_of<GradeWithdrawn>(entry).reason.value, entry.event.subject});
}

struct Handler {
    char const* type;
    void (*apply)(db::Session&, ledger::Entry const&);
};
constexpr Handler kHandlers[] = {
    {GradeEntered::kType, entered}, {GradeConfirmed::kType, confirmed}, {GradeWithdrawn::kType, withdrawn}};

class CreditProjection final : public ledger::Projection {
public:
    std::string name() const override { return "credit"; }
    std::string stamp() const override { return "1"; }
    std::string schema() const override { return kSchema; }
    std::vector<ledger::Table> tables() const override {
        return {{"credit_grade",
                 {"id"},
                 {"id", "institution", "region", "authority", "unit", "year", "standing", "stage", "rated_on", "body",
                  "withdrawn", "entry"}}};
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(session, entry);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<CreditProjection>(); }

}  // namespace anping::credit
