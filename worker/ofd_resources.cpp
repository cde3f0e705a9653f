// SPDX-License-Identifier: Apache-2.0
#include "ofd_resources.hpp"

#include <algorithm>
#include <cmath>

#include "ofd_geometry.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kResources = 100'000;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string last_step(std::string_view path) {
    auto const stroke = path.rfind('/');
    return std::string(stroke == path.npos ? path : path.substr(stroke + 1));
}

std::uint32_t rgb_of(double red, double green, double blue) {
    auto const channel = [](double value) {
        return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 255.0)));
    };
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
}

}  // namespace

PartNames::PartNames(Archive const& archive) {
    for (auto const& entry : archive.entries()) {
        if (entry.name.ends_with('/')) continue;
        auto const path = lower(joined_path("", entry.name));
        by_lower_.emplace(path, entry.name);
        by_last_.emplace(last_step(path), entry.name);
    }
}

std::string PartNames::find(std::string_view folder, std::string_view document_folder,
                            std::string_view location) const {
    if (location.empty()) return "";
    for (auto const base : {folder, document_folder, std::string_view()})
        if (auto const found = by_lower_.find(lower(joined_path(base, location))); found != by_lower_.end())
            return found->second;
    auto const last = lower(last_step(joined_path("", location)));
    return by_last_.count(last) == 1 ? by_last_.find(last)->second : "";
}

void OfdResources::add(std::string const& part) {
    if (part.empty() || read_.size() > 1'000 || !read_.insert(part).second) return;
    kept_.emplace_back();
    if (!parts_.load(part, kept_.back())) return;
    auto const root = child(kept_.back().tree, "Res");
    auto const folder = joined_path(folder_of(part), attribute(root, "BaseLoc"));
    std::size_t count = 0;
    for (auto const list : root.children())
        for (auto const one : list.children()) {
            if (++count > kResources) return;
            auto const id = std::string(attribute(one, "ID"));
            if (is(one, "MultiMedia")) {
                auto const file = names_.find(folder, document_folder_, child(one, "MediaFile").text().get());
                auto const kind = lower(attribute(one, "Format")) + "." + lower(last_step(file));
                bool const opaque = kind.starts_with("jp") || kind.ends_with(".jpg") || kind.ends_with(".jpeg");
                if (!file.empty()) media_.emplace(id, Media{file, opaque});
            } else if (is(one, "DrawParam")) parameters_.emplace(id, one);
            else if (is(one, "CompositeGraphicUnit") || is(one, "CompositeGraphicsUnit")) composites_.emplace(id, one);
            else if (is(one, "ColorSpace")) spaces_.emplace(id, std::string(attribute(one, "Type")));
        }
}

Media const* OfdResources::media(std::string_view id) const {
    auto const found = media_.find(id);
    return found == media_.end() ? nullptr : &found->second;
}

pugi::xml_node OfdResources::composite(std::string_view id) const {
    auto const found = composites_.find(id);
    return found == composites_.end() ? pugi::xml_node() : found->second;
}

std::optional<Fill> OfdResources::fill_of(pugi::xml_node parent) const {
    auto const colour = child(parent, "FillColor");
    if (!colour) return std::nullopt;
    Fill out;
    out.alpha = attribute_node(colour, "Alpha").as_int(255);
    auto const value = numbers(attribute(colour, "Value"), 5);
    auto const space = spaces_.find(attribute(colour, "ColorSpace"));
    auto const type = space == spaces_.end() ? std::string_view() : std::string_view(space->second);
    if (value.size() == 3) out.rgb = rgb_of(value[0], value[1], value[2]);
    else if (value.size() == 1 && (type.empty() || type == "GRAY")) out.rgb = rgb_of(value[0], value[0], value[0]);
    else if (value.size() == 4) {
        auto const light = [&](double ink) { return (255 - ink) * (255 - value[3]) / 255; };
        out.rgb = rgb_of(light(value[0]), light(value[1]), light(value[2]));
    } else if (!attribute(colour, "Value").empty() || attribute_node(colour, "Index") ||
               colour.find_child([](pugi::xml_node one) { return one.type() == pugi::node_element; }))
        out.kind = Fill::Kind::unknown;
    return out;
}

std::optional<Fill> OfdResources::fill(pugi::xml_node object, std::string_view layer_parameters) const {
    if (auto const own = fill_of(object)) return own;
    constexpr int kChain = 10;
    for (auto const first : {attribute(object, "DrawParam"), layer_parameters}) {
        auto id = first;
        for (int i = 0; i < kChain && !id.empty(); ++i) {
            auto const found = parameters_.find(id);
            if (found == parameters_.end()) break;
            if (auto const fill = fill_of(found->second)) return fill;
            id = attribute(found->second, "Relative");
        }
    }
    return std::nullopt;
}

}  // namespace anping::worker
