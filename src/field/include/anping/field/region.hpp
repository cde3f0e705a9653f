// SPDX-License-Identifier: Apache-2.0
// Administrative divisions (GB/T 2260) with validity and ancestry, and authorities parallel to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/field/date.hpp>

namespace anping::field {

enum class RegionLevel { nation, province, prefecture, county };
BOOST_DESCRIBE_ENUM(RegionLevel, nation, province, prefecture, county)

// Who supervises within an area: the government of the division, or the Xinjiang Production and Construction Corps
// (新疆生产建设兵团), whose emergency bureaus stand beside those of the region.
enum class Authority { government, corps };
BOOST_DESCRIBE_ENUM(Authority, government, corps)

// Six digits; "000000" is the nation, "650000" a province, "652300" a prefecture, "652301" a county.
struct RegionCode {
    std::string digits;
    auto operator<=>(RegionCode const&) const = default;
    bool operator==(RegionCode const&) const = default;
};

struct Region {
    RegionCode code;
    std::string name;
    RegionLevel level = RegionLevel::county;
    RegionCode parent;
    std::optional<Date> valid_from;  // nothing where no source gives it
    std::optional<Date> valid_until;
    std::string mark = "unconfirmed";  // of the validity, as in the rulebook
};

// An authority beside the government, within a region and everything inside it.
struct ParallelAuthority {
    RegionCode region;
    Authority authority = Authority::corps;
    std::string name;  // "新疆生产建设兵团"
};

// Immutable after construction, thread-safe to read.
class Regions {
public:
    Regions() = default;
    // Adds the nation if it is not among them. Throws std::invalid_argument for a code that is not six digits or
    // comes twice, and for a parent that is unknown or not of a higher level.
    explicit Regions(std::vector<Region> regions, std::vector<ParallelAuthority> parallel = {});

    Region const* find(RegionCode const& code) const noexcept;
    // From the region itself up to the nation; empty if unknown.
    std::vector<RegionCode> ancestry(RegionCode const& code) const;
    bool contains(RegionCode const& outer, RegionCode const& inner) const;  // also when equal
    std::vector<Region const*> children(RegionCode const& code) const;
    std::string full_name(RegionCode const& code) const;  // "新疆维吾尔自治区昌吉回族自治州昌吉市"
    std::vector<Region> const& all() const noexcept { return regions_; }
    // Whether such an authority supervises there: the government of every known region, the corps where it stands.
    bool has_authority(RegionCode const& code, Authority authority) const;
    std::vector<ParallelAuthority> const& parallel_authorities() const noexcept { return parallel_; }

private:
    Region const* above(Region const& region) const noexcept;

    std::vector<Region> regions_;
    std::vector<ParallelAuthority> parallel_;
    std::unordered_map<std::string, std::size_t> index_;
    std::unordered_map<std::string, std::vector<std::size_t>> children_;
};

// Prefix that all codes inside share: "65", "6523", "652301"; "" for the nation. Cities directly under a province
// (659001) belong to the province alone.
std::string_view subtree_prefix(RegionCode const& code) noexcept;

}  // namespace anping::field

namespace anping {
template <>
struct Codec<field::RegionCode> {
    static boost::json::value write(field::RegionCode const& code) { return boost::json::value(code.digits); }
    static field::RegionCode read(boost::json::value const& value, FieldReader& in);
    static boost::json::object schema() { return {{"type", "string"}, {"pattern", "^[0-9]{6}$"}}; }
};
}  // namespace anping
