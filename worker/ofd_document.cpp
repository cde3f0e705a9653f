// SPDX-License-Identifier: Apache-2.0
#include "ofd_document.hpp"

#include <algorithm>

#include "ofd_lines.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kPages = 5'000;
constexpr std::size_t kTemplates = 1'000;
constexpr double kLargest = 20'000;  // millimetres of a page's side

std::string location(pugi::xml_node node) {
    std::string out = node.text().get();
    auto const from = out.find_first_not_of(" \r\n\t");
    if (from == out.npos) return "";
    return out.substr(from, out.find_last_not_of(" \r\n\t") - from + 1);
}

}  // namespace

OfdDocument::OfdDocument(OfdBooks const& books, std::string root)
    : books_(books), root_(std::move(root)), folder_(folder_of(root_)), resources_(books.parts, books.names, folder_) {}

std::string OfdDocument::find(std::string_view folder, std::string_view location) const {
    return books_.names.find(folder, folder_, location);
}

bool OfdDocument::read() {
    Part part;
    if (!books_.parts.load(root_, part)) return false;
    auto const document = child(part.tree, "Document");
    if (!document) return false;
    read_common(child(document, "CommonData"));
    read_annotation_list(find(folder_, location(child(document, "Annotations"))));
    read_attachments(find(folder_, location(child(document, "Attachments"))));
    std::vector<Page> pages;
    for (auto const one : child(document, "Pages").children()) {
        if (!is(one, "Page") || pages.size() == kPages) continue;
        pages.push_back({std::string(attribute(one, "ID")), find(folder_, attribute(one, "BaseLoc"))});
    }
    for (auto const& page : pages) {
        if (books_.composer.full() || books_.budget.spent()) break;
        auto const number = ++books_.composer.document.pages;
        numbers_.emplace(page.id, number);
        read_page(page, number);
    }
    return true;
}

void OfdDocument::read_common(pugi::xml_node common) {
    if (auto const box = page_box(common); box.width > 0) paper_ = box;
    for (auto const one : common.children()) {
        if (is(one, "PublicRes") || is(one, "DocumentRes")) resources_.add(find(folder_, location(one)));
        if (!is(one, "TemplatePage") || templates_.size() == kTemplates) continue;
        auto const part = find(folder_, attribute(one, "BaseLoc"));
        templates_.emplace(attribute(one, "ID"), Template{part, attribute(one, "ZOrder") == "Foreground"});
    }
}

// Of a page's "Area" or a document's "PageArea"; empty when it says none.
vault::Box OfdDocument::page_box(pugi::xml_node page) const {
    for (auto const* name : {"Area", "PageArea"}) {
        auto const box = box_of(child(child(page, name), "PhysicalBox").text().get());
        if (box.width > 0 && box.height > 0 && box.width < kLargest && box.height < kLargest) return box;
    }
    return {};
}

void OfdDocument::read_page(Page const& page, int number) {
    Part part;
    if (!books_.parts.load(page.part, part)) return;
    auto const root = child(part.tree, "Page");
    for (auto const one : root.children())
        if (is(one, "PageRes")) resources_.add(find(folder_of(page.part), location(one)));
    auto box = page_box(root);
    if (box.width <= 0) box = paper_;
    PageDrawing drawing(resources_, box, books_.budget);
    draw_templates(root, drawing, false);
    drawing.draw(child(root, "Content"), false);
    draw_templates(root, drawing, true);
    auto& document = books_.composer.document;
    if (drawing.judge()) document.scanned_pages.push_back(number);
    std::erase_if(drawing.pictures, [&](PagePicture const& one) {
        return one.of_template && !template_pictures_.insert(one.part).second;
    });
    tell_page(std::move(drawing.texts), std::move(drawing.pictures), number, books_.composer, books_.pictures);
    if (auto const notes = annotations_.find(page.id); notes != annotations_.end()) {
        PageDrawing marks(resources_, box, books_.budget);
        read_annotations(notes->second, marks, number);
        marks.judge();
        tell_page(std::move(marks.texts), std::move(marks.pictures), number, books_.composer, books_.pictures);
    }
}

// A template's own templates are not drawn: they could go round in a circle.
void OfdDocument::draw_templates(pugi::xml_node page, PageDrawing& drawing, bool above) {
    for (auto const one : page.children()) {
        if (!is(one, "Template")) continue;
        auto const id = std::string(attribute(one, "TemplateID"));
        auto const known = templates_.find(id);
        if (known == templates_.end()) continue;
        auto const order = attribute(one, "ZOrder");
        bool const over = order.empty() ? known->second.above : order == "Foreground";
        if (over != above) continue;
        if (auto* const part = template_part(id)) drawing.draw(child(child(part->tree, "Page"), "Content"), true);
    }
}

Part* OfdDocument::template_part(std::string const& id) {
    auto& kept = template_parts_[id];
    if (!kept) {
        kept = std::make_unique<Part>();
        if (!books_.parts.load(templates_.find(id)->second.part, *kept)) kept->tree.reset();
        auto const root = child(kept->tree, "Page");
        for (auto const one : root.children())
            if (is(one, "PageRes")) resources_.add(find(folder_of(templates_.find(id)->second.part), location(one)));
    }
    return kept.get();
}

void OfdDocument::read_annotation_list(std::string const& list) {
    Part part;
    if (list.empty() || !books_.parts.load(list, part)) return;
    for (auto const one : child(part.tree, "Annotations").children())
        if (is(one, "Page") && annotations_.size() < kPages)
            annotations_.emplace(attribute(one, "PageID"), find(folder_of(list), location(child(one, "FileLoc"))));
}

void OfdDocument::read_annotations(std::string const& part_name, PageDrawing& drawing, int number) {
    Part part;
    if (part_name.empty() || !books_.parts.load(part_name, part)) return;
    for (auto const one : child(part.tree, "PageAnnot").children()) {
        if (!is(one, "Annot")) continue;
        if (attribute(one, "Type") == "Stamp") mark_signed(number);
        if (auto const remark = location(child(one, "Remark")); !remark.empty())
            books_.composer.tell("annotation", remark);
        drawing.draw_appearance(child(one, "Appearance"), attribute(one, "Visible") != "false");
    }
}

void OfdDocument::read_attachments(std::string const& list) {
    Part part;
    if (list.empty() || !books_.parts.load(list, part)) return;
    for (auto const one : child(part.tree, "Attachments").children()) {
        if (!is(one, "Attachment")) continue;
        auto value = std::string(attribute(one, "Name"));
        if (auto const format = attribute(one, "Format"); !format.empty()) value.append(".").append(format);
        books_.composer.tell("attachment", value + " " + location(child(one, "FileLoc")));
    }
}

void OfdDocument::read_signatures(std::string const& list) {
    constexpr std::size_t kSignatures = 1'000;
    Part part;
    if (list.empty() || !books_.parts.load(list, part)) return;
    std::size_t count = 0;
    for (auto const one : child(part.tree, "Signatures").children()) {
        if (!is(one, "Signature") || ++count > kSignatures) continue;
        Part signature;
        auto const name = find(folder_of(list), attribute(one, "BaseLoc"));
        if (name.empty() || !books_.parts.load(name, signature)) continue;
        auto const info = child(child(signature.tree, "Signature"), "SignedInfo");
        auto const provider = child(info, "Provider");
        auto value = std::string(attribute(provider, "Company"));
        value.append(" ").append(attribute(provider, "ProviderName"));
        value.append(" ").append(attribute(provider, "Version"));
        books_.composer.tell("signature", value + " " + location(child(info, "SignatureDateTime")));
        for (auto const stamp : info.children())
            if (is(stamp, "StampAnnot"))
                if (auto const page = numbers_.find(attribute(stamp, "PageRef")); page != numbers_.end())
                    mark_signed(page->second);
    }
}

void OfdDocument::mark_signed(int page) {
    auto& pages = books_.composer.document.signature_pages;
    auto const at = std::lower_bound(pages.begin(), pages.end(), page);
    if (at == pages.end() || *at != page) pages.insert(at, page);
}

}  // namespace anping::worker
