// SPDX-License-Identifier: Apache-2.0
#include <anping/draw/draw.hpp>

#include <anping/base/json.hpp>

namespace anping::draw {

std::string commitment(std::string_view draw, std::string_view by, std::string_view share) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3,
                                       canonical(json::object{{"by", by}, {"draw", draw}, {"share", share}})));
}

std::string announcement(std::string_view share) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, share));
}

crypto::Digest seed(Plan const& plan, Inputs const& inputs) {
    json::array shares;
    for (auto const& one : inputs.participants)
        if (one.share) shares.emplace_back(*one.share);
    return crypto::hash(crypto::HashAlgorithm::sm3, canonical(json::object{{"draw", plan.draw.value},
                                                                           {"head", inputs.head},
                                                                           {"plan", crypto::to_hex(digest(plan))},
                                                                           {"public", inputs.number},
                                                                           {"rule", kRule},
                                                                           {"shares", std::move(shares)}}));
}

}  // namespace anping::draw
