// SPDX-License-Identifier: Apache-2.0
// The text of a page of a PDF: what is seen goes to the library's own layout, what is not is kept apart.
#pragma once

#include <TextOutputDev.h>

#include "pdf_survey.hpp"

namespace anping::worker {

class PageLayout : public TextOutputDev {
public:
    // `survey` of the same page, with everything on it; it must outlive this.
    explicit PageLayout(Survey const& survey);

    // Once the page was drawn to it.
    PageText text();
    // Characters that are seen, without blanks.
    int seen() const { return seen_; }
    // Text without ink over or under the picture of the page: what was read off it by whoever made the file.
    bool read_off() const { return read_off_; }

    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int bytes, Unicode const* unicode, int length) override;

private:
    struct Drawn;
    char const* how_hidden(GfxState* state, Drawn const& drawn);
    bool is_covered(Drawn const& drawn);
    bool is_as_its_ground(Drawn const& drawn, Colour const& colour) const;
    void hide(char const* how, Drawn const& drawn);

    Survey const& survey_;
    std::vector<HiddenSpan> hidden_;
    std::uint64_t order_ = 0;
    std::uint64_t hidden_at_ = 0;  // the order of the last hidden character
    int seen_ = 0;
    bool read_off_ = false;
};

}  // namespace anping::worker
