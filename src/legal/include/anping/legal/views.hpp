// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/rulebook/tools.hpp>

namespace anping::legal {

struct ConfirmationView {
    field::RegionCode region;
    std::string region_name;
    std::string unit;
    field::Date on;
    std::string basis;
    std::int64_t entry = 0;
    bool stands = true;  // the clause still says what was confirmed
};
BOOST_DESCRIBE_STRUCT(ConfirmationView, (), (region, region_name, unit, on, basis, entry, stands))

struct ClauseView {
    std::string id;
    std::string book;
    rulebook::Kind kind = rulebook::Kind::duty;
    std::string name;
    bool enforced = false;
    rulebook::Citation citation;
    json::object body;
    std::int64_t cited = 0;  // decisions that rest on it
    std::string file;
    std::string digest;        // of what it says: what a confirmation is of
    bool confirmable = false;  // by itself it informs and reminds only
    // Where the word of a legal officer of the region asked for would hold; nothing: it would nowhere.
    std::optional<field::RegionCode> holds_in;
    std::vector<ConfirmationView> confirmations;
};
BOOST_DESCRIBE_STRUCT(ClauseView, (),
                      (id, book, kind, name, enforced, citation, body, cited, file, digest, confirmable, holds_in,
                       confirmations))

struct FileView {
    std::string file;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (file, bytes))

struct FileText {
    std::string file;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(FileText, (), (file, text))

struct PreviewView {
    bool ok = false;  // the books could be used so
    std::vector<rulebook::Diagnostic> diagnostics;
    std::vector<rulebook::ClauseChange> changed;
    std::vector<rulebook::MovedDeadline> moved;
};
BOOST_DESCRIBE_STRUCT(PreviewView, (), (ok, diagnostics, changed, moved))

}  // namespace anping::legal
