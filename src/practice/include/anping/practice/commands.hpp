// SPDX-License-Identifier: Apache-2.0
// What can be asked of a project. Facts are recorded whatever they are; only an institution's own review holds it.
#pragma once

#include <anping/practice/commands/disclosure.hpp>
#include <anping/practice/commands/notice.hpp>
#include <anping/practice/commands/opening.hpp>
#include <anping/practice/commands/site.hpp>
#include <anping/practice/commands/work.hpp>
