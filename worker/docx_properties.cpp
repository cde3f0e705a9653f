// SPDX-License-Identifier: Apache-2.0
#include "docx_properties.hpp"

#include <array>
#include <set>
#include <utility>

#include "answer.hpp"

namespace anping::worker {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array kCore = {Names{"creator", "author"},
                              Names{"lastModifiedBy", "last_author"},
                              Names{"created", "created"},
                              Names{"modified", "modified"},
                              Names{"lastPrinted", "printed"},
                              Names{"revision", "revision"},
                              Names{"title", "title"},
                              Names{"subject", "subject"},
                              Names{"keywords", "keywords"},
                              Names{"category", "category"},
                              Names{"description", "description"},
                              Names{"contentStatus", "status"},
                              Names{"identifier", "document_id"}};
constexpr std::array kApplication = {Names{"Application", "application"}, Names{"AppVersion", "application_version"},
                                     Names{"Company", "company"},         Names{"Manager", "manager"},
                                     Names{"Template", "template"},       Names{"TotalTime", "editing_minutes"},
                                     Names{"Pages", "pages_said"}};

template <std::size_t N>
void tell_named(pugi::xml_node properties, std::array<Names, N> const& names, Composer& composer) {
    for (auto const& [element, name] : names) composer.tell(name, text_below(child(properties, element)));
}

}  // namespace

std::string target_of(Relations const& relations, std::string_view type) {
    for (auto const& [id, relation] : relations)
        if (relation.type == type && !relation.outside) return relation.target;
    return "";
}

void tell_properties(Parts& parts, Relations const& package, Composer& composer) {
    Part part;
    if (parts.load(target_of(package, "core-properties"), part))
        tell_named(child(part.tree, "coreProperties"), kCore, composer);
    if (parts.load(target_of(package, "extended-properties"), part))
        tell_named(child(part.tree, "Properties"), kApplication, composer);
    if (!parts.load(target_of(package, "custom-properties"), part)) return;
    for (auto const one : child(part.tree, "Properties").children())
        if (auto const name = clean_text(attribute(one, "name"), 60); !name.empty())
            composer.tell("custom:" + name, text_below(one));
}

void tell_settings(Parts& parts, Relations const& document, std::string const& name, Composer& composer) {
    Part part;
    if (parts.load(name, part)) {
        auto const settings = child(part.tree, "settings");
        auto const ids = child(settings, "rsids");
        composer.tell("revision_root", attribute(child(ids, "rsidRoot"), "val"));
        for (auto const one : ids.children())
            if (is(one, "rsid")) composer.tell("revision_id", attribute(one, "val"));
        for (auto const one : settings.children())
            if (is(one, "docId")) composer.tell("document_id", attribute(one, "val"));
        for (auto const& [id, relation] : parts.relations(name))
            if (relation.type == "attachedTemplate") composer.tell("template", relation.target);
    }
    for (auto const& [id, relation] : document) {
        bool const foreign = relation.type == "package" || relation.type == "oleObject" || relation.type == "aFChunk" ||
                             relation.type == "subDocument";
        if (foreign) composer.tell("embedded", relation.target);
        if (relation.outside && relation.type == "image") composer.tell("linked_picture", relation.target);
    }
}

void tell_comments(Parts& parts, Relations const& document, Composer& composer) {
    Part part;
    if (!parts.load(target_of(document, "comments"), part)) return;
    for (auto const one : child(part.tree, "comments").children()) {
        if (!is(one, "comment")) continue;
        auto value = std::string(attribute(one, "author"));
        value.append(" ").append(attribute(one, "date")).append(": ").append(text_below(one));
        composer.tell("comment", value);
    }
}

void tell_revisions(pugi::xml_node root, Composer& composer) {
    struct Authors : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& one) override {
            constexpr std::size_t kAuthors = 200;
            auto const name = local_name(one);
            if (name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo")
                if (auto const author = attribute(one, "author"); !author.empty()) all.emplace(author);
            return all.size() < kAuthors;
        }
        std::set<std::string> all;
    } authors;
    root.traverse(authors);
    for (auto const& one : authors.all) composer.tell("revision_author", one);
}

}  // namespace anping::worker
