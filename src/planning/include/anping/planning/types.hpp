// SPDX-License-Identifier: Apache-2.0
// Whom to inspect: draws, the list of those watched more closely, the plan of a year.
#pragma once

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/draw/draw.hpp>
#include <anping/field/date.hpp>
#include <anping/registry/types.hpp>

namespace anping::planning {

struct DrawTag {
    static constexpr char const* name = "随机抽取";
};
using DrawId = Id<DrawTag>;

struct OutsideDrawTag {
    static constexpr char const* name = "外部平台抽取";
};
using OutsideDrawId = Id<OutsideDrawTag>;

enum class DrawForm {
    everyday,  // two people, a seed announced before
    ceremony   // commitments, reveals, a public number
};
BOOST_DESCRIBE_ENUM(DrawForm, everyday, ceremony)

enum class DrawScope {
    local,   // institutions registered in the bureau's region
    served,  // institutions with projects there since a day
    bureaus  // the bureaus below: their ids stand in the place of institutions'
};
BOOST_DESCRIBE_ENUM(DrawScope, local, served, bureaus)

// By what of its candidates a list is split into strata 分层.
enum class SplitBy {
    grade,     // credit grade; of institutions
    region,    // home
    kind,      // of business; of bureaus their level
    key_list,  // watched more closely, or not; of institutions
    sheet      // what a column of a workbook says
};
BOOST_DESCRIBE_ENUM(SplitBy, grade, region, kind, key_list, sheet)

enum class DrawStage { planned, revealing, numbered, held, voided };
BOOST_DESCRIBE_ENUM(DrawStage, planned, revealing, numbered, held, voided)

struct ListingTag {
    static constexpr char const* name = "重点监督检查对象";
};
using ListingId = Id<ListingTag>;

// Why somebody comes on the key-supervision list (XJ-12); codes of the clause's steps.
enum class Trigger { rating, refused, violations, accident, price, tip };
BOOST_DESCRIBE_ENUM(Trigger, rating, refused, violations, accident, price, tip)

enum class ListingStage { proposed, declined, listed, removed };
BOOST_DESCRIBE_ENUM(ListingStage, proposed, declined, listed, removed)

struct PriceConclusionTag {
    static constexpr char const* name = "价格比较结论";
};
using PriceConclusionId = Id<PriceConclusionTag>;

// What an officer makes of a price that is low among like ones (XJ-8).
enum class PriceVerdict {
    explained,  // 有正当理由
    suspected,  // 涉嫌低价竞争
    undecided
};
BOOST_DESCRIBE_ENUM(PriceVerdict, explained, suspected, undecided)

struct EarlierReportTag {
    static constexpr char const* name = "平台上线以前的报告";
};
using EarlierReportId = Id<EarlierReportTag>;

struct YearPlanTag {
    static constexpr char const* name = "年度检查计划";
};
using YearPlanId = Id<YearPlanTag>;

enum class YearPlanStage { written, approved };
BOOST_DESCRIBE_ENUM(YearPlanStage, written, approved)

// How somebody was covered (XJ-11b).
enum class Coverage { site, desk, joint, other };  // on site, desk check, joint inspection, another bureau's result
BOOST_DESCRIBE_ENUM(Coverage, site, desk, joint, other)

// The file a list was read from; it stays with the bureau.
struct SourceFile {
    Text<1, 200> file_name;
    Text<64, 64> sm3;
};
BOOST_DESCRIBE_STRUCT(SourceFile, (), (file_name, sm3))

inline constexpr std::size_t kLeastParticipants = 3;  // of a ceremony; a product's decision
inline constexpr std::int64_t kMostDrawn = 1000;

}  // namespace anping::planning
