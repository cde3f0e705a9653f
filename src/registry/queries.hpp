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
#include <anping/registry/views.hpp>

namespace anping::registry::queries {

// Of institutions, enterprises and people, by their ids.
std::map<std::string, std::string> names(db::Session& session, std::vector<std::string> const& ids,
                                         ledger::Personal const& personal);
std::optional<InstitutionView> institution(db::Session& session, InstitutionId const& id,
                                           field::Regions const& regions);
std::vector<InstitutionView> institutions(db::Session& session, std::string const& text, std::string const& after,
                                          std::int64_t limit, field::Regions const& regions);
std::optional<EnterpriseView> enterprise(db::Session& session, EnterpriseId const& id, field::Regions const& regions);
std::vector<EnterpriseView> enterprises(db::Session& session, access::Visibility const& sees, std::string const& text,
                                        std::string const& after, std::int64_t limit, field::Regions const& regions);
std::vector<PersonView> people(db::Session& session, std::vector<PersonId> const& ids,
                               ledger::Personal const& personal);
std::vector<PersonView> people(db::Session& session, InstitutionId const& institution,
                               ledger::Personal const& personal);
bool institution_code_taken(db::Session& session, std::string const& credit_code);
bool enterprise_code_taken(db::Session& session, std::string const& credit_code);

}  // namespace anping::registry::queries
