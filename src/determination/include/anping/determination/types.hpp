// SPDX-License-Identifier: Apache-2.0
// Whether a filed report is untrue, false or leaves out what matters: three kinds that are never merged (N-11).
#pragma once

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/practice/types.hpp>
#include <anping/registry/types.hpp>

namespace anping::determination {

struct DeterminationTag {
    static constexpr char const* name = "报告认定";
};
using DeterminationId = Id<DeterminationTag>;

// 失实, 虚假, 重大疏漏
enum class ReportFault { untrue, falsified, omission };
BOOST_DESCRIBE_ENUM(ReportFault, untrue, falsified, omission)

// What an element is about. Intent is shown by evidence of its own: that a report differs does not show it.
enum class Part { scope, mismatch, effect, intent };
BOOST_DESCRIBE_ENUM(Part, scope, mismatch, effect, intent)

enum class Holds { yes, no };
BOOST_DESCRIBE_ENUM(Holds, yes, no)

enum class Stage {
    open,
    told,  // the institution knows
    established,
    not_established,
    annulled
};
BOOST_DESCRIBE_ENUM(Stage, open, told, established, not_established, annulled)

// What an expert's opinion says to the matter.
enum class Stance { supports, opposes, unclear };
BOOST_DESCRIBE_ENUM(Stance, supports, opposes, unclear)

}  // namespace anping::determination
