// SPDX-License-Identifier: Apache-2.0
// What `corpus`, `screen` and `extract` share: files as texts.
#pragma once

#include <string>
#include <vector>

#include <anping/forensics/corpus.hpp>

namespace anping::app {

// Files below each of the paths, in the order of their names; a path that is a file is itself.
std::vector<std::string> files_below(std::vector<std::string> const& paths);

// What a file says: plain text in UTF-8 or GB18030 as it stands, what else it is as the worker reads it.
Result<std::string> text_of(std::string const& worker, std::string const& file);

struct Read {
    std::string text;  // UTF-8; offsets are its code points
    forensics::NewDoc doc;
};
// Says why on the standard error; the exit code.
int cannot(Error const& error);

Result<Read> read_doc(std::string const& worker, std::string const& file);

}  // namespace anping::app
