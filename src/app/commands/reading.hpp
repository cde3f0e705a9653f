// SPDX-License-Identifier: Apache-2.0
// Files as texts, for the commands that work on a folder without a server.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <anping/forensics/corpus.hpp>
#include <anping/vault/document.hpp>

namespace anping::app {

// Files below each of the paths, in the order of their names; a path that is a file is itself.
std::vector<std::string> files_below(std::vector<std::string> const& paths);

struct Read {
    vault::Document document;  // places are code points of its text
    std::string sha256;        // of the file, hex
};

// Reads files: plain text in UTF-8 or GB18030 in this process, anything else in the worker. Thread-safe.
class Reading {
public:
    // `kept`: a directory where what the worker read is kept by the file's digest, so that nothing is read twice;
    // empty: nowhere.
    explicit Reading(std::string worker, std::filesystem::path kept = {})
        : worker_(std::move(worker)), kept_(std::move(kept)) {}
    Result<Read> read(std::string const& file) const;

private:
    Result<vault::Document> in_worker(std::string const& file, std::string const& sha256) const;
    std::string worker_;
    std::filesystem::path kept_;
};

forensics::NewDoc doc_of(std::string const& file, Read const& read);

// Puts the files into the corpus in this order, some read at a time; `each` is told of every one: why it was refused,
// or nothing. What is there already is not put in again; returns how many were.
Result<std::int64_t> put_in(forensics::Corpus& corpus, Reading const& reading, std::vector<std::string> const& files,
                            std::function<void(std::string const& file, Error const* refused)> const& each);

// Says why on the standard error; the exit code.
int cannot(Error const& error);

// How far a long piece of work is, on the standard error where that is a terminal.
class Bar {
public:
    explicit Bar(std::size_t of);
    void step();
    ~Bar();
    Bar(Bar const&) = delete;
    Bar& operator=(Bar const&) = delete;

private:
    std::size_t of_;
    std::size_t done_ = 0;
    bool seen_;
};

}  // namespace anping::app
