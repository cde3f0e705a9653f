// SPDX-License-Identifier: Apache-2.0
// Filters of a list a person keeps under a name. They are the person's own convenience: kept, never in the ledger.
#pragma once

#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/base/codec.hpp>
#include <anping/base/result.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::access {

enum class ListName { projects, notices, institutions, applications, enterprises };
BOOST_DESCRIBE_ENUM(ListName, projects, notices, institutions, applications, enterprises)

struct SavedView {
    ListName list = ListName::projects;
    std::string name;
    std::string filters;  // as in the list's address: "region=652301&stage=notified"
};
BOOST_DESCRIBE_STRUCT(SavedView, (), (list, name, filters))

struct SaveView {
    ListName list = ListName::projects;
    Text<1, 30> name;
    Text<0, 2000> filters;
    std::optional<Text<1, 30>> was;  // the name it had, where it gets another
};
BOOST_DESCRIBE_STRUCT(SaveView, (), (list, name, filters, was))

// Thread-safe.
class SavedViews {
public:
    SavedViews(db::Pool& pool, ledger::Writer& writer) : pool_(pool), writer_(writer) {}

    // By list and name.
    std::vector<SavedView> of(AccountId const& account);
    // In place of the one of that name; errors at /name (50 are kept already, or the new name is another's) and /was.
    Result<void> save(ledger::Actor const& by, AccountId const& account, SaveView const& in);
    // Nothing happens when there is none.
    Result<void> drop(ledger::Actor const& by, AccountId const& account, ListName list, std::string const& name);

private:
    Result<void> keep(ledger::Actor const& by, std::function<Result<void>(db::Session&)> change);

    db::Pool& pool_;
    ledger::Writer& writer_;
};

}  // namespace anping::access
