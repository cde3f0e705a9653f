// SPDX-License-Identifier: Apache-2.0
// The XML parts of a package and how they name one another. Names are compared without their prefix: who writes such
// files does not agree on name spaces.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"

namespace anping::worker {

bool is(pugi::xml_node node, std::string_view name);
std::string_view local_name(pugi::xml_node node);
pugi::xml_node child(pugi::xml_node node, std::string_view name);
// Empty when it is not there.
std::string_view attribute(pugi::xml_node node, std::string_view name);
// The same, to make a number or a text of.
pugi::xml_attribute attribute_node(pugi::xml_node node, std::string_view name);
// All that is written below a node, each of its texts after the other.
std::string text_below(pugi::xml_node node);

// "a/b" and "../c" make "a/c". Backward strokes count as forward ones; what leads out of the package stays at its root.
std::string joined_path(std::string_view folder, std::string_view target);
std::string folder_of(std::string_view part);

// A part and the bytes it stands on.
struct Part {
    std::string bytes;
    pugi::xml_document tree;
};

// ISO/IEC 29500-2: how a part points at others.
struct Relation {
    std::string type;    // its last word: "header", "image"
    std::string target;  // the name of a part, or an address outside
    bool outside = false;
};

class Parts {
public:
    explicit Parts(Archive const& archive) : archive_(archive) {}

    Archive const& archive() const noexcept { return archive_; }
    // False when it is not there, is no XML or too much was read before.
    bool load(std::string const& name, Part& part);
    // By their ids; none when a part has none.
    std::map<std::string, Relation, std::less<>> relations(std::string const& part);
    // Something was left out because the whole is too much.
    bool exhausted() const noexcept { return exhausted_; }

private:
    Archive const& archive_;
    std::size_t budget_ = 256u << 20;  // bytes of XML; the same part may be asked for many times
    bool exhausted_ = false;
};

}  // namespace anping::worker
