// SPDX-License-Identifier: Apache-2.0
// What two photos, or a photo and what is said of it, have against each other. Pure: all values are given.
#pragma once

#include <optional>
#include <vector>

#include <anping/field/date.hpp>
#include <anping/forensics/finding.hpp>
#include <anping/forensics/photos.hpp>
#include <anping/forensics/stated.hpp>

namespace anping::forensics {

// By how many features in the same places two photos are one, and over how many percent of either they lie.
inline constexpr std::int64_t kInliers = 25;
inline constexpr std::int64_t kSpread = 5;
// Two photos of one scene, taken one after the other.
inline constexpr std::int64_t kSeriesSeconds = 120;

struct PhotoPair {
    Photo one;    // of the report that is looked at
    Photo other;  // of one filed before
    Resemblance how;
    std::optional<picture::Likeness> features;  // of `one` and `other`, when they were compared
};

// "photos.same_file" (established), "photos.same_picture" (established when features confirm it, suspected by its hash,
// a lead when features do not), "photos.same_scene" (a lead: taken seconds apart, for two sites). Nothing within one
// report, on one day at one site, of a series at one site, and where only gradients agree.
std::optional<Finding> judge(PhotoPair const& pair);

// Photos of one camera, by its serial number, in reports of two institutions: "photos.same_camera", a lead.
std::optional<Finding> judge_camera(Photo const& one, Photo const& other);

// Where and when a photo ought to have been taken.
struct Visit {
    std::optional<double> latitude;  // of the site, degrees
    std::optional<double> longitude;
    double within_metres = 0;  // how far from it a photo of it may be taken, and how wrong the camera may be
    std::optional<field::Date> first;
    std::optional<field::Date> last;
};

// "photos.elsewhere" and "photos.other_day", each suspected: EXIF is a claim, but the photographer's own.
std::vector<Finding> judge_claims(Photo const& photo, Visit const& visit);

// What is stamped on the photo, read with at least `sure` percent: "photos.stamped_elsewhere", "photos.stamped_day",
// and "photos.stamp_differs" where EXIF has a day further from it than a wrong time zone explains. Leads: a machine has
// read it. What EXIF says as well, judge_claims tells.
std::vector<Finding> judge_stamp(Photo const& photo, Stated const& stated, Visit const& visit, std::int64_t sure);

}  // namespace anping::forensics
