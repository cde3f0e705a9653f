// SPDX-License-Identifier: Apache-2.0
// What is applied for, found by any part of it.
#pragma once

#include <anping/db/name_index.hpp>

namespace anping::licensing {

inline db::NameIndex const& titles() {
    static db::NameIndex const index("licensing_title", {"licensing_application.id", "licensing_application.title"});
    return index;
}

}  // namespace anping::licensing
