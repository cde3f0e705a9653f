// SPDX-License-Identifier: Apache-2.0
#include "strips.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>

#include "bitmap.hpp"
#include "ocr.hpp"

namespace anping::worker {
namespace {

using picture::Grey;
using picture::Ink;
using picture::Rectangle;

constexpr std::size_t kMargin = 12;    // pixels of white around a page
constexpr std::size_t kStroke = 9;     // pixels a stroke is wide at most, once enlarged
constexpr double kLeast = 0.3;         // of confidence: below it is what a texture is taken for
constexpr double kUnsure = 0.49;       // of confidence at most: figures two readings have otherwise
constexpr std::size_t kFigures = 4;    // of a line from which on they are read twice
constexpr std::size_t kAgain = 75;     // percent of its sides, the second time
constexpr std::size_t kMostTimes = 3;  // enlarged

// Half of the lower one's height or more at one height, and side by side nowhere.
bool overlap(vault::Box const& one, vault::Box const& other) {
    auto const across = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
    auto const down = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
    return across > 0 && down * 2 >= std::min(one.height, other.height);
}

Grey page_of(Grey const& strip, Ink ink) {
    auto const page = picture::only_ink(strip, ink, kStroke);
    Grey out{page.width + 2 * kMargin, page.height + 2 * kMargin, {}};
    out.pixels.assign(out.width * out.height, 255);
    for (std::size_t y = 0; y < page.height; ++y) std::copy_n(page.row(y), page.width, out.row(y + kMargin) + kMargin);
    return out;
}

std::string figures_of(std::string_view text) {
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out), [](char one) { return one >= '0' && one <= '9'; });
    return out;
}

class StripReader {
public:
    explicit StripReader(double until) : until_(until) {}

    bool ready() const { return reader_.ready(); }

    // Apps write light on dark and dark on light, on one card too: of two lines at one place the surer is kept.
    std::vector<ReadLine> lines(Grey const& strip) {
        std::vector<ReadLine> out;
        for (auto const ink : {Ink::light, Ink::dark})
            for (auto& line : checked(strip, ink)) {
                auto const surer = [&](ReadLine const& other) {
                    return overlap(line.box, other.box) && other.confidence >= line.confidence;
                };
                if (std::ranges::any_of(out, surer)) continue;
                std::erase_if(out, [&](ReadLine const& other) { return overlap(line.box, other.box); });
                out.push_back(std::move(line));
            }
        std::ranges::sort(out, {}, [](ReadLine const& line) { return line.box.y; });
        return out;
    }

private:
    // A figure misread makes another day, and is read with as much confidence as a right one: a second reading of the
    // strip, smaller, has to have the same figures.
    std::vector<ReadLine> checked(Grey const& strip, Ink ink) {
        auto out = lines_on(page_of(strip, ink));
        std::erase_if(out, [](ReadLine const& line) { return line.confidence < kLeast; });
        auto const counts = [](ReadLine const& line) { return figures_of(line.text).size() >= kFigures; };
        if (std::ranges::none_of(out, counts)) return out;
        auto const again =
            lines_on(page_of(picture::shrunk(strip, strip.width * kAgain / 100, strip.height * kAgain / 100), ink));
        for (auto& line : out) {
            auto const agrees = [&](ReadLine other) {
                for (auto* const side : {&other.box.x, &other.box.y, &other.box.width, &other.box.height})
                    *side = *side * 100 / kAgain;
                return overlap(line.box, other.box) && figures_of(line.text) == figures_of(other.text);
            };
            if (counts(line) && std::ranges::none_of(again, agrees))
                line.confidence = std::min(line.confidence, kUnsure);
        }
        return out;
    }
    std::vector<ReadLine> lines_on(Grey const& page) {
        auto const left = until_ - seconds_used();
        if (left <= 0) return {};
        GreyPicture const picture{page.pixels.data(), static_cast<int>(page.width), static_cast<int>(page.height),
                                  static_cast<int>(page.width), 300};
        return reader_.lines(picture, left);
    }

    double until_;
    PageReader reader_;
};

void add(std::vector<picture::StripLine>& to, std::size_t strip, std::vector<ReadLine> const& lines) {
    std::size_t room = picture::kStripCharacters;
    for (auto const& line : lines) {
        auto text = picture::plain_line(line.text, room);
        while (!text.empty() && text.back() == ' ') text.pop_back();
        if (text.empty()) continue;
        room -= picture::characters_in(text);
        to.push_back({static_cast<std::int64_t>(strip), std::move(text),
                      static_cast<std::int64_t>(std::floor(line.confidence * 100))});
    }
}

}  // namespace

std::optional<std::vector<picture::StripLine>> writing_on(Grey const& photo, std::vector<Rectangle> const& strips,
                                                          double until) {
    std::vector<picture::StripLine> out;
    if (strips.empty()) return out;
    try {
        StripReader reader(until);
        if (!reader.ready()) return std::nullopt;
        // Writing is a certain part of a picture's side; the reader wants it some thirty pixels high.
        auto const times = std::clamp<std::size_t>(kThumbnailSide / std::max(photo.width, photo.height), 1, kMostTimes);
        for (std::size_t i = 0; i < strips.size(); ++i)
            add(out, i, reader.lines(picture::enlarged(picture::cropped(photo, strips[i]), times)));
    } catch (std::exception const&) { return std::nullopt; }
    return out;
}

double time_to_answer() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_CPU, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return 4;
    return static_cast<double>(limit.rlim_cur) * 0.8;
}

}  // namespace anping::worker
