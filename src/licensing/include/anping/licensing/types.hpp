// SPDX-License-Identifier: Apache-2.0
// An enterprise's application for a permit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/practice/types.hpp>
#include <anping/registry/types.hpp>

namespace anping::licensing {

struct ApplicationTag {
    static constexpr char const* name = "许可申请";
};
using ApplicationId = Id<ApplicationTag>;

enum class Outcome { granted, refused, withdrawn };
BOOST_DESCRIBE_ENUM(Outcome, granted, refused, withdrawn)

// What the desk found of a report: it can be relied on, it needs correcting, it cannot be relied on.
enum class ReviewResult { adequate, to_correct, inadequate };
BOOST_DESCRIBE_ENUM(ReviewResult, adequate, to_correct, inadequate)

// Codes of the catalogue "permit_kinds".
using PermitKind = Text<1, 60>;

}  // namespace anping::licensing
