// SPDX-License-Identifier: Apache-2.0
// What is drawn on a page of OFD (GB/T 33190-2016 8), in the order it is drawn, and what of it is seen.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "ofd_geometry.hpp"
#include "ofd_resources.hpp"

namespace anping::worker {

// A piece of text that stands together; boxes are in points from the corner of the page.
struct PageText {
    std::string text;
    vault::Box box;
    double size = 0;  // of its letters, points
    Fill fill;
    char const* hidden = "";
    bool of_template = false;
    std::size_t order = 0;
};

struct PagePaint {
    vault::Box box;
    Fill fill;
    bool covers = false;  // all of its box, whatever lies below
    bool picture = false;
    std::size_t order = 0;
};

struct PagePicture {
    std::string part;
    vault::Box box;
    bool of_template = false;
};

// One budget for all pages: a unit may be drawn a thousand times within another.
struct DrawingBudget {
    std::size_t objects = 500'000;
    std::size_t comparisons = 50'000'000;
    bool spent() const { return objects == 0; }
};

class PageDrawing {
public:
    PageDrawing(OfdResources const& resources, vault::Box const& page, DrawingBudget& budget)
        : resources_(resources), page_(page), budget_(budget) {}

    // The layers of a page's or a template's content.
    void draw(pugi::xml_node content, bool of_template);
    // The objects of an annotation's appearance.
    void draw_appearance(pugi::xml_node appearance, bool visible);
    // Decides what nobody sees, when all is drawn. True when the text is the layer of a scanned page: it is not seen
    // because the picture of the page is, and is told as text.
    bool judge();

    std::vector<PageText> texts;
    std::vector<PagePicture> pictures;

private:
    struct Pen {
        Matrix matrix;
        std::string_view parameters;
        bool visible = true;
        bool of_template = false;
        int alpha = 255;
        int depth = 0;
        int units = 0;  // composite ones around it
    };

    void draw_objects(pugi::xml_node node, Pen const& pen);
    void draw_object(pugi::xml_node node, Pen pen);
    void draw_text(pugi::xml_node node, Pen const& pen);
    void draw_code(pugi::xml_node code, PageText const& form, Pen const& pen, double size, double stretch, double& x,
                   double& y);
    void draw_path(pugi::xml_node node, Pen const& pen);
    void draw_picture(pugi::xml_node node, Pen const& pen);
    void draw_unit(pugi::xml_node node, Pen pen);
    char const* hidden_by_itself(PageText const& text, Pen const& pen) const;
    char const* hidden_by_others(PageText const& text);
    bool has_page_picture() const;

    OfdResources const& resources_;
    vault::Box page_;
    DrawingBudget& budget_;
    std::vector<PagePaint> paints_;
    std::size_t order_ = 0;
};

}  // namespace anping::worker
