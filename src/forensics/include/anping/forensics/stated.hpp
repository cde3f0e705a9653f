// SPDX-License-Identifier: Apache-2.0
// What the lines stamped on a photo state: a day and a position, as far as they are certain. They were read by a
// machine, and a figure misread accuses somebody: whatever can be read in two ways states nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/field/date.hpp>
#include <anping/picture/writing.hpp>

namespace anping::forensics {

struct StatedDay {
    field::Date day;
    std::string time;             // "09:42", "09:42:07"; empty where none stands with it
    std::int64_t confidence = 0;  // percent, of the line it stands in
    bool operator==(StatedDay const&) const = default;
};

struct StatedPosition {
    double latitude = 0;  // degrees, within China
    double longitude = 0;
    double metres = 0;  // how far off its last figure may put it
    std::int64_t confidence = 0;
    bool operator==(StatedPosition const&) const = default;
};

struct Stated {
    std::optional<StatedDay> day;
    std::optional<StatedPosition> position;
    bool operator==(Stated const&) const = default;
};

// A day counts where its strip bears a time, its day of the week or a position, as an app stamps them: a certificate
// bears a day alone. Two days, a day of the week that is another, a word before it such as "有效期至": no day. A
// position needs its directions named.
Stated stated_by(std::vector<picture::StripLine> const& lines);

}  // namespace anping::forensics
