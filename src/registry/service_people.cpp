// SPDX-License-Identifier: Apache-2.0
// People, branches and instruments of an institution: what is recorded of them, and what they amount to.
#include "holding.hpp"
#include "service_change.hpp"

namespace anping::registry {
namespace {

// A change of something an institution has: `decide(session, own, id of the entry)`; the answer names that id.
template <class Decide>
Decision of_institution(InstitutionId institution, char const* prefix, Decide decide) {
    return [institution = std::move(institution), prefix,
            decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const id = new_id(prefix, tx);
        Own own;
        own.institution = institution;
        Result<ledger::Event> event = decide(tx, own, id);
        if (!event) return unexpected<Error>(std::move(event.error()));
        return ledger::Decided{{std::move(*event)}, json::object{{"id", id}}};
    };
}

// `able(needs)`: who can be counted. Nothing when the law has no table for this scope.
template <class AbleFor>
std::optional<Staffing> staffing_of(rulebook::Law const& law, StaffingQuestion const& question, AbleFor able) {
    rulebook::Place const place{question.region, question.authority};
    auto const* clause = law.find(rulebook::Kind::catalogue, "scopes", place, question.day);
    auto const needs = needs_of(rulebook::catalogue_item(law.catalogue("scopes", place, question.day), question.scope));
    if (clause == nullptr || needs.empty()) return std::nullopt;
    auto out = staff(needs, able(needs));
    out.scope = question.scope;
    out.clause = clause->id;
    return out;
}

}  // namespace

Decision Service::record_credential(InstitutionId institution, RecordCredential in) const {
    return of_institution(
        std::move(institution), "Z", [in = std::move(in)](ledger::Transaction& tx, Own own, std::string const& id) {
            own.person = queries::has_person(tx.session(), own.institution, in.person);
            if (in.replaces) own.credential = queries::holder(tx.session(), own.institution, *in.replaces) == in.person;
            return decide_credential(in, own, {id});
        });
}

Decision Service::record_verification(InstitutionId institution, RecordVerification in) const {
    return of_institution(std::move(institution), "V",
                          [this, in = std::move(in)](ledger::Transaction& tx, Own own, std::string const&) {
                              auto const of = queries::holder(tx.session(), own.institution, in.credential);
                              own.credential = of.has_value();
                              return decide_verification(in, own, of.value_or(PersonId{}), *law_(), day_of(tx));
                          });
}

Decision Service::record_employment(InstitutionId institution, RecordEmployment in) const {
    return of_institution(std::move(institution), "H",
                          [in = std::move(in)](ledger::Transaction& tx, Own own, std::string const&) {
                              own.person = queries::has_person(tx.session(), own.institution, in.person);
                              own.branch = in.branch && queries::has_branch(tx.session(), own.institution, *in.branch);
                              return decide_employment(in, own);
                          });
}

Decision Service::register_branch(InstitutionId institution, RegisterBranch in) const {
    return of_institution(std::move(institution), "F",
                          [this, in = std::move(in)](ledger::Transaction&, Own const& own, std::string const& id) {
                              return decide_branch(in, own, {id}, law_()->regions());
                          });
}

Decision Service::register_instrument(InstitutionId institution, RegisterInstrument in) const {
    return of_institution(std::move(institution), "Y",
                          [in = std::move(in)](ledger::Transaction& tx, Own own, std::string const& id) {
                              own.branch = in.branch && queries::has_branch(tx.session(), own.institution, *in.branch);
                              return decide_instrument(in, own, {id});
                          });
}

Decision Service::record_calibration(InstitutionId institution, RecordCalibration in) const {
    return of_institution(std::move(institution), "Y",
                          [in = std::move(in)](ledger::Transaction& tx, Own own, std::string const&) {
                              own.instrument = queries::has_instrument(tx.session(), own.institution, in.instrument);
                              return decide_calibration(in, own);
                          });
}

std::optional<Staffing> Service::staffing(db::Session& session, StaffingQuestion const& question) const {
    return staffing_of(*law_(), question, [&](std::vector<Need> const& needs) {
        auto able = queries::able(session, question, needs);
        for (std::size_t i = 0; i < question.outside.size(); ++i)
            able.push_back({{fmt::format("X-{}", i + 1)}, {question.outside[i]}});
        return able;
    });
}

bool Service::has_branch(db::Session& session, InstitutionId const& institution, BranchId const& branch) const {
    return queries::has_branch(session, institution, branch);
}

std::vector<InstrumentView> Service::instruments(db::Session& session, std::vector<InstrumentId> const& ids) const {
    return queries::instruments(session, ids);
}

std::vector<InstrumentView> Service::instruments(db::Session& session, InstitutionId const& institution) const {
    return queries::instruments(session, institution);
}

std::vector<StaffView> Service::staff(db::Session& session, InstitutionId const& institution, field::Date today) const {
    auto out = queries::staff_of(session, institution, today, personal_);
    std::vector<std::string*> names;
    for (auto& one : out)
        if (one.branch) names.push_back(&*one.branch);
    put_names(session, names);
    return out;
}

std::vector<CredentialView> Service::credentials(db::Session& session, InstitutionId const& institution,
                                                 field::Date today) const {
    auto out = queries::credentials(session, institution, today);
    std::vector<std::string*> names;
    for (auto& credential : out)
        for (auto& one : credential.verifications) names.push_back(&one.unit_name);
    put_names(session, names);
    return out;
}

std::vector<BranchView> Service::branches(db::Session& session, InstitutionId const& institution,
                                          field::Date today) const {
    return queries::branches(session, institution, today, law_()->regions());
}

std::vector<Staffing> Service::staffings(db::Session& session, InstitutionId const& institution,
                                         std::optional<BranchId> const& branch, field::Date day) const {
    std::vector<Staffing> out;
    auto const view = this->institution(session, institution);
    if (!view) return out;
    auto able = able_on(queries::workforce(session, institution), day, branch);
    auto const law = law_();
    for (auto const& scope : view->qualification.scopes) {
        auto one = staffing_of(*law, {institution, branch, scope.code, view->region, {}, day, {}, {}},
                               [&](auto const&) { return able; });
        if (!one) continue;
        one->people = static_cast<std::int64_t>(able.size());
        out.push_back(std::move(*one));
    }
    std::vector<std::string*> names;
    for (auto& one : out)
        for (auto& post : one.posts) names.push_back(&(post.name = post.person.text));
    put_names(session, names);
    return out;
}

std::optional<Holding> Service::holding(db::Session& session, InstitutionId const& institution,
                                        field::Date today) const {
    auto const view = this->institution(session, institution);
    if (!view) return std::nullopt;
    return holding_of(*view, queries::workforce(session, institution), *law_(), today);
}

std::vector<HistoryItem> Service::history(db::Session& session, std::string const& subject, std::int64_t before,
                                          std::int64_t limit) const {
    auto out = queries::history(session, subject, before, limit);
    std::vector<std::string*> names;
    for (auto& item : out) {
        names.push_back(&item.unit_name);
        if (!item.about.empty()) names.push_back(&item.about);
    }
    put_names(session, names);
    return out;
}

std::vector<ExpiryView> Service::expiries(db::Session& session, access::Visibility const& sees, field::Date today,
                                          field::Date until, std::int64_t limit) const {
    constexpr int kLookBack = 30;
    auto out = queries::expiries(session, sees, today - kLookBack, until, limit);
    std::vector<std::string*> names;
    for (auto& one : out) {
        names.push_back(&one.institution_name);
        names.push_back(&one.about_name);
    }
    put_names(session, names);
    return out;
}

}  // namespace anping::registry
