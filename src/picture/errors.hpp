// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/result.hpp>

namespace anping::picture {

inline tl::unexpected<Error> not_facts(std::string const& why) {
    return fail(ErrorCode::internal, "picture.facts", "no answer on a photo: " + why);
}

}  // namespace anping::picture
