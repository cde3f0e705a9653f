// SPDX-License-Identifier: Apache-2.0
// What this process takes from itself before it touches a file that may be hostile. Nothing gives it back.
#pragma once

#include <string>

namespace anping::worker {

// Reading is done in this process; converting and printing by LibreOffice, a program with threads, children and many
// files. Somebody waits for what is printed: it does not stand back for others.
enum class Work { reading, converting, printing };

struct Allowed {
    std::string input;     // the one file that may be read; empty: none
    std::string output;    // the one directory that may be written; empty: none
    unsigned seconds = 5;  // of processor
    Work work = Work::reading;
    std::string other = {};  // a second file that may be read, where two are compared
};

struct Protections {
    bool limits = false;  // memory, processor seconds, file size, open files, no core
    bool no_new_privileges = false;
    bool no_capabilities = false;
    bool no_network = false;    // an empty network namespace; sockets are refused by `system_calls` as well
    int landlock = 0;           // version of the kernel's file rules that holds; 0: none
    bool system_calls = false;  // only those on the list; converting: all but those on another

    // Without these no file is read. The others may be missing on an old kernel or in a container.
    bool enough() const noexcept { return limits && no_new_privileges && system_calls; }
};

Protections protect(Allowed const& allowed);

int restrict_files(Allowed const& allowed);  // the Landlock version that holds, 0 for none
bool restrict_system_calls(Work work);

}  // namespace anping::worker
