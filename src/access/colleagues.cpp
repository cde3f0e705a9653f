// SPDX-License-Identifier: Apache-2.0
#include <anping/access/colleagues.hpp>

#include "store.hpp"

namespace anping::access {

std::optional<Colleague> Colleagues::find(db::Session& session, AccountId const& account) const {
    auto row = store::account_of(session, account.text);
    if (!row) return std::nullopt;
    row->who.display_name = personal_.get(session, row->name_ref).value_or("");
    return Colleague{std::move(row->who), row->disabled};
}

std::vector<Colleague> Colleagues::of_unit(db::Session& session, std::string const& unit) const {
    return those(session, "SELECT id FROM access_account WHERE unit = :unit AND disabled = 0 ORDER BY seq", unit);
}

std::vector<Colleague> Colleagues::of_role(db::Session& session, Role role) const {
    return those(session, "SELECT id FROM access_account WHERE role = :role AND disabled = 0 ORDER BY seq",
                 boost::describe::enum_to_string(role, ""));
}

std::vector<Colleague> Colleagues::those(db::Session& session, char const* ids_sql, std::string const& value) const {
    std::vector<AccountId> ids;
    // lint: sql - one of the two above
    session.each<AccountId>(ids_sql, {value}, [&](auto id) { ids.push_back(std::move(id)); });
    std::vector<Colleague> out;
    for (auto const& id : ids)
        if (auto found = find(session, id)) out.push_back(std::move(*found));
    return out;
}

}  // namespace anping::access
