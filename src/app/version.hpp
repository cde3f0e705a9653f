// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace anping::app {

inline constexpr char const* kVersion = ANPING_VERSION;

}  // namespace anping::app
