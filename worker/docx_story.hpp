// SPDX-License-Identifier: Apache-2.0
// A story of a WordprocessingML document: its body, a header, a note. What is seen of it is said, what is not is told
// apart with the reason.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "composer.hpp"
#include "docx_numbers.hpp"
#include "docx_pages.hpp"
#include "docx_styles.hpp"
#include "parts.hpp"
#include "pictures.hpp"

namespace anping::worker {

// The document a story is part of.
struct StoryBooks {
    Parts& parts;
    Styles const& styles;
    Numbering& numbering;
    Pictures& pictures;
    Composer& composer;
    Ink page;                    // its ground
    DocxPages* pages = nullptr;  // counted while the body is told
};

class Story {
public:
    Story(StoryBooks const& books, std::map<std::string, Relation, std::less<>> relations)
        : books_(books), composer_(books.composer), relations_(std::move(relations)) {}

    // All below `node`, paragraph by paragraph.
    void tell(pugi::xml_node node);

private:
    // What holds for all that stands somewhere.
    struct Setting {
        char const* hidden = "";  // how, if it is
        RunLook table;            // what a table's style says of the text in a cell
        RunLook paragraph;
        Ink ground;
        bool ground_unknown = false;  // a picture, a gradient
        bool in_shape = false;
        bool floating = false;
        int depth = 0;
    };
    // What floats beside a paragraph, told after it.
    struct Aside {
        pugi::xml_node content;
        std::string words;
        Setting setting;
    };
    // A field whose result has not begun is at its code, which nobody sees.
    struct Field {
        bool code = true;
    };

    void tell_children(pugi::xml_node node, Setting const& setting);
    void tell_node(pugi::xml_node node, Setting const& setting);
    void paragraph(pugi::xml_node node, Setting setting);
    void tell_asides(std::size_t from);
    void alternate(pugi::xml_node node, Setting const& setting);

    void run(pugi::xml_node node, Setting setting);
    void run_part(pugi::xml_node node, Setting const& setting);
    void words(std::string_view text, Setting const& setting);
    // What fills a page, too; a number of a list does not: it may stand before the mark of the page it is on.
    void shown(std::string_view text, Setting const& setting);
    void fill_page();
    enum class Break { put, noted, none };
    void begin_page(Break how);
    void field_mark(std::string_view kind);
    char const* hidden_by(RunLook const& look, Setting const& setting) const;

    void table(pugi::xml_node node, Setting const& setting);
    void table_rows(pugi::xml_node node, struct TableForm& form, Setting const& setting);
    void table_row(pugi::xml_node node, struct TableForm& form, Setting setting);
    void table_cells(pugi::xml_node node, struct TableForm& form, Setting const& setting);
    void table_cell(pugi::xml_node node, struct TableForm& form, Setting setting);
    void part_of_another();

    void drawing(pugi::xml_node node, Setting setting);
    void shape(pugi::xml_node node, Setting setting);
    void picture(std::string_view id, Setting const& setting);
    void diagram(std::string_view id, Setting const& setting);
    void aside(std::string_view words, Setting const& setting);

    StoryBooks books_;
    Composer& composer_;
    std::map<std::string, Relation, std::less<>> relations_;
    std::vector<Aside> asides_;
    std::size_t aside_bytes_ = 0;
    std::vector<Field> fields_;
    std::string code_;       // texts within the codes of fields not yet ended
    bool backdrop_ = false;  // something large lies behind the text of this page
    bool painted_ = false;   // there are pictures or filled shapes on it, on which a shape without a fill may stand
};

}  // namespace anping::worker
