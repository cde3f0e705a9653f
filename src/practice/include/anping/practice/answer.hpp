// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/practice/views.hpp>

namespace anping::practice {

// What is told to whom made a change.
struct Answer {
    std::string id;
    std::vector<rulebook::Flag> flags;
    std::vector<rulebook::Deadline> deadlines;
    std::optional<std::string> number;  // of a published report
    std::optional<NoticeId> notice;     // filed or entered
    std::vector<Addressee> receipts;    // of it
};
BOOST_DESCRIBE_STRUCT(Answer, (), (id, flags, deadlines, number, notice, receipts))

}  // namespace anping::practice
