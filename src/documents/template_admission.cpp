// SPDX-License-Identifier: Apache-2.0
// What a template that is handed on must not bring along.
#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include <anping/documents/template.hpp>

#include "errors.hpp"
#include "package.hpp"
#include "text.hpp"
#include "word_xml.hpp"

namespace anping::documents {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kShown = 120;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string shown(std::string_view text) { return clean(beginning(text, kShown)); }

std::string_view local(char const* name) {
    std::string_view const whole = name;
    auto const colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
    for (auto const one : node.attributes())
        if (local(one.name()) == name) return one.value();
    return {};
}

// Of the package: what runs, and whole files of other programs.
Result<void> check_part(std::string const& name) {
    auto const path = lower(name);
    if (path.find("vba") != std::string::npos) return template_with_macros();
    for (auto const folder : {"word/activex/"sv, "word/embeddings/"sv, "word/afchunk"sv, "customui/"sv})
        if (path.starts_with(folder)) return template_embeds(shown(name));
    return {};
}

bool is_web(std::string_view target) {
    auto const address = lower(target);
    return address.starts_with("http://") || address.starts_with("https://") || address.starts_with("mailto:");
}

Result<void> check_relation(pugi::xml_node relation) {
    auto const type = attribute(relation, "Type");
    auto const kind = lower(type.substr(type.rfind('/') + 1));
    auto const target = attribute(relation, "Target");
    static std::set<std::string> const kEmbedded{"afchunk", "oleobject", "package", "control", "subdocument", "frame"};
    if (kind == "vbaproject") return template_with_macros();
    if (kEmbedded.contains(kind)) return template_embeds(shown(target));
    bool const outside = lower(attribute(relation, "TargetMode")) == "external";
    bool const clicked = kind == "hyperlink" && is_web(target);
    if (outside && !clicked) return template_loads(shown(target));
    return {};
}

// The fields that compute from the document and its clock alone; a macro button is a prompt to type where there are no
// macros.
bool is_harmless(std::string const& field) {
    static std::set<std::string> const kKnown{
        "page",     "numpages",     "sectionpages", "section",   "date",        "time",     "createdate", "savedate",
        "title",    "author",       "toc",          "pageref",   "ref",         "noteref",  "seq",        "styleref",
        "formtext", "formcheckbox", "formdropdown", "hyperlink", "docproperty", "filename", "numwords",   "symbol",
        "eq",       "advance",      "listnum",      "autonum",   "macrobutton"};
    return field.empty() || field.starts_with('=') || kKnown.contains(field);
}

std::string first_word(std::string_view code) {
    auto const begin = code.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    code.remove_prefix(begin);
    return lower(code.substr(0, code.find_first_of(" \t\r\n\\")));
}

Result<void> check_field(std::string_view code) {
    auto const word = first_word(code);
    if (is_harmless(word)) return {};
    return template_field(shown(word));
}

// Fields may lie in each other, their codes in pieces.
class Fields {
public:
    Result<void> walk(pugi::xml_node node) {
        for (auto const child : node.children()) {
            auto const name = local(child.name());
            Result<void> fine;
            if (name == "fldSimple") fine = check_field(attribute(child, "instr"));
            else if (name == "instrText" && !open_.empty()) open_.back() += child.text().get();
            else if (name == "fldChar") fine = step(attribute(child, "fldCharType"));
            if (fine) fine = walk(child);
            if (!fine) return fine;
        }
        return {};
    }

private:
    Result<void> step(std::string_view type) {
        if (type == "begin") {
            open_.emplace_back();
            return {};
        }
        if (open_.empty()) return {};
        auto code = std::exchange(open_.back(), {});
        if (type == "end") open_.pop_back();
        return check_field(code);
    }
    std::vector<std::string> open_;
};

Result<void> check_content(Part const& part) {
    bool const relations = part.name.ends_with(".rels");
    bool const text = part.name.starts_with("word/") && part.name.ends_with(".xml");
    if (part.name == "[Content_Types].xml" && lower(part.content).find("macroenabled") != std::string::npos)
        return template_with_macros();
    if (!relations && !text) return {};
    if (part.content.size() > kMaxPart) return template_too_large();
    pugi::xml_document tree;
    if (!tree.load_buffer(part.content.data(), part.content.size())) return not_a_template();
    if (is_too_deep(tree)) return unsafe_template();
    if (text) return Fields().walk(tree.root());
    for (auto const relation : tree.document_element().children())
        if (auto fine = check_relation(relation); !fine) return fine;
    return {};
}

}  // namespace

Result<void> admit(std::string_view template_docx) {
    auto const parts = unpack(template_docx);
    if (!parts) return unexpected<Error>(parts.error());
    for (auto const& part : *parts) {
        if (auto fine = check_part(part.name); !fine) return fine;
        if (auto fine = check_content(part); !fine) return fine;
    }
    return {};
}

}  // namespace anping::documents
