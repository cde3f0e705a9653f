// SPDX-License-Identifier: Apache-2.0
// Alarms of the watch over institutions, as rows among the findings.
#pragma once

#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::findings {

extern char const* const kAlarmSchema;
ledger::Table alarm_table();
void keep_alarm(db::Session& session, ledger::Entry const& entry);

}  // namespace anping::findings
