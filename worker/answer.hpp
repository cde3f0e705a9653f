// SPDX-License-Identifier: Apache-2.0
// What is said about the one file: a line of JSON as soon as something is known, and a last one at the end. A program
// for one file may give up by ending.
#pragma once

#include <string>

#include <anping/vault/vault.hpp>

namespace anping::worker {

class Answer {
public:
    enum class Voice { line, status };  // a line for all that is known, or the exit status alone

    explicit Answer(Voice voice) : voice_(voice) {}
    vault::Reading reading;

    void say() const;
    [[noreturn]] void end() const;
    [[noreturn]] void give_up(std::string problem);

private:
    Voice voice_;
};

// Without line breaks and control characters, valid UTF-8, at most `limit` bytes: for texts out of a file.
std::string clean_text(std::string_view text, std::size_t limit);
bool is_utf8(std::string_view text, bool may_be_cut);

}  // namespace anping::worker
