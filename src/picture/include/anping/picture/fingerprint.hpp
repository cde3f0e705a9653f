// SPDX-License-Identifier: Apache-2.0
// All that is kept of a photo to find it again, and what its program says of it.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/picture/grey.hpp>
#include <anping/picture/hash.hpp>
#include <anping/picture/writing.hpp>

namespace anping::picture {

inline constexpr std::array kInner = {95, 90, 80};  // percent of either side

struct Fingerprint {
    std::vector<Rectangle> strips;      // writing stamped on it
    int quality = 0;                    // of `bare`; below kSeeable no hash says anything
    std::array<Hash256, kTurns> whole;  // PDQ of the picture as it is, laid on each of its sides
    std::array<Hash256, kTurns> bare;   // the same without its strips; `whole` where it has none
    std::array<Hash256, 3> inner;       // PDQ of its middle, kInner of `bare`
    Hash256 gradient;                   // of `bare`
    bool operator==(Fingerprint const&) const = default;
};
inline constexpr int kSeeable = 50;

Fingerprint fingerprint_of(Grey const& picture);

// What the worker says of a photo. All of EXIF is a claim; empty where it says nothing.
struct Facts {
    std::string problem;  // as vault::Reading has it; nothing but the media type counts with one
    std::string media_type;
    std::int64_t width = 0;  // of the upright picture
    std::int64_t height = 0;
    std::string taken_at;  // RFC 3339, without offset where the camera gives none
    std::string latitude;  // decimal degrees
    std::string longitude;
    std::string camera;  // make and model
    std::string serial;  // of the camera
    // In the picture `width` by `height`.
    std::vector<Rectangle> strips;
    // What is written on them; nothing where nobody could read it, or did.
    std::optional<std::vector<StripLine>> writing;
    std::int64_t quality = 0;
    std::vector<std::string> whole;  // hashes in hex, as many as Fingerprint has
    std::vector<std::string> bare;
    std::vector<std::string> inner;
    std::string gradient;
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (problem, media_type, width, height, taken_at, latitude, longitude, camera, serial, strips,
                       writing, quality, whole, bare, inner, gradient))

// One line of JSON, and back. What is read is not believed: error "picture.facts" when it is no such line, or says
// nothing wrong and has not the hashes a fingerprint has.
std::string to_line(Facts const& facts);
Result<Facts> facts_from(std::string_view line);

void set_fingerprint(Facts& facts, Fingerprint const& fingerprint);
Result<Fingerprint> fingerprint_of(Facts const& facts);

// How far two photos' features agree, as the worker compares them.
struct Likeness {
    std::string problem;       // of the photo that cannot be read
    std::int64_t inliers = 0;  // features in the same places by one homography
    bool mirrored = false;     // of the first photo and the second one mirrored
    // Where the first photo lies in the second one: its corners from the upper left clockwise, in thousandths of the
    // second's width and height; empty without a homography.
    std::vector<std::int64_t> corners;
    std::int64_t spread = 0;  // percent of the picture the inliers lie over, of the photo where that is more
};
BOOST_DESCRIBE_STRUCT(Likeness, (), (problem, inliers, mirrored, corners, spread))

std::string to_line(Likeness const& likeness);
Result<Likeness> likeness_from(std::string_view line);

}  // namespace anping::picture
