// SPDX-License-Identifier: Apache-2.0
#include <anping/base/error.hpp>

namespace anping {

std::string_view to_string(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::invalid_input: return "invalid_input";
        case ErrorCode::unauthenticated: return "unauthenticated";
        case ErrorCode::reauthenticate: return "reauthenticate";
        case ErrorCode::forbidden: return "forbidden";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::conflict: return "conflict";
        case ErrorCode::precondition_failed: return "precondition_failed";
        case ErrorCode::refused: return "refused";
        case ErrorCode::too_large: return "too_large";
        case ErrorCode::too_many: return "too_many";
        case ErrorCode::unavailable: return "unavailable";
        case ErrorCode::internal: return "internal";
    }
    return "internal";
}

}  // namespace anping
