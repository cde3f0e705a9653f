// SPDX-License-Identifier: Apache-2.0
#include "docx_story.hpp"

#include <array>
#include <stdexcept>

namespace anping::worker {
namespace {

constexpr int kDepth = 200;

// Properties, marks and what a program keeps for itself. "rt" is how a word is pronounced.
bool says_nothing(std::string_view name) {
    constexpr std::array<std::string_view, 18> kSilent = {
        "pPr",    "rPr", "tblPr",     "tblGrid",      "trPr",   "tcPr",        "sectPr",   "sdtPr",   "sdtEndPr",
        "rubyPr", "rt",  "instrText", "delInstrText", "ctrlPr", "oMathParaPr", "proofErr", "fldData", "annotationRef"};
    for (auto const one : kSilent)
        if (one == name) return true;
    return false;
}

// Signs of Wingdings and its kin that stand for something a reader would read.
char const* symbol(std::string_view code) {
    struct Sign {
        std::string_view code;
        char const* shown;
    };
    constexpr std::array kSigns = {Sign{"FE", "☑"}, Sign{"52", "☑"}, Sign{"FD", "☒"}, Sign{"A8", "□"}, Sign{"6F", "□"},
                                   Sign{"A3", "□"}, Sign{"FC", "✓"}, Sign{"50", "✓"}, Sign{"FB", "✗"}, Sign{"6C", "●"},
                                   Sign{"6E", "■"}, Sign{"A1", "○"}, Sign{"E0", "→"}, Sign{"B0", "°"}, Sign{"B1", "±"},
                                   Sign{"B3", "≥"}, Sign{"D7", "·"}};
    if (code.size() == 4)
        for (auto const& one : kSigns)
            if (one.code == code.substr(2)) return one.shown;
    return " ";
}

// What a program that knows the extension shows instead of its fallback.
bool is_known_extension(std::string_view required) {
    constexpr std::array<std::string_view, 9> kKnown = {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "a14", "v"};
    while (!required.empty()) {
        auto const end = std::min(required.find(' '), required.size());
        auto const one = required.substr(0, end);
        required.remove_prefix(std::min(end + 1, required.size()));
        bool const known = one.empty() || one.starts_with("cx") || one.starts_with("w16") ||
                           std::find(kKnown.begin(), kKnown.end(), one) != kKnown.end();
        if (!known) return false;
    }
    return true;
}

// How a section begins is said where it ends: the one after this paragraph's may go on on the same page.
bool goes_on_after(pugi::xml_node paragraph) {
    for (auto one = paragraph.next_sibling(); one; one = one.next_sibling()) {
        auto const section = is(one, "sectPr") ? one : child(child(one, "pPr"), "sectPr");
        if (section) return attribute(child(section, "type"), "val") == "continuous";
    }
    return false;
}

}  // namespace

void Story::tell(pugi::xml_node node) {
    Setting setting;
    setting.ground = books_.page;
    tell_children(node, setting);
    tell_asides(0);
    // A field that never ends hides what follows it.
    if (!code_.empty()) composer_.hide("invisible", code_);
    code_.clear();
    fields_.clear();
}

void Story::tell_children(pugi::xml_node node, Setting const& setting) {
    if (setting.depth >= kDepth) throw std::runtime_error("elements within elements without end");
    Setting below = setting;
    ++below.depth;
    for (auto const one : node.children()) {
        if (composer_.full()) return;
        if (one.type() == pugi::node_element) tell_node(one, below);
    }
}

void Story::tell_node(pugi::xml_node node, Setting const& setting) {
    auto const name = local_name(node);
    if (says_nothing(name)) return;
    if (name == "p") return paragraph(node, setting);
    if (name == "tbl") return table(node, setting);
    if (name == "r") return run(node, setting);
    if (name == "AlternateContent") return alternate(node, setting);
    // Formulas keep their texts in runs of their own.
    if (name == "t") return shown(node.text().get(), setting);
    Setting below = setting;
    if ((name == "del" || name == "moveFrom") && *below.hidden == '\0') below.hidden = "deleted";
    tell_children(node, below);
}

void Story::alternate(pugi::xml_node node, Setting const& setting) {
    for (auto const one : node.children())
        if (is(one, "Choice") && is_known_extension(attribute(one, "Requires"))) return tell_children(one, setting);
    tell_children(child(node, "Fallback"), setting);
}

void Story::paragraph(pugi::xml_node node, Setting setting) {
    auto const properties = child(node, "pPr");
    auto const style_id = attribute(child(properties, "pStyle"), "val");
    auto const& styles = books_.styles;
    auto look = styles.defaults();
    look.run.lay(setting.table);
    look.lay(styles.style(style_id, "paragraph").paragraph);
    look.lay(paragraph_look(properties, styles.theme()));
    setting.paragraph = look.run;
    if (look.shade && !look.shade->automatic) {
        setting.ground = *look.shade;
        setting.ground_unknown = false;
    }
    bool const shown = *setting.hidden == '\0';
    if (shown && look.squeezed.value_or(false)) setting.hidden = "tiny";
    auto const mark = child(properties, "rPr");
    if (shown && look.list && !is_on(child(mark, "vanish")) && !child(mark, "del")) {
        auto const level = look.level.value_or(books_.numbering.level_for(*look.list, style_id));
        words(books_.numbering.next(*look.list, level), setting);
    }
    if (is_on(child(properties, "pageBreakBefore"))) begin_page(Break::put);
    auto const asides = asides_.size();
    tell_children(node, setting);
    // Where its mark is deleted the next paragraph goes on.
    if (shown && !child(mark, "del") && !child(mark, "moveFrom")) composer_.say("\n");
    tell_asides(asides);
    if (child(properties, "sectPr")) begin_page(goes_on_after(node) ? Break::none : Break::put);
}

void Story::tell_asides(std::size_t from) {
    // They may bring others, which follow them.
    for (auto i = from; i < asides_.size(); ++i) {
        auto const aside = asides_[i];
        if (!aside.words.empty()) {
            shown(aside.words, aside.setting);
            composer_.say("\n");
        }
        tell_children(aside.content, aside.setting);
    }
    asides_.resize(std::min(from, asides_.size()), Aside{});
}

void Story::run(pugi::xml_node node, Setting setting) {
    auto const properties = child(node, "rPr");
    auto const& styles = books_.styles;
    auto look = setting.paragraph;
    if (auto const id = attribute(child(properties, "rStyle"), "val"); !id.empty())
        look.lay(styles.style(id, "character").paragraph.run);
    look.lay(run_look(properties, styles.theme()));
    if (*setting.hidden == '\0') setting.hidden = hidden_by(look, setting);
    ++setting.depth;
    for (auto const one : node.children()) run_part(one, setting);
}

char const* Story::hidden_by(RunLook const& look, Setting const& setting) const {
    if (look.vanish.value_or(false)) return "invisible";
    if (look.ink && !look.ink->automatic) {
        Ink ground = setting.ground;
        bool unknown = setting.ground_unknown;
        for (auto const& one : {look.shade, look.highlight})
            if (one && !one->automatic) {
                ground = *one;
                unknown = false;
            }
        if (ground.automatic) unknown = unknown || backdrop_ || (setting.in_shape && painted_);
        if (!unknown && looks_alike(look.ink->rgb, ground.automatic ? 0xFFFFFF : ground.rgb)) return "white";
    }
    return look.tiny() ? "tiny" : "";
}

void Story::run_part(pugi::xml_node node, Setting const& setting) {
    if (composer_.full() || node.type() != pugi::node_element) return;
    auto const name = local_name(node);
    if (name == "t" || name == "delText") return shown(node.text().get(), setting);
    if (name == "tab" || name == "ptab") return words(" ", setting);
    if (name == "noBreakHyphen") return words("-", setting);
    if (name == "sym") return words(symbol(attribute(node, "char")), setting);
    if (name == "fldChar") return field_mark(attribute(node, "fldCharType"));
    if (name == "drawing" || name == "pict" || name == "object") return drawing(node, setting);
    if (name == "lastRenderedPageBreak") begin_page(Break::noted);
    if (name == "br" && attribute(node, "type") == "page") begin_page(Break::put);
    if (name == "br" || name == "cr") return words("\n", setting);
    if (name == "AlternateContent") {
        for (auto const one : node.children())
            if (is(one, "Choice") && is_known_extension(attribute(one, "Requires"))) {
                for (auto const part : one.children()) run_part(part, setting);
                return;
            }
        for (auto const part : child(node, "Fallback").children()) run_part(part, setting);
        return;
    }
    if (name == "ruby") tell_children(child(node, "rubyBase"), setting);
}

void Story::words(std::string_view text, Setting const& setting) {
    if (text.empty()) return;
    if (!fields_.empty() && fields_.back().code) {
        constexpr std::size_t kCode = 100'000;
        if (code_.size() < kCode) code_ += text;
        return;
    }
    if (*setting.hidden != '\0') return composer_.hide(setting.hidden, text);
    composer_.say(text);
}

void Story::shown(std::string_view text, Setting const& setting) {
    words(text, setting);
    if (*setting.hidden == '\0' && text.find_first_not_of(" \n\t") != std::string_view::npos) fill_page();
}

void Story::fill_page() {
    if (books_.pages != nullptr) books_.pages->fill();
}

void Story::begin_page(Break how) {
    backdrop_ = false;
    painted_ = false;
    if (books_.pages == nullptr) return;
    auto const figures = composer_.document.figures.size();
    if (how == Break::put) books_.pages->broken(composer_.at(), figures);
    if (how == Break::noted) books_.pages->noted(composer_.at(), figures);
}

void Story::field_mark(std::string_view kind) {
    constexpr std::size_t kFields = 100;
    bool const within_code = !fields_.empty() && fields_.back().code;
    if (kind == "begin" && fields_.size() < kFields) fields_.push_back({});
    // The result of a field within the code of another is part of that code.
    if (kind == "separate" && !fields_.empty())
        fields_.back().code = fields_.size() > 1 && fields_[fields_.size() - 2].code;
    if (kind == "end" && !fields_.empty()) fields_.pop_back();
    if (within_code && (fields_.empty() || !fields_.back().code)) code_.clear();
}

}  // namespace anping::worker
