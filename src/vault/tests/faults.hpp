// SPDX-License-Identifier: Apache-2.0
// Makes a chosen call to the disk fail, or this process end just before it.
#pragma once

namespace anping::vault::faults {

inline constexpr int kKill = -1;

void arm(int nth, int error);  // error: an errno, or kKill
bool disarm();                 // whether the fault happened

}  // namespace anping::vault::faults
