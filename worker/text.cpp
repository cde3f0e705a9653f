// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <boost/json/serialize.hpp>
#include <cstring>
#include <pugixml.hpp>

#include <anping/base/json.hpp>

#include "answer.hpp"
#include "archive.hpp"
#include "media_type.hpp"
#include "package.hpp"
#include "pdf.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kPartLimit = 32u << 20;
constexpr char const* kDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

bool is(pugi::xml_node node, std::string_view name) {
    auto const* const colon = std::strchr(node.name(), ':');
    return name == (colon == nullptr ? node.name() : colon + 1);
}

// Runs of a paragraph follow one another without a break, whatever their formats; what was deleted is not read.
class Paragraphs : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        if (is(node, "p")) out += '\n';
        if (is(node, "tab") || is(node, "br")) out += ' ';
        if (is(node, "t")) out += node.text().get();
        return out.size() <= kTextBytes;
    }
    std::string out;
};

std::string answer_of(std::string text) {
    if (text.size() > kTextBytes) text.resize(kTextBytes);
    while (!text.empty() && !is_utf8(text, false)) text.pop_back();  // cut within a character
    if (text.find_first_not_of(" \n\r\t\f") == std::string::npos) return no_text("none");
    return json::serialize(json::object{{"problem", ""}, {"text", std::move(text)}}) + "\n";
}

std::string text_of_package(Input const& input) {
    Archive const archive(input.path);
    Answer seen(Answer::Voice::status);
    check_package(archive, input, seen);
    if (!seen.reading.problem.empty()) return no_text(seen.reading.problem);
    if (seen.reading.media_type != kDocument) return no_text("other");
    auto const content = archive.content("word/document.xml", kPartLimit);
    if (!content) return no_text("too_large");
    pugi::xml_document document;
    if (!document.load_buffer(content->data(), content->size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return no_text("damaged");
    Paragraphs paragraphs;
    document.traverse(paragraphs);
    return answer_of(std::move(paragraphs.out));
}

}  // namespace

std::string no_text(std::string const& problem) {
    return json::serialize(json::object{{"problem", problem}, {"text", ""}}) + "\n";
}

std::string text_of(Input const& input) {
    auto const type = media_type_of(input);
    if (type == "application/zip") return text_of_package(input);
    if (type == "text/plain") {
        auto text = read_at(input, 0, kTextBytes);
        return is_utf8(text, true) ? answer_of(std::move(text)) : no_text("other");
    }
    if (type != "application/pdf") return no_text("other");
    std::string problem;
    auto text = pdf_text(input, problem);
    return problem.empty() ? answer_of(std::move(text)) : no_text(problem);
}

}  // namespace anping::worker
