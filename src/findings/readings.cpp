// SPDX-License-Identifier: Apache-2.0
#include "readings.hpp"

#include <boost/json/value_from.hpp>
#include <fstream>

#include <anping/base/json.hpp>

#include "errors.hpp"

namespace anping::findings {

std::string line_of(vault::Document const& document) { return json::serialize(json::value_from(document)); }

Result<std::string> Readings::bytes(std::string const& sm3) const {
    auto const path = vault_.path_of(sm3);
    if (!path) return reading_gone();
    std::ifstream file(*path, std::ios::binary);
    std::string out((std::istreambuf_iterator<char>(file)), {});
    if (!file) return reading_gone();
    return out;
}

Result<vault::Document> Readings::document(std::string const& sm3) const {
    return bytes(sm3).and_then([](std::string const& line) { return vault::document_from(line); });
}

Result<std::string> Readings::text(std::string const& sm3) const {
    return document(sm3).map([](vault::Document&& document) { return std::move(document.text); });
}

Result<Evidence> Readings::evidence(std::string const& sm3) const {
    return bytes(sm3)
        .and_then([](std::string const& line) { return parse_json(line); })
        .map([](json::value const& value) { return from_trusted_json<Evidence>(value); });
}

Result<Album> Readings::album(std::string const& sm3) const {
    return bytes(sm3)
        .and_then([](std::string const& line) { return parse_json(line); })
        .map([](json::value const& value) { return from_trusted_json<Album>(value); });
}

Result<Exhibit> Readings::exhibit(std::string const& sm3) const {
    return bytes(sm3)
        .and_then([](std::string const& line) { return parse_json(line); })
        .map([](json::value const& value) { return from_trusted_json<Exhibit>(value); });
}

}  // namespace anping::findings
