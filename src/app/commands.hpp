// SPDX-License-Identifier: Apache-2.0
// One function a subcommand. Each prints for people, or one JSON document with --json, and returns an exit code.
#pragma once

#include <string>
#include <vector>

#include "config.hpp"

namespace anping::app {

struct ServeOptions {
    bool check = false;  // every start-up step up to listening, then stop
};
int serve(Config const& config, ServeOptions const& options);

// What the signer process runs: signs when told through its standard input, and once a second; ends with it.
int sign(Config const& config);

int init(Config const& config, bool json);
int demo(Config const& config, bool json);
int rebuild(Config const& config, bool json);

struct VerifyCommand {
    bool state = false;
    bool json = false;
};
int verify(Config const& config, VerifyCommand const& command);

// Needs no data directory and no network. `fingerprint`: of the key to accept, "" for any.
int verify_archive(std::string const& file, std::string const& fingerprint, bool json);

struct RulebookCommand {
    std::string action;  // "check", "explain", "diff"
    std::string clause;
    std::string region;
    std::string date;
    std::string other;  // directory of the new books, for diff
    bool json = false;
};
int rulebook_command(Config const& config, RulebookCommand const& command);

struct AccountCommand {
    std::string action;  // "list", "create", "password"
    std::string login;
    std::string name;
    std::string role;
    std::string unit;
    std::string unit_kind;
    std::string region;
    std::string reason = "by the operator at the machine";
    bool json = false;
};
int account_command(Config const& config, AccountCommand const& command);

struct DrawCommand {
    std::string action;  // "compute", "replay"
    std::string file;    // of plan and inputs; of a published draw; or one such a line
    bool json = false;
};
int draw_command(DrawCommand const& command);

struct CorpusCommand {
    std::string action;  // "add", "stat", "merge", "verify"
    std::string directory;
    std::vector<std::string> files;  // and directories, to add
    bool json = false;
};
int corpus_command(Config const& config, CorpusCommand const& command);

struct LibraryCommand {
    std::string action;              // "add", "stat", "list"
    std::vector<std::string> files;  // and directories, to add
    bool json = false;
};
int library_command(Config const& config, LibraryCommand const& command);

// One JSON object a file. `against`: a corpus, or a directory of files.
struct ScreenCommand {
    std::vector<std::string> files;
    std::string against;
    std::string library;             // directory of laws and standards; "" for none
    std::vector<std::string> names;  // of the parties, compared with nothing
    std::string names_file;          // more of them, one a line
    std::string html;                // directory of pages for people; "" for none
    std::string work;                // directory where what was read and found is kept, to go on from; "" for none
    double least = 45;
    bool json = false;
};
int screen_command(Config const& config, ScreenCommand const& command);

// Searches segments of the corpus for a serving process, until it is told to end; see findings::SegmentWorker.
int screen_worker(Config const& config, bool json);

// What is compared: the text `screen` counts its offsets in.
int extract_command(Config const& config, std::string const& file, bool json);

}  // namespace anping::app
