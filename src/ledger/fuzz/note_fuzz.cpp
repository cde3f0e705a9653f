// SPDX-License-Identifier: Apache-2.0
// Whatever parses is exactly what would be written.
#include <cstdint>
#include <cstdlib>

#include <anping/ledger/note.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const note = anping::ledger::parse_note({reinterpret_cast<char const*>(data), size});
    if (note && anping::ledger::checkpoint_text(note->checkpoint) != note->text) std::abort();
    return 0;
}
