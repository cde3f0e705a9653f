// SPDX-License-Identifier: Apache-2.0
// What can happen to a project. Decisions of the law are kept in the event: replay uses them, never today's rulebook.
#pragma once

#include <anping/practice/events/disclosure.hpp>
#include <anping/practice/events/notice.hpp>
#include <anping/practice/events/opening.hpp>
#include <anping/practice/events/site.hpp>
#include <anping/practice/events/templates.hpp>
#include <anping/practice/events/work.hpp>
