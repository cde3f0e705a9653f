// SPDX-License-Identifier: Apache-2.0
// What goes from desk to desk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/registry/types.hpp>

namespace anping::circulation {

struct SlipTag {
    static constexpr char const* name = "流转单";
};
using SlipId = Id<SlipTag>;

struct DeputyTag {
    static constexpr char const* name = "代理";
};
using DeputyId = Id<DeputyTag>;

struct GroupTag {
    static constexpr char const* name = "督导组";
};
using GroupId = Id<GroupTag>;

struct FollowUpTag {
    static constexpr char const* name = "重点跟进";
};
using FollowUpId = Id<FollowUpTag>;

enum class MatterKind { notice, application, project, institution, penalty_case, rectification, key_listing };
BOOST_DESCRIBE_ENUM(MatterKind, notice, application, project, institution, penalty_case, rectification, key_listing)

struct MatterTag {
    static constexpr char const* name = "事项";
};

// A thing of another module on a bureau's desk.
struct Matter {
    MatterKind kind = MatterKind::project;
    Id<MatterTag> id;
    bool operator==(Matter const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Matter, (), (kind, id))

// 转办, 会签, 批示, 退回.
enum class SlipKind { transfer, cosign, instruction, returned };
BOOST_DESCRIBE_ENUM(SlipKind, transfer, cosign, instruction, returned)

// What became of it at one who was asked: passed on to somebody else, given back, done, agreed to, an opinion given.
enum class Outcome { passed_on, returned, finished, agreed, opinion };
BOOST_DESCRIBE_ENUM(Outcome, passed_on, returned, finished, agreed, opinion)

// An officer, or a bureau as a whole.
struct Recipient {
    registry::BureauId bureau;
    std::optional<access::AccountId> officer;
    bool operator==(Recipient const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Recipient, (), (bureau, officer))

}  // namespace anping::circulation
