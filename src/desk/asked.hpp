// SPDX-License-Identifier: Apache-2.0
// To-dos that other offices' acts make: what an enterprise is asked for, what an application waits for.
#pragma once

#include <anping/desk/desk.hpp>

namespace anping::desk {

void add_asked(std::vector<Todo>& out, practice::Service const& practice, db::Session& session,
               access::Principal const& who, access::Policy const& policy, std::int64_t limit);
void add_applications(std::vector<Todo>& out, licensing::Service const& licensing, db::Session& session,
                      access::Principal const& who, access::Policy const& policy, std::int64_t limit);

// What an institution was asked about its reports; what of a bureau's own place waits for a decision.
void add_findings(std::vector<Todo>& out, findings::Service const& findings, db::Session& session,
                  access::Principal const& who, access::Policy const& policy, std::int64_t limit);

// Inspections of the bureau that wait for somebody, or that concern the asker.
void add_inspections(std::vector<Todo>& out, inspection::Service const& inspection, db::Session& session,
                     access::Principal const& who, access::Policy const& policy, std::int64_t limit);
void add_rectification(std::vector<Todo>& out, inspection::Service const& inspection, db::Session& session,
                       access::Principal const& who, access::Policy const& policy, std::int64_t limit);

}  // namespace anping::desk
