// SPDX-License-Identifier: Apache-2.0
// Tables of a story (ISO/IEC 29500-1 17.4).
#include <algorithm>

#include "docx_story.hpp"

namespace anping::worker {

// How a table is drawn, and where in it the reader is.
struct TableForm {
    Style const* style = nullptr;
    std::optional<Ink> shade;
    bool first_row = true, last_row = false, first_column = true, last_column = false, bands = true;
    int row = 0;
    int column = 0;
    bool at_first_row = false, at_last_row = false;
    bool silent = false;  // not told as a table: nobody sees it
};

namespace {

constexpr int kColumns = 63;  // Word's

void take_look(TableForm& form, pugi::xml_node look) {
    if (!look) return;
    auto const bits = std::string(attribute(look, "val"));
    auto const said = [&](char const* name, long bit) {
        if (auto const own = attribute_node(look, name)) return own.as_bool();
        return (std::strtol(bits.c_str(), nullptr, 16) & bit) != 0;
    };
    form.first_row = said("firstRow", 0x20);
    form.last_row = said("lastRow", 0x40);
    form.first_column = said("firstColumn", 0x80);
    form.last_column = said("lastColumn", 0x100);
    form.bands = !said("noHBand", 0x200);
}

// What the table's style says of a cell: of the whole first, of the corner it is in last.
CellLook look_of(TableForm const& form, bool last_cell) {
    CellLook look;
    auto const lay = [&](std::string_view part) {
        auto const found = form.style->cells.find(part);
        if (found == form.style->cells.end()) return;
        look.run.lay(found->second.run);
        if (found->second.shade && !found->second.shade->automatic) look.shade = found->second.shade;
    };
    lay("wholeTable");
    if (form.shade && !form.shade->automatic) look.shade = form.shade;
    auto const row = form.row - (form.first_row ? 1 : 0);
    if (form.bands) lay(row % 2 == 0 ? "band1Horz" : "band2Horz");
    if (form.first_column && form.column == 0) lay("firstCol");
    if (form.last_column && last_cell) lay("lastCol");
    if (form.first_row && form.at_first_row) lay("firstRow");
    if (form.last_row && form.at_last_row) lay("lastRow");
    return look;
}

bool has_next(pugi::xml_node node, std::string_view name) {
    for (auto one = node.next_sibling(); one; one = one.next_sibling())
        if (is(one, name)) return true;
    return false;
}

}  // namespace

void Story::table(pugi::xml_node node, Setting const& setting) {
    auto const properties = child(node, "tblPr");
    TableForm form;
    form.style = &books_.styles.style(attribute(child(properties, "tblStyle"), "val"), "table");
    form.shade = shade_of(child(properties, "shd"), books_.styles.theme());
    form.silent = *setting.hidden != '\0';
    take_look(form, child(properties, "tblLook"));
    if (!form.silent) composer_.table();
    table_rows(node, form, setting);
    if (books_.pages != nullptr) books_.pages->end_table();
    if (!form.silent) composer_.end_table();
}

// Rows may stand within content controls and tracked changes.
void Story::table_rows(pugi::xml_node node, TableForm& form, Setting const& setting) {
    Setting below = setting;
    if (++below.depth > 200) return;
    for (auto const one : node.children()) {
        if (composer_.full()) return;
        auto const name = local_name(one);
        if (name == "tr") table_row(one, form, below);
        else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins")
            table_rows(one, form, below);
    }
}

void Story::table_row(pugi::xml_node node, TableForm& form, Setting setting) {
    auto const properties = child(node, "trPr");
    auto const height = child(properties, "trHeight");
    bool const was_silent = form.silent;
    if (!form.silent) {
        if (child(properties, "del")) setting.hidden = "deleted";
        else if (is_on(child(properties, "hidden"))) setting.hidden = "invisible";
        else if (attribute(height, "hRule") == "exact" && attribute_node(height, "val").as_int(240) <= 20)
            setting.hidden = "tiny";
        form.silent = *setting.hidden != '\0';
    }
    form.at_first_row = form.row == 0;
    form.at_last_row = form.last_row && !has_next(node, "tr");
    form.column = 0;
    if (!form.silent) composer_.row();
    if (books_.pages != nullptr) books_.pages->row();
    table_cells(node, form, setting);
    ++form.row;
    form.silent = was_silent;
}

void Story::table_cells(pugi::xml_node node, TableForm& form, Setting const& setting) {
    Setting below = setting;
    if (++below.depth > 200) return;
    for (auto const one : node.children()) {
        if (composer_.full()) return;
        auto const name = local_name(one);
        if (name == "tc") table_cell(one, form, below);
        else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins")
            table_cells(one, form, below);
    }
}

// A cell as wide as three is followed by two empty ones: those below it keep their columns.
void Story::table_cell(pugi::xml_node node, TableForm& form, Setting setting) {
    auto const properties = child(node, "tcPr");
    auto const look = look_of(form, form.last_column && !has_next(node, "tc"));
    setting.table = look.run;
    auto const own = shade_of(child(properties, "shd"), books_.styles.theme());
    for (auto const& shade : {look.shade, own})
        if (shade && !shade->automatic) {
            setting.ground = *shade;
            setting.ground_unknown = false;
        }
    if (!form.silent) composer_.cell();
    auto const merge = child(properties, "vMerge");
    if (merge && attribute(merge, "val") != "restart") part_of_another();
    tell_children(node, setting);
    auto const span = std::clamp(attribute_node(child(properties, "gridSpan"), "val").as_int(1), 1, kColumns);
    for (int i = 1; i < span && !form.silent && form.column + i < kColumns; ++i) {
        composer_.cell();
        part_of_another();
    }
    form.column += span;
}

// The cell begun is empty because another reaches over it.
void Story::part_of_another() {
    if (books_.pages != nullptr) books_.pages->merged(composer_.at());
}

}  // namespace anping::worker
