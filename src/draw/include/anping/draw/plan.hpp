// SPDX-License-Identifier: Apache-2.0
// What is fixed and published before a draw. Identities are compared as bytes; lists may come in any order.
#pragma once

#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/crypto/digest.hpp>

namespace anping::draw {

inline constexpr char const* kRule = "DRAW1";
inline constexpr std::size_t kMostListed = 200'000;
inline constexpr std::int64_t kMostWeight = 1000;

// A list longer than what a form takes.
template <class T>
struct Listed : std::vector<T> {
    using std::vector<T>::vector;
};

using Key = Text<1, 80>;
using Label = Text<1, 200>;

struct Candidate {
    Key id;
    Label name;
    Key stratum;
    std::int64_t weight = 1;  // 1 to kMostWeight tickets
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, name, stratum, weight))

struct LeftOut {
    Key id;
    Label name;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (id, name, reason))

struct Stratum {
    Key id;
    std::int64_t take = 0;     // all of it where it has fewer
    std::int64_t reserve = 0;  // the next ones, in the order in which they stand in for one that falls away
};
BOOST_DESCRIBE_STRUCT(Stratum, (), (id, take, reserve))

struct Member {
    Key id;
    Label name;
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, name))

// Why one person is not sent to one candidate 回避.
struct Recusal {
    Key member;
    Key candidate;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(Recusal, (), (member, candidate, reason))

// Those of whom some are sent to every candidate drawn: inspectors, experts.
struct Pool {
    Key id;
    std::int64_t each = 2;  // sent to one candidate
    std::int64_t most = 0;  // candidates for one of them; 0: as many as come
    Listed<Member> members;
    Listed<Recusal> recusals;
};
BOOST_DESCRIBE_STRUCT(Pool, (), (id, each, most, members, recusals))

struct Plan {
    Key draw;
    Label title;
    Listed<Candidate> candidates;
    Listed<LeftOut> left_out;
    std::vector<Stratum> strata;
    std::vector<Pool> pools;
    std::string source;  // of the public number: what, which issue, when it is drawn; "": none is waited for
};
BOOST_DESCRIBE_STRUCT(Plan, (), (draw, title, candidates, left_out, strata, pools, source))

// Everything that is wrong with it, each at its field: an identity twice, a stratum nobody is in, a weight out of
// range, a recusal of somebody who is not there.
Result<void> check(Plan const& plan);

// The same plan with every list in the order of its identities.
Plan in_order(Plan plan);
// SM3 of the canonical JSON of in_order(plan).
crypto::Digest digest(Plan const& plan);

}  // namespace anping::draw

namespace anping {

template <class T>
struct Codec<draw::Listed<T>> {
    static boost::json::value write(draw::Listed<T> const& values) { return Codec<std::vector<T>>::write(values); }
    static draw::Listed<T> read(boost::json::value const& value, FieldReader& in) {
        draw::Listed<T> out;
        auto const* items = in.array(value, draw::kMostListed);
        if (items == nullptr) return out;
        out.reserve(items->size());
        for (std::size_t i = 0; i < items->size(); ++i) {
            auto scope = in.enter(i);
            out.push_back(Codec<T>::read((*items)[i], in));
        }
        return out;
    }
    static boost::json::object schema() {
        return {{"type", "array"}, {"maxItems", draw::kMostListed}, {"items", Codec<T>::schema()}};
    }
};

}  // namespace anping
