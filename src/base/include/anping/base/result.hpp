// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <anping/base/error.hpp>

namespace anping {

// A value, or why there is none. Faults (bugs, broken machines) are exceptions; outcomes are Results.
template <class T>
using Result = tl::expected<T, Error>;

using tl::unexpected;

inline tl::unexpected<Error> fail(ErrorCode code, std::string key, std::string text) {
    return tl::unexpected<Error>(Error{code, std::move(key), std::move(text)});
}

}  // namespace anping
