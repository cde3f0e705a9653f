// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/planning/events/outside_draws.hpp>

namespace anping::planning {

struct OutsideDrawSummary {
    OutsideDrawId id;
    std::string title;
    std::string platform;
    std::string number;
    field::Date drawn_on;
    registry::BureauId bureau;
    std::string bureau_name;
    std::int64_t candidates = 0;
    std::int64_t drawn = 0;
    Timestamp recorded_at;
    std::int64_t entry = 0;
    bool withdrawn = false;
};
BOOST_DESCRIBE_STRUCT(OutsideDrawSummary, (),
                      (id, title, platform, number, drawn_on, bureau, bureau_name, candidates, drawn, recorded_at,
                       entry, withdrawn))

struct OutsideRowView {
    OutsideRow row;
    std::optional<registry::InstitutionId> institution;  // of the register
    std::optional<std::string> institution_name;
};
BOOST_DESCRIBE_STRUCT(OutsideRowView, (), (row, institution, institution_name))

struct OutsideDrawView {
    OutsideDrawSummary summary;
    std::string basis;
    std::string recorded_by;  // the officer's name
    draw::Listed<OutsideRowView> rows;
    std::optional<SourceFile> source;
    bool replayable = false;               // never: its seed, if it had one, is the other platform's
    std::optional<std::string> withdrawn;  // why
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OutsideDrawView, (), (summary, basis, recorded_by, rows, source, replayable, withdrawn, version))

// What a workbook says, before anything is recorded.
struct OutsidePreview {
    draw::Listed<OutsideRowView> rows;
    std::vector<std::string> problems;  // row by row
    std::vector<std::string> ignored;   // columns
    std::string sm3;
};
BOOST_DESCRIBE_STRUCT(OutsidePreview, (), (rows, problems, ignored, sm3))

}  // namespace anping::planning
