// SPDX-License-Identifier: Apache-2.0
// A document put together in any order out of any bytes: each step is a byte, the length of its text another.
#include <cstdint>
#include <string_view>

#include "believed.hpp"
#include "composer.hpp"

namespace {

using anping::worker::Composer;

void step(Composer& composer, unsigned what, std::string_view text) {
    switch (what % 9) {
        case 0: return composer.say(text, 1);
        case 1: return composer.run(text, 1, {1, 2, 3, 4}, 0.5);
        case 2: return composer.hide("white", text, 1);
        case 3: return composer.mark("look_alike", text, composer.at() / 2);
        case 4: return composer.tell("author", text);
        case 5: return composer.table(1);
        case 6: return composer.row();
        case 7: return composer.cell();
        default: return composer.end_table();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<char const*>(data), size);
    Composer composer(10'000);
    composer.document.pages = 1;
    int depth = 0;
    while (rest.size() >= 2) {
        auto const what = static_cast<unsigned char>(rest[0]) % 9u;
        auto const length = static_cast<unsigned char>(rest[1]);
        rest.remove_prefix(2);
        auto const text = rest.substr(0, length);
        bool const out_of_place = (what == 6 || what == 7 || what == 8) && depth == 0;
        if (out_of_place) continue;
        depth += what == 5 ? 1 : what == 8 ? -1 : 0;
        step(composer, what, text);
        if (what < 5) rest.remove_prefix(text.size());
    }
    while (depth-- > 0) composer.end_table();
    anping::worker::demand_believed(composer.document);
    return 0;
}
