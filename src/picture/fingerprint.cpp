// SPDX-License-Identifier: Apache-2.0
#include <anping/picture/fingerprint.hpp>

#include <anping/base/codec.hpp>
#include <anping/base/json.hpp>
#include <anping/picture/strip.hpp>

#include "errors.hpp"

namespace anping::picture {
namespace {

template <class T>
Result<T> read_line(std::string_view line) {
    auto const value = parse_json(line);
    if (!value) return not_facts(value.error().text);
    auto out = from_json<T>(*value);
    if (!out) return not_facts(out.error().text);
    return out;
}

template <std::size_t N>
std::vector<std::string> in_hex(std::array<Hash256, N> const& hashes) {
    std::vector<std::string> out;
    out.reserve(N);
    for (auto const& one : hashes) out.push_back(to_hex(one));
    return out;
}

template <std::size_t N>
bool read_hashes(std::vector<std::string> const& from, std::array<Hash256, N>& to) {
    if (from.size() != N) return false;
    for (std::size_t i = 0; i < N; ++i) {
        auto const hash = hash_from_hex(from[i]);
        if (!hash) return false;
        to[i] = *hash;
    }
    return true;
}

bool lies_in(Rectangle const& area, Facts const& facts) {
    return area.left >= 0 && area.top >= 0 && area.width > 0 && area.height > 0 && area.width <= facts.width &&
           area.height <= facts.height && area.left <= facts.width - area.width &&
           area.top <= facts.height - area.height;
}

}  // namespace

Fingerprint fingerprint_of(Grey const& picture) {
    Fingerprint out;
    out.strips = find_strips(picture);
    auto const whole = pdq_of(picture);
    out.whole = whole.turned;
    auto const bare = without(picture, out.strips);
    auto const pdq = out.strips.empty() ? whole : pdq_of(bare);
    out.bare = pdq.turned;
    out.quality = pdq.quality;
    for (std::size_t i = 0; i < kInner.size(); ++i) out.inner[i] = pdq_of(inner(bare, kInner[i])).turned[0];
    out.gradient = gradient_hash(bare);
    return out;
}

std::string to_line(Facts const& facts) { return canonical(to_json(facts)); }

Result<Facts> facts_from(std::string_view line) {
    auto out = read_line<Facts>(line);
    if (!out || !out->problem.empty()) return out;
    for (auto const& strip : out->strips)
        if (!lies_in(strip, *out)) return not_facts("a strip outside the picture");
    if (out->writing && !is_writing(*out->writing, out->strips.size())) return not_facts("no writing of its strips");
    if (auto const whole = fingerprint_of(*out); !whole) return unexpected<Error>(whole.error());
    return out;
}

void set_fingerprint(Facts& facts, Fingerprint const& fingerprint) {
    facts.strips = fingerprint.strips;
    facts.quality = fingerprint.quality;
    facts.whole = in_hex(fingerprint.whole);
    facts.bare = in_hex(fingerprint.bare);
    facts.inner = in_hex(fingerprint.inner);
    facts.gradient = to_hex(fingerprint.gradient);
}

Result<Fingerprint> fingerprint_of(Facts const& facts) {
    Fingerprint out;
    out.strips = facts.strips;
    auto const gradient = hash_from_hex(facts.gradient);
    bool const read = read_hashes(facts.whole, out.whole) && read_hashes(facts.bare, out.bare) &&
                      read_hashes(facts.inner, out.inner) && gradient.has_value();
    if (!read) return not_facts("not the hashes of a photo");
    if (facts.quality < 0 || facts.quality > 100) return not_facts("its quality");
    out.quality = static_cast<int>(facts.quality);
    out.gradient = *gradient;
    return out;
}

std::string to_line(Likeness const& likeness) { return canonical(to_json(likeness)); }

Result<Likeness> likeness_from(std::string_view line) {
    auto out = read_line<Likeness>(line);
    if (!out) return out;
    bool const counts = out->inliers >= 0 && out->spread >= 0 && out->spread <= 100;
    if (!counts || (!out->corners.empty() && out->corners.size() != 8)) return not_facts("no likeness");
    return out;
}

}  // namespace anping::picture
