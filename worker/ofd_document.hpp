// SPDX-License-Identifier: Apache-2.0
// One of the documents in an OFD package.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "composer.hpp"
#include "ofd_page.hpp"
#include "parts.hpp"
#include "pictures.hpp"

namespace anping::worker {

// What the documents of a package share.
struct OfdBooks {
    Parts& parts;
    PartNames const& names;
    Pictures& pictures;
    Composer& composer;
    DrawingBudget& budget;
};

class OfdDocument {
public:
    OfdDocument(OfdBooks const& books, std::string root);

    // False when there is no such document.
    bool read();
    // The list of its signatures, which the package names.
    void read_signatures(std::string const& list);
    std::string const& folder() const noexcept { return folder_; }

private:
    struct Template {
        std::string part;
        bool above = false;
    };
    struct Page {
        std::string id;
        std::string part;
    };

    std::string find(std::string_view folder, std::string_view location) const;
    void read_common(pugi::xml_node common);
    void read_annotation_list(std::string const& list);
    void read_attachments(std::string const& list);
    void read_page(Page const& page, int number);
    vault::Box page_box(pugi::xml_node page) const;
    void draw_templates(pugi::xml_node page, PageDrawing& drawing, bool above);
    Part* template_part(std::string const& id);
    void read_annotations(std::string const& part, PageDrawing& drawing, int number);
    void mark_signed(int page);

    OfdBooks books_;
    std::string root_;
    std::string folder_;
    OfdResources resources_;
    vault::Box paper_{0, 0, 210, 297};
    std::map<std::string, Template, std::less<>> templates_;
    std::map<std::string, std::unique_ptr<Part>, std::less<>> template_parts_;
    std::map<std::string, std::string, std::less<>> annotations_;  // of a page
    std::map<std::string, int, std::less<>> numbers_;              // of pages, by their ids
    std::set<std::string> template_pictures_;                      // told once
};

}  // namespace anping::worker
