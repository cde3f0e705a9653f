// SPDX-License-Identifier: Apache-2.0
// An inspection 检查 and what is ordered after it 整改.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/practice/types.hpp>
#include <anping/registry/officers.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::inspection {

struct InspectionTag {
    static constexpr char const* name = "检查";
};
struct OrderTag {
    static constexpr char const* name = "整改";
};
using InspectionId = Id<InspectionTag>;
using OrderId = Id<OrderTag>;

// Why it is inspected.
enum class OriginKind { draw, annual_plan, key_list, assigned, tip, finding, spot_check, other };
BOOST_DESCRIBE_ENUM(OriginKind, draw, annual_plan, key_list, assigned, tip, finding, spot_check, other)

enum class Setting { daily, enforcement, permit, accident };  // WJ-10
BOOST_DESCRIBE_ENUM(Setting, daily, enforcement, permit, accident)

enum class Subject { qualification, process, report, site, enterprise };
BOOST_DESCRIBE_ENUM(Subject, qualification, process, report, site, enterprise)

enum class Coverage { site, desk, joint };
BOOST_DESCRIBE_ENUM(Coverage, site, desk, joint)

enum class Checked { institution, enterprise };
BOOST_DESCRIBE_ENUM(Checked, institution, enterprise)

enum class Stage { planned, approved, begun, closed, called_off };
BOOST_DESCRIBE_ENUM(Stage, planned, approved, begun, closed, called_off)

enum class ItemResult { meets, fails, not_applicable, not_checked };
BOOST_DESCRIBE_ENUM(ItemResult, meets, fails, not_applicable, not_checked)

enum class Signer { officer, checked };
BOOST_DESCRIBE_ENUM(Signer, officer, checked)

enum class SignWay { account, paper, refused };
BOOST_DESCRIBE_ENUM(SignWay, account, paper, refused)

enum class OrderKind { order, letter };  // 责令限期整改; 督促函, which cites nothing
BOOST_DESCRIBE_ENUM(OrderKind, order, letter)

enum class OrderStage { open, closed, withdrawn };
BOOST_DESCRIBE_ENUM(OrderStage, open, closed, withdrawn)

enum class ItemStage { waiting, proven, passed, failed };
BOOST_DESCRIBE_ENUM(ItemStage, waiting, proven, passed, failed)

// What the bureau was warned of about its own act; recorded, never a ground against who is inspected.
enum class WarningKind { certificate_invalid, unapproved, experts_without_officer, not_drawn };
BOOST_DESCRIBE_ENUM(WarningKind, certificate_invalid, unapproved, experts_without_officer, not_drawn)
struct Warning {
    WarningKind kind = WarningKind::certificate_invalid;
    std::optional<registry::OfficerId> officer;
};
BOOST_DESCRIBE_STRUCT(Warning, (), (kind, officer))

struct Origin {
    OriginKind kind = OriginKind::spot_check;
    std::optional<Text<1, 100>> reference;  // the draw, the plan's row, the tip's number
    std::optional<Text<1, 500>> note;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (kind, reference, note))

// The draw an inspection says it comes from, as that concerns who is inspected.
struct DrawKnown {
    registry::BureauId bureau = {};
    bool chosen = false;                         // the institution
    std::vector<std::string> certificates = {};  // of the officers it sends there; none where it names nobody
};

// An officer as he was there: the certificate that was shown.
struct Attending {
    registry::OfficerId officer;
    Text<2, 40> certificate;
    field::Date valid_until;
};
BOOST_DESCRIBE_STRUCT(Attending, (), (officer, certificate, valid_until))

// An item of the book as it stood when the visit began. `item` is "<subject>.<code>".
struct ListedItem {
    std::string item;
    Subject subject = Subject::process;
    std::string name;
    std::vector<std::string> clauses;  // of the place, the nearest first
    std::string source;
};
BOOST_DESCRIBE_STRUCT(ListedItem, (), (item, subject, name, clauses, source))

struct ItemExhibit {
    Text<1, 80> item;
    practice::Exhibit exhibit;
};
BOOST_DESCRIBE_STRUCT(ItemExhibit, (), (item, exhibit))

}  // namespace anping::inspection
