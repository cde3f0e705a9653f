// SPDX-License-Identifier: Apache-2.0
// anping draw: a draw computed from what it is made of, and one that was published computed again.
#include <algorithm>
#include <fstream>
#include <iostream>

#include <anping/base/json.hpp>
#include <anping/draw/draw.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "reading.hpp"

namespace anping::app {
namespace {

struct Asked {
    draw::Plan plan;
    draw::Inputs inputs;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (plan, inputs))

// Of the page a draw is published with, the draw in it.
std::string without_page(std::string text) {
    constexpr std::string_view kBefore = R"(<script id="paper" type="application/json">)";
    auto const from = text.find(kBefore);
    if (from == std::string::npos) return text;
    auto const begin = from + kBefore.size();
    return text.substr(begin, text.find("</script>", begin) - begin);
}

// The whole file is one document, or each of its lines.
template <class T>
Result<std::vector<T>> documents_in(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    auto const text = without_page({std::istreambuf_iterator<char>(in), {}});
    if (!in) return fail(ErrorCode::unavailable, "app.file", file + " cannot be read");
    std::vector<T> out;
    auto const take = [&](std::string_view one) -> Result<void> {
        auto const value = parse_json(one);
        if (!value) return unexpected<Error>(value.error());
        auto document = from_json<T>(*value);
        if (!document) return unexpected<Error>(std::move(document.error()));
        out.push_back(std::move(*document));
        return {};
    };
    if (take(text)) return out;
    for (std::size_t from = 0, number = 1; from < text.size(); ++number) {
        auto const end = std::min(text.find('\n', from), text.size());
        if (auto const taken = take(std::string_view(text).substr(from, end - from)); !taken)
            return fail(ErrorCode::invalid_input, "app.draw",
                        file + ", line " + std::to_string(number) + ": " + taken.error().text);
        from = end + 1;
    }
    return out;
}

int compute(std::string const& file) {
    auto asked = documents_in<Asked>(file);
    if (!asked) return cannot(asked.error());
    for (auto& one : *asked) {
        if (auto const fine = draw::check(one.plan); !fine) return cannot(fine.error());
        std::cout << canonical(to_json(draw::paper(std::move(one.plan), std::move(one.inputs)))) << '\n';
    }
    return kOk;
}

// By which number each was drawn from; of one there is nothing to say.
void tell_strata(draw::Paper const& paper) {
    if (paper.plan.strata.size() < 2) return;
    for (auto const& one : paper.plan.strata) {
        auto const listed = std::ranges::count_if(paper.plan.candidates,
                                                  [&](auto const& each) { return each.stratum.value == one.id.value; });
        std::cout << "  stratum " << one.id.value << ": " << one.take << " of " << listed << ", " << one.reserve
                  << " in reserve\n";
    }
}

int replay(std::string const& file, bool json) {
    auto const papers = documents_in<draw::Paper>(file);
    if (!papers) return cannot(papers.error());
    bool fine = true;
    for (auto const& paper : *papers) {
        auto const problems = draw::replay(paper);
        fine = fine && problems.empty();
        if (json) {
            std::cout << canonical(json::object{{"draw", paper.plan.draw.value}, {"problems", to_json(problems)}})
                      << '\n';
            continue;
        }
        std::cout << paper.plan.draw.value << ' ' << paper.plan.title.value << '\n';
        tell_strata(paper);
        for (auto const& problem : problems) std::cout << "  " << problem << '\n';
        if (problems.empty()) std::cout << "  drawn as it says\n";
    }
    return fine ? kOk : kFound;
}

}  // namespace

int draw_command(DrawCommand const& command) {
    return command.action == "compute" ? compute(command.file) : replay(command.file, command.json);
}

}  // namespace anping::app
