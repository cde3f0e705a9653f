// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/field_reader.hpp>

namespace anping::licensing {

inline auto unknown_application() { return fail(ErrorCode::not_found, "licensing.no_application", "没有这件许可申请"); }
inline auto decided_already() { return fail(ErrorCode::conflict, "licensing.decided", "已经作出决定，不再变更"); }
inline auto not_asked_of_you() {
    return fail(ErrorCode::not_found, "licensing.no_correction", "没有向本机构提出的这份补正通知");
}

// The bureau's own agenda holds it (XJ-14); the clause is the one that says so.
inline auto held(std::string text, std::string clause) {
    Error error{ErrorCode::refused, "licensing.held", std::move(text)};
    error.clauses.push_back(std::move(clause));
    return unexpected<Error>(std::move(error));
}

}  // namespace anping::licensing
