// SPDX-License-Identifier: Apache-2.0
// The tables of this module, and what both halves of its projection share.
#pragma once

#include <string>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/projection.hpp>
#include <anping/practice/types.hpp>

namespace anping::inspection {

std::string schema();
std::vector<ledger::Table> tables();

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }

    // `shown`: to whom it concerns, not to the bureau alone.
    enum class Shown { to_bureau, to_all };
    void leave(std::string const& text, Shown shown) const;
    // Each file once: the first place it stands in.
    void keep(std::vector<practice::Exhibit> const& files) const;
};

template <class T>
std::string body_of(T const& value) {
    return canonical(to_json(value));
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
// projection_orders.cpp
std::vector<Handler> order_handlers();
// projection_call_ups.cpp
std::vector<Handler> call_up_handlers();

}  // namespace anping::inspection
