// SPDX-License-Identifier: Apache-2.0
// Any bytes as a worker's answer: what is believed is believed again.
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <anping/vault/document.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace anping;
    auto const read = vault::document_from({reinterpret_cast<char const*>(data), size});
    if (!read) return 0;
    if (!vault::document_from(boost::json::serialize(boost::json::value_from(*read)))) std::abort();
    return 0;
}
