// SPDX-License-Identifier: Apache-2.0
// Where a request's body ends must be the same for us and for whoever stands in front of us: what two readers could
// read differently is refused (request smuggling, RFC 9112, 6).
#pragma once

#include <anping/http/message.hpp>

namespace anping::http {

// 0, or the status that refuses: 400, 417 (unknown expectation), 431 (too many lines), 501 (unknown transfer coding).
int check_framing(Headers const& headers, bool http11) noexcept;

bool expects_continue(Request const& request, bool http11) noexcept;

}  // namespace anping::http
