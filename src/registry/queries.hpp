// SPDX-License-Identifier: Apache-2.0
// Tables to views: the only code that reads them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/registry/officers.hpp>
#include <anping/registry/views.hpp>

#include "workforce.hpp"

namespace anping::registry::queries {

inline constexpr char const* kErased = "已删除";  // where a personal value was

// Each row's `name` is the ref of a personal value, and then the value.
template <class Row>
void open_names(db::Session& session, ledger::Personal const& personal, std::vector<Row>& rows) {
    std::vector<std::string> refs;
    refs.reserve(rows.size());
    for (auto const& row : rows) refs.push_back(row.name);
    auto const opened = personal.open(session, refs);
    for (auto& row : rows) {
        auto const value = opened.find(row.name);
        row.name = value == opened.end() ? kErased : value->second.value;
    }
}

// Of institutions, enterprises and people, by their ids.
std::map<std::string, std::string> names(db::Session& session, std::vector<std::string> const& ids,
                                         ledger::Personal const& personal);
// A bureau's, as they are on the day.
std::vector<OfficerView> officers(db::Session& session, BureauId const& bureau, field::Date day,
                                  ledger::Personal const& personal);
std::optional<OfficerView> officer(db::Session& session, OfficerId const& id, field::Date day,
                                   ledger::Personal const& personal);
std::optional<InstitutionView> institution(db::Session& session, InstitutionId const& id,
                                           field::Regions const& regions);
std::vector<InstitutionView> institutions(db::Session& session, std::string const& text, std::string const& after,
                                          std::int64_t limit, field::Regions const& regions);
std::vector<EnterpriseId> enterprises_named(db::Session& session, std::string const& text, std::int64_t limit);
std::optional<EnterpriseView> enterprise(db::Session& session, EnterpriseId const& id, field::Regions const& regions);
std::vector<EnterpriseView> enterprises(db::Session& session, access::Visibility const& sees, std::string const& text,
                                        std::string const& after, std::int64_t limit, field::Regions const& regions);
std::vector<PersonView> people(db::Session& session, std::vector<PersonId> const& ids,
                               ledger::Personal const& personal);
std::vector<PersonView> people(db::Session& session, InstitutionId const& institution,
                               ledger::Personal const& personal);
std::vector<StaffView> staff_of(db::Session& session, InstitutionId const& institution, field::Date today,
                                ledger::Personal const& personal);
std::vector<CredentialView> credentials(db::Session& session, InstitutionId const& institution, field::Date today);
std::vector<BranchView> branches(db::Session& session, InstitutionId const& institution, field::Date today,
                                 field::Regions const& regions);
// Of an institution, or those with these ids.
std::vector<InstrumentView> instruments(db::Session& session, InstitutionId const& institution);
std::vector<InstrumentView> instruments(db::Session& session, std::vector<InstrumentId> const& ids);
std::vector<HistoryItem> history(db::Session& session, std::string const& subject, std::int64_t before,
                                 std::int64_t limit);
// What runs out in these days, the first first, of institutions the filter admits.
std::vector<ExpiryView> expiries(db::Session& session, access::Visibility const& sees, field::Date from,
                                 field::Date until, std::int64_t limit);
// Of all institutions: people by their whole name, instruments by part of their serial number.
std::vector<PersonView> people_named(db::Session& session, std::string const& name, ledger::Personal const& personal);
std::vector<InstrumentView> instruments_numbered(db::Session& session, std::string const& serial, std::int64_t limit);
Workforce workforce(db::Session& session, InstitutionId const& institution);
// Those of the able people (able_on) who decide how the places are filled, and the specialties they decide it with: of
// each specialty the first by their ids, as many as there are places in all. One more would never be asked.
std::vector<Able> able(db::Session& session, StaffingQuestion const& question, std::vector<Need> const& needs);

std::optional<ExpertView> expert(db::Session& session, ExpertId const& id, field::Date today,
                                 ledger::Personal const& personal);
std::vector<ExpertView> experts(db::Session& session, ExpertFilter const& filter, std::string const& after,
                                std::int64_t limit, field::Date today, ledger::Personal const& personal);
// Who was not struck from a bureau's pool.
std::vector<ExpertView> pool(db::Session& session, BureauId const& bureau, field::Date today,
                             ledger::Personal const& personal);
bool has_expert(db::Session& session, ExpertId const& id);
// The pattern of a text anywhere, with "!" as its escape.
std::string like(std::string const& text);

// Whose it is; nothing when it is not registered with the institution.
std::optional<PersonId> holder(db::Session& session, InstitutionId const& institution, CredentialId const& credential);
bool has_person(db::Session& session, InstitutionId const& institution, PersonId const& person);
bool has_branch(db::Session& session, InstitutionId const& institution, BranchId const& branch);
bool has_instrument(db::Session& session, InstitutionId const& institution, InstrumentId const& instrument);
std::optional<InstitutionId> noted_institution(db::Session& session, std::string const& credit_code);
bool institution_code_taken(db::Session& session, std::string const& credit_code);
bool enterprise_code_taken(db::Session& session, std::string const& credit_code);

}  // namespace anping::registry::queries
