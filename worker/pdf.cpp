// SPDX-License-Identifier: Apache-2.0
#include "pdf.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>

namespace anping::worker {
namespace {

constexpr double kDotsPerInch = 110;
constexpr double kLongestSide = 1600;  // pixels
constexpr double kPointsPerInch = 72;

std::unique_ptr<poppler::document> load(Input const& input) {
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
    return std::unique_ptr<poppler::document>(poppler::document::load_from_file(input.path));
}

}  // namespace

void read_pdf(Input const& input, Answer& answer) {
    auto const document = load(input);
    if (!document) return answer.give_up("damaged");
    if (document->is_locked()) return answer.give_up("encrypted");
    answer.reading.pages = std::max(document->pages(), 0);
    if (answer.reading.pages == 0) answer.reading.problem = "damaged";
}

std::string pdf_text(Input const& input, std::string& problem) {
    auto const document = load(input);
    problem = !document ? "damaged" : document->is_locked() ? "encrypted" : "";
    std::string out;
    if (!problem.empty()) return out;
    for (int i = 0; i < document->pages() && out.size() <= kTextBytes; ++i) {
        std::unique_ptr<poppler::page> const page(document->create_page(i));
        if (!page) continue;
        auto const text = page->text().to_utf8();
        out.append(text.data(), text.size());
        out += '\n';
    }
    return out;
}

bool draw_pdf_page(Input const& input, int number, std::string const& path) {
    auto const document = load(input);
    if (!document || document->is_locked() || number < 1 || number > document->pages()) return false;
    std::unique_ptr<poppler::page> const page(document->create_page(number - 1));
    if (!page) return false;
    auto const box = page->page_rect();
    auto const longest = std::max(box.width(), box.height());
    if (!(longest > 0)) return false;
    auto const dots = std::min(kDotsPerInch, kLongestSide * kPointsPerInch / longest);
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    auto const image = renderer.render_page(page.get(), dots, dots);
    return image.is_valid() && image.save(path, "png", static_cast<int>(dots));
}

}  // namespace anping::worker
