// SPDX-License-Identifier: Apache-2.0
#include "docx.hpp"

#include <set>
#include <stdexcept>
#include <vector>

#include "docx_properties.hpp"
#include "docx_story.hpp"
#include "signatures.hpp"

namespace anping::worker {
namespace {

// All texts of a part, whatever is seen of them: a header that says the same as another is told once.
std::string key_of(pugi::xml_node root) {
    struct Texts : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& one) override {
            if (is(one, "t")) all += one.text().get();
            return true;
        }
        std::string all;
    } texts;
    root.traverse(texts);
    return std::move(texts.all);
}

// The ids of the headers and footers its sections have, in their order.
std::vector<std::string> margins_of(pugi::xml_node root) {
    struct References : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& one) override {
            constexpr std::size_t kReferences = 10'000;
            if (is(one, "headerReference") || is(one, "footerReference")) all.emplace_back(attribute(one, "id"));
            return all.size() < kReferences;
        }
        std::vector<std::string> all;
    } references;
    root.traverse(references);
    return std::move(references.all);
}

class Docx {
public:
    Docx(Archive const& archive, std::string const& folder, Composer& composer)
        : parts_(archive), pictures_(archive, folder, composer), composer_(composer) {}

    void read() {
        auto const package = parts_.relations("");
        auto name = target_of(package, "officeDocument");
        if (name.empty() || !parts_.archive().has(name)) name = "word/document.xml";
        Part body;
        if (!parts_.load(name, body)) return give_up(parts_.exhausted() ? "too_large" : "damaged");
        auto const root = child(body.tree, "document");
        if (!root) return give_up("damaged");
        relations_ = parts_.relations(name);
        read_looks();
        try {
            tell_stories(root);
        } catch (std::runtime_error const&) { return give_up("damaged"); }
        composer_.document.pages = pages_.count();
        find_signature_pages(composer_.document, pages_);
        tell_properties(parts_, package, composer_);
        tell_settings(parts_, relations_, target_of(relations_, "settings"), composer_);
        tell_comments(parts_, relations_, composer_);
        tell_revisions(root, composer_);
        if (parts_.exhausted()) give_up("too_large");
    }

private:
    void give_up(char const* problem) { composer_.document.problem = problem; }

    void read_looks() {
        Part part;
        Theme theme;
        if (parts_.load(target_of(relations_, "theme"), part)) theme = Theme(part.tree);
        bool const styled = parts_.load(target_of(relations_, "styles"), part);
        styles_ = Styles(styled ? pugi::xml_node(part.tree) : pugi::xml_node(), std::move(theme));
        if (parts_.load(target_of(relations_, "numbering"), part)) numbering_ = Numbering(part.tree);
        if (parts_.load(target_of(relations_, "settings"), part))
            page_is_coloured_ = is_on(child(child(part.tree, "settings"), "displayBackgroundShape"));
    }

    void tell_stories(pugi::xml_node root) {
        Ink page;
        if (page_is_coloured_)
            if (auto const rgb = hexadecimal_colour(attribute(child(root, "background"), "color")))
                page = {false, *rgb};
        StoryBooks books{parts_, styles_, numbering_, pictures_, composer_, page, &pages_};
        Story(books, relations_).tell(child(root, "body"));
        pages_.end(composer_.at(), composer_.document.figures.size());
        books.pages = nullptr;
        for (auto const* kind : {"footnote", "endnote"}) tell_notes(books, kind);
        std::set<std::string> parts;
        std::set<std::string> told;
        for (auto const& id : margins_of(root)) {
            auto const found = relations_.find(id);
            if (found == relations_.end() || found->second.outside || !parts.insert(found->second.target).second)
                continue;
            Part part;
            if (!parts_.load(found->second.target, part) || !told.insert(key_of(part.tree)).second) continue;
            Story(books, parts_.relations(found->second.target)).tell(part.tree.document_element());
        }
    }

    // The lines between a text and its notes are notes of a kind of their own.
    void tell_notes(StoryBooks const& books, std::string const& kind) {
        auto const name = target_of(relations_, kind + "s");
        Part part;
        if (!parts_.load(name, part)) return;
        Story story(books, parts_.relations(name));
        for (auto const one : part.tree.document_element().children()) {
            auto const type = attribute(one, "type");
            if (is(one, kind) && (type.empty() || type == "normal")) story.tell(one);
        }
    }

    Parts parts_;
    Pictures pictures_;
    Composer& composer_;
    Relations relations_;
    Styles styles_;
    Numbering numbering_;
    bool page_is_coloured_ = false;
    DocxPages pages_;
};

}  // namespace

void read_docx(Archive const& archive, std::string const& folder, Composer& composer) {
    Docx(archive, folder, composer).read();
}

}  // namespace anping::worker
