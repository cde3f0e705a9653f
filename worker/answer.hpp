// SPDX-License-Identifier: Apache-2.0
// What is said about the one file: a line of JSON as soon as something is known, and a last one at the end. A program
// for one file may give up by ending.
#pragma once

#include <functional>
#include <string>

#include <anping/vault/vault.hpp>

namespace anping::worker {

class Answer {
public:
    // A line for all that is known, the exit status alone, or a document that says why there is none.
    enum class Voice { line, status, document };

    explicit Answer(Voice voice) : voice_(voice) {}
    // One line alone, at the end, as `last` makes it of what is known then.
    using Last = std::function<std::string(vault::Reading const&)>;
    explicit Answer(Last last) : voice_(Voice::status), last_(std::move(last)) {}
    vault::Reading reading;

    void say() const;
    [[noreturn]] void end() const;
    [[noreturn]] void give_up(std::string problem);

private:
    Voice voice_;
    Last last_;
};

// Ends the process when nobody takes it.
void write_line(std::string const& line);

// Without line breaks and control characters, valid UTF-8, at most `limit` bytes: for texts out of a file.
std::string clean_text(std::string_view text, std::size_t limit);
bool is_utf8(std::string_view text, bool may_be_cut);

}  // namespace anping::worker
