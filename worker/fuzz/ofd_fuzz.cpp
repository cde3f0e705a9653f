// SPDX-License-Identifier: Apache-2.0
#include "ofd.hpp"

#include "package_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    anping::worker::read_as_fuzzed({reinterpret_cast<char const*>(data), size}, anping::worker::read_ofd);
    return 0;
}
