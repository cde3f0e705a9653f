// SPDX-License-Identifier: Apache-2.0
// The part of the projection that is of invitations to interviews, and of what institutions remark about talks.
#pragma once

#include <anping/ledger/projection.hpp>

namespace anping::cases {

extern char const* const kInterviewSchema;
std::vector<ledger::Table> interview_tables();
void apply_interview(db::Session& session, ledger::Entry const& entry);

}  // namespace anping::cases
