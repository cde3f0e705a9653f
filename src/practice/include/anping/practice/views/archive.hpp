// SPDX-License-Identifier: Apache-2.0
// What the archive of a project must hold, by the region's book, and what of it there is.
#pragma once

#include <anping/practice/views/parts.hpp>

namespace anping::practice {

// A part the work has not come to yet is pending; one that was passed by is missing 待补正.
enum class ArchiveState { present, missing, pending, not_applicable };
BOOST_DESCRIBE_ENUM(ArchiveState, present, missing, pending, not_applicable)

struct ArchivePart {
    std::string code;
    std::string name;
    std::string clause;
    ArchiveState state = ArchiveState::pending;
    std::optional<field::Date> on;  // the day it was made
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ArchivePart, (), (code, name, clause, state, on, note))

struct ArchiveContents {
    std::vector<ArchivePart> parts;  // in the order of the process
    std::vector<FlagView> disorder;  // steps that were taken out of their order, as the watches saw it
};
BOOST_DESCRIBE_STRUCT(ArchiveContents, (), (parts, disorder))

}  // namespace anping::practice
