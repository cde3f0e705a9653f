// SPDX-License-Identifier: Apache-2.0
#include "ofd_page.hpp"

#include <algorithm>
#include <cmath>

#include "docx_look.hpp"

namespace anping::worker {
namespace {

constexpr int kDepth = 60;
constexpr int kUnits = 8;
constexpr std::size_t kPaints = 20'000;
constexpr int kFaint = 12;  // of 255
constexpr std::uint32_t kPaper = 0xFFFFFF;

std::string_view next_character(std::string_view& utf8) {
    std::size_t length = 1;
    while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0u) == 0x80) ++length;
    auto const out = utf8.substr(0, length);
    utf8.remove_prefix(length);
    return out;
}

// How far the pen goes where the file does not say: hanzi are square, letters half as wide.
double advance_of(std::string_view character) { return character.size() >= 3 ? 1 : 0.5; }

// Four corners and straight sides: what fills it covers its box.
bool is_rectangle(std::string_view path) {
    int lines = 0;
    for (char const c : path) {
        if (c == 'L') ++lines;
        if (c == 'B' || c == 'Q' || c == 'A') return false;
    }
    return lines >= 3 && lines <= 4 && std::count(path.begin(), path.end(), 'M') <= 1;
}

// Of the numbers in a path, taken as places.
vault::Box extent_of(std::string_view path) {
    std::string plain(path.substr(0, 2'000));
    for (char& c : plain)
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'd')) c = ' ';
    auto const all = numbers(plain, 100);
    if (all.size() < 4) return {};
    vault::Box out{all[0], all[1], 0, 0};
    for (std::size_t i = 2; i + 1 < all.size(); i += 2) out = united(out, {all[i], all[i + 1], 0, 0});
    return out;
}

bool holds(vault::Box const& box, double x, double y) {
    return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

bool within(vault::Box const& inner, vault::Box const& outer) {
    constexpr double kRoom = 0.7;  // points; letters do not fill their boxes
    return inner.x >= outer.x - kRoom && inner.y >= outer.y - kRoom &&
           inner.x + inner.width <= outer.x + outer.width + kRoom &&
           inner.y + inner.height <= outer.y + outer.height + kRoom;
}

// The place of an object: its boundary's corner, then what it does within.
Matrix place_of(pugi::xml_node node, Matrix const& around) {
    auto const corner = numbers(attribute(node, "Boundary"), 2);
    Matrix moved_to;
    if (corner.size() == 2) {
        moved_to.e = corner[0];
        moved_to.f = corner[1];
    }
    return around.after(moved_to).after(matrix_of(attribute(node, "CTM")));
}

}  // namespace

void PageDrawing::draw(pugi::xml_node content, bool of_template) {
    for (auto const layer : content.children()) {
        if (!is(layer, "Layer")) continue;
        Pen pen;
        pen.parameters = attribute(layer, "DrawParam");
        pen.of_template = of_template;
        draw_objects(layer, pen);
    }
}

void PageDrawing::draw_appearance(pugi::xml_node appearance, bool visible) {
    Pen pen;
    pen.matrix = place_of(appearance, {});
    pen.visible = visible;
    draw_objects(appearance, pen);
}

void PageDrawing::draw_objects(pugi::xml_node node, Pen const& pen) {
    if (pen.depth >= kDepth) return;
    for (auto const one : node.children()) {
        if (one.type() != pugi::node_element) continue;
        if (budget_.objects == 0) return;
        --budget_.objects;
        draw_object(one, pen);
    }
}

void PageDrawing::draw_object(pugi::xml_node node, Pen pen) {
    ++pen.depth;
    ++order_;
    pen.visible = pen.visible && attribute(node, "Visible") != "false";
    pen.alpha = pen.alpha * std::clamp(attribute_node(node, "Alpha").as_int(255), 0, 255) / 255;
    if (is(node, "PageBlock") || is(node, "Layer")) return draw_objects(node, pen);
    if (is(node, "TextObject")) return draw_text(node, pen);
    if (is(node, "PathObject")) return draw_path(node, pen);
    if (is(node, "ImageObject")) return draw_picture(node, pen);
    if (is(node, "CompositeObject")) draw_unit(node, pen);
}

void PageDrawing::draw_text(pugi::xml_node node, Pen const& pen) {
    Pen own = pen;
    own.matrix = place_of(node, pen.matrix);
    PageText form;
    auto const size = std::abs(attribute_node(node, "Size").as_double());
    auto const stretch = std::clamp(attribute_node(node, "HScale").as_double(1), 0.0, 100.0);
    form.size = std::min(size * own.matrix.scale() * kPointsPerMillimetre, 1e6);
    form.fill = resources_.fill(node, pen.parameters).value_or(Fill{});
    bool const filled = attribute(node, "Fill") != "false";
    bool const stroked = attribute(node, "Stroke") == "true";
    if (!filled) own.visible = own.visible && stroked;
    if (stroked) form.fill.kind = Fill::Kind::unknown;
    form.fill.alpha = std::clamp(form.fill.alpha, 0, 255) * pen.alpha / 255;
    form.of_template = pen.of_template;
    form.order = order_;
    double x = 0;
    double y = 0;
    for (auto const code : node.children())
        if (is(code, "TextCode")) draw_code(code, form, own, size, stretch, x, y);
}

// A code may go on in a next line: then it stands in two pieces.
void PageDrawing::draw_code(pugi::xml_node code, PageText const& form, Pen const& pen, double size, double stretch,
                            double& x, double& y) {
    x = attribute_node(code, "X").as_double(x);
    y = attribute_node(code, "Y").as_double(y);
    std::string_view rest = code.text().get();
    auto const steps_x = deltas(attribute(code, "DeltaX"), rest.size());
    auto const steps_y = deltas(attribute(code, "DeltaY"), rest.size());
    auto const step = [](std::vector<double> const& steps, std::size_t i, double otherwise) {
        return steps.empty() ? otherwise : steps[std::min(i, steps.size() - 1)];
    };
    std::string piece;
    vault::Box box;
    auto const put = [&] {
        if (piece.find_first_not_of(" \t\r\n") == piece.npos) return piece.clear();
        auto text = form;
        text.text = std::move(piece);
        text.box = in_points(moved(box, pen.matrix), page_);
        text.hidden = hidden_by_itself(text, pen);
        texts.push_back(std::move(text));
        piece.clear();
    };
    for (std::size_t i = 0; !rest.empty(); ++i) {
        auto const character = next_character(rest);
        auto const width = advance_of(character) * size * stretch;
        vault::Box const glyph{x, y - 0.88 * size, width, size};
        box = piece.empty() ? glyph : united(box, glyph);
        piece += character;
        auto const right = step(steps_x, i, steps_y.empty() ? width : 0);
        auto const down = step(steps_y, i, 0);
        x += right;
        y += down;
        if (right < -0.5 * size && std::abs(down) > 0.3 * size) put();
        else if (right > width + 1.5 * size && !rest.empty()) piece += ' ';
    }
    put();
}

char const* PageDrawing::hidden_by_itself(PageText const& text, Pen const& pen) const {
    if (!pen.visible || text.fill.alpha <= kFaint) return "invisible";
    vault::Box const paper{0, 0, page_.width * kPointsPerMillimetre, page_.height * kPointsPerMillimetre};
    bool const flat = text.box.width <= 0 || text.box.height <= 0;
    if (text.size <= 1 || flat || text.box.width < 0.2 || text.box.height < 0.2) return "tiny";
    if (common_area(text.box, paper) <= 0) return "off_page";
    return "";
}

void PageDrawing::draw_path(pugi::xml_node node, Pen const& pen) {
    if (!pen.visible || attribute(node, "Fill") != "true" || paints_.size() >= kPaints) return;
    auto fill = resources_.fill(node, pen.parameters);
    if (!fill) return;
    fill->alpha = std::clamp(fill->alpha, 0, 255) * pen.alpha / 255;
    if (fill->alpha <= kFaint) return;
    std::string_view const path = child(node, "AbbreviatedData").text().get();
    auto const box = in_points(moved(extent_of(path), place_of(node, pen.matrix)), page_);
    bool const opaque = fill->alpha >= 250 && fill->kind == Fill::Kind::plain && !child(node, "Clips");
    paints_.push_back({box, *fill, opaque && is_rectangle(path), false, order_});
}

void PageDrawing::draw_picture(pugi::xml_node node, Pen const& pen) {
    auto const* const media = resources_.media(attribute(node, "ResourceID"));
    if (media == nullptr || !pen.visible) return;
    // A picture is one by one before its matrix makes it as large as it is shown.
    auto const matrix = place_of(node, pen.matrix);
    auto const sized = attribute_node(node, "CTM") ? vault::Box{0, 0, 1, 1}
                                                   : vault::Box{0, 0, box_of(attribute(node, "Boundary")).width,
                                                                box_of(attribute(node, "Boundary")).height};
    auto const box = in_points(moved(sized, matrix), page_);
    pictures.push_back({media->part, box, pen.of_template});
    bool const covers = media->opaque && pen.alpha >= 250 && !child(node, "Clips");
    if (paints_.size() < kPaints) paints_.push_back({box, {Fill::Kind::unknown, 0, 255}, covers, true, order_});
}

void PageDrawing::draw_unit(pugi::xml_node node, Pen pen) {
    if (++pen.units > kUnits) return;
    pen.matrix = place_of(node, pen.matrix);
    draw_objects(child(resources_.composite(attribute(node, "ResourceID")), "Content"), pen);
}

char const* PageDrawing::hidden_by_others(PageText const& text) {
    auto const x = text.box.x + text.box.width / 2;
    auto const y = text.box.y + text.box.height / 2;
    std::uint32_t ground = kPaper;
    bool known = true;
    for (auto const& paint : paints_) {
        if (budget_.comparisons == 0) return "";
        --budget_.comparisons;
        if (!holds(paint.box, x, y)) continue;
        if (paint.order > text.order) {
            if (paint.covers && within(text.box, paint.box)) return "invisible";
            continue;
        }
        known = paint.fill.kind == Fill::Kind::plain && paint.fill.alpha >= 250;
        ground = paint.fill.rgb;
    }
    bool const plain = text.fill.kind == Fill::Kind::plain;
    return plain && known && looks_alike(text.fill.rgb, ground) ? "white" : "";
}

bool PageDrawing::has_page_picture() const {
    vault::Box const paper{0, 0, page_.width * kPointsPerMillimetre, page_.height * kPointsPerMillimetre};
    auto const area = paper.width * paper.height;
    return std::any_of(paints_.begin(), paints_.end(), [&](PagePaint const& paint) {
        return paint.picture && common_area(paint.box, paper) >= 0.6 * area;
    });
}

bool PageDrawing::judge() {
    std::size_t seen = 0;
    std::size_t unseen = 0;
    for (auto& text : texts) {
        if (*text.hidden == '\0') text.hidden = hidden_by_others(text);
        if (*text.hidden == '\0') seen += text.text.size();
        else if (std::string_view(text.hidden) == "invisible") unseen += text.text.size();
    }
    if (unseen < 4 * seen || unseen == 0 || !has_page_picture()) return false;
    for (auto& text : texts)
        if (std::string_view(text.hidden) == "invisible") text.hidden = "";
    return true;
}

}  // namespace anping::worker
