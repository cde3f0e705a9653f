// SPDX-License-Identifier: Apache-2.0
// What forms and sheets share.
#pragma once

#include <anping/api/answer.hpp>

#include "../paper_words.hpp"
#include "family.hpp"

namespace anping::practice {

using api::attachment;
using api::kDocx;
using api::kXlsx;

}  // namespace anping::practice
