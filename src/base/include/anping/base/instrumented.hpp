// SPDX-License-Identifier: Apache-2.0
// Whether a sanitizer is compiled in: everything is several times slower then, and needs far more address space.
#pragma once

namespace anping {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kInstrumented = true;  // as g++ says it
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
inline constexpr bool kInstrumented = true;  // as clang does
#else
inline constexpr bool kInstrumented = false;
#endif
#else
inline constexpr bool kInstrumented = false;
#endif

}  // namespace anping
