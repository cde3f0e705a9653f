// SPDX-License-Identifier: Apache-2.0
// What the endpoints of this module share.
#pragma once

#include <string>

#include <anping/base/codec.hpp>

namespace anping::planning::family {

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

}  // namespace anping::planning::family
