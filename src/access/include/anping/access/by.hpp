// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <anping/ledger/writer.hpp>

namespace anping::access {

// Who makes a change, and with the key of a request, so that its retry is answered again and not made again.
struct By : ledger::Change {
    // NOLINTBEGIN(google-explicit-constructor): whoever has no request says who they are
    By(ledger::Actor who) { actor = std::move(who); }
    By(ledger::Change of) : ledger::Change(std::move(of)) {}
    // NOLINTEND(google-explicit-constructor)
};

}  // namespace anping::access
