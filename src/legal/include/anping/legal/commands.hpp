// SPDX-License-Identifier: Apache-2.0
// What a legal officer can ask for.
#pragma once

#include <string>
#include <vector>

#include <anping/base/codec.hpp>

namespace anping::legal {

struct ConfirmClause {
    Text<1, 60> clause;
    Text<64, 64> digest;  // of the text the officer read: a changed clause cannot be confirmed by accident
    Text<4, 1000> basis;  // the official text, article and date it was compared with
};
BOOST_DESCRIBE_STRUCT(ConfirmClause, (), (clause, digest, basis))

struct WithdrawConfirmation {
    Text<4, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawConfirmation, (), (reason))

struct Draft {
    Text<1, 120> file;  // "XJ-xinjiang/practice.toml"
    Text<0, 2'000'000> text;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (file, text))

// A change to look at before it is made.
struct Preview {
    std::vector<Draft> files;
    std::vector<Text<1, 60>> confirm;
};
BOOST_DESCRIBE_STRUCT(Preview, (), (files, confirm))

}  // namespace anping::legal
