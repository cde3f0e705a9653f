// SPDX-License-Identifier: Apache-2.0
// "leftovers.signatory": who signs as one of the team and is not in it. "leftovers.certificate": a certificate not
// valid on the day. "leftovers.not_on_site": who leads or surveyed and was not there (令1号 art. 22).
#pragma once

#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

std::vector<Finding> signatories(Report const& report, Known const& known);

}  // namespace anping::forensics
