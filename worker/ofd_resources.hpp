// SPDX-License-Identifier: Apache-2.0
// What the pages of an OFD document share (GB/T 33190-2016 7.9): pictures, drawing parameters, composite units.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "parts.hpp"

namespace anping::worker {

// A colour as far as it decides whether something is seen.
struct Fill {
    enum class Kind { plain, unknown };  // unknown: a pattern, a gradient, a colour space not understood
    Kind kind = Kind::plain;
    std::uint32_t rgb = 0;
    int alpha = 255;
};

struct Media {
    std::string part;
    bool opaque = false;  // a format without transparency
};

// Finds parts by what producers write for a name: relative to the part, to the document or to the package, in other
// letters' case or in a folder that is not there.
class PartNames {
public:
    explicit PartNames(Archive const& archive);
    // Empty when there is none.
    std::string find(std::string_view folder, std::string_view document_folder, std::string_view location) const;

private:
    std::map<std::string, std::string, std::less<>> by_lower_;
    std::multimap<std::string, std::string, std::less<>> by_last_;  // the last step of the path
};

class OfdResources {
public:
    OfdResources(Parts& parts, PartNames const& names, std::string document_folder)
        : parts_(parts), names_(names), document_folder_(std::move(document_folder)) {}

    // A list of resources; one read before is not read again.
    void add(std::string const& part);

    Media const* media(std::string_view id) const;
    pugi::xml_node composite(std::string_view id) const;
    // The fill of an object: its own, or that of its drawing parameters and those they are relative to.
    std::optional<Fill> fill(pugi::xml_node object, std::string_view layer_parameters) const;

private:
    std::optional<Fill> fill_of(pugi::xml_node parent) const;

    Parts& parts_;
    PartNames const& names_;
    std::string document_folder_;
    std::set<std::string> read_;
    std::deque<Part> kept_;
    std::map<std::string, Media, std::less<>> media_;
    std::map<std::string, pugi::xml_node, std::less<>> composites_;
    std::map<std::string, pugi::xml_node, std::less<>> parameters_;
    std::map<std::string, std::string, std::less<>> spaces_;  // their types
};

}  // namespace anping::worker
