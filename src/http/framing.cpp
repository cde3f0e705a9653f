// SPDX-License-Identifier: Apache-2.0
#include "framing.hpp"

#include "text.hpp"

namespace anping::http {
namespace {

constexpr std::size_t kMaxHeaderLines = 128;

}  // namespace

int check_framing(Headers const& headers, bool http11) noexcept {
    if (headers.size() > kMaxHeaderLines) return 431;
    int lengths = 0;
    int codings = 0;
    int hosts = 0;
    bool chunked = true;
    bool known_expectation = true;
    for (auto const& [name, value] : headers) {
        if (name == "content-length") {
            if (++lengths > 1 || !all_digits(value)) return 400;
        } else if (name == "transfer-encoding") {
            ++codings;
            chunked = chunked && same_text(trim(value), "chunked");
        } else if (name == "host") {
            ++hosts;
        } else if (name == "expect") {
            known_expectation = same_text(value, "100-continue");
        }
    }
    if (codings > 1 || (codings == 1 && (lengths > 0 || !http11))) return 400;
    if (hosts > 1 || (http11 && hosts == 0)) return 400;
    if (!chunked) return 501;
    return known_expectation ? 0 : 417;
}

bool expects_continue(Request const& request, bool http11) noexcept {
    return http11 && same_text(request.header("expect"), "100-continue");
}

}  // namespace anping::http
