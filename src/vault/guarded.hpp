// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <system_error>
#include <type_traits>
#include <utility>

#include <anping/base/log.hpp>

#include "errors.hpp"

namespace anping::vault {

// Does what returns a Result; a disk that refuses is an outcome to the vault's callers.
template <class Act>
std::invoke_result_t<Act> guarded(Act&& act) {
    try {
        return std::forward<Act>(act)();
    } catch (std::system_error const& refused) {
        log::error("vault.unavailable", {{"reason", refused.what()}});
        return errors::unavailable(refused.what());
    }
}

}  // namespace anping::vault
