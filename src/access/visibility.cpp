// SPDX-License-Identifier: Apache-2.0
// The nearest relation decides, so the condition nests in the order of Relation: what is granted is OR-ed to all that
// comes after, what is refused is taken out of it. where() is relation() and the table, said in SQL.
#include <algorithm>

#include <anping/access/policy.hpp>

namespace anping::access {
namespace {

constexpr char const* kAlways = "1 = 1";
constexpr char const* kNever = "1 = 0";

// Builds one text with its parameters from back to front: conditions are prepended as the nesting goes outwards.
class Condition {
public:
    explicit Condition(std::string prefix) : prefix_(std::move(prefix)) {}

    // Placeholders are "?" until the order of appearance is known.
    struct Part {
        std::string text;
        db::Params params;
        bool never() const noexcept { return text.empty(); }
    };

    // `where` is an expression, or a condition with the expression in braces.
    static Part apply(std::string const& where, std::string const& comparison, db::Params params) {
        if (where.empty()) return {};
        auto const open = where.find('{');
        auto const close = where.find('}', open == std::string::npos ? 0 : open);
        auto compare = [&](std::string const& expression) {
            std::string out;
            for (char const c : comparison) out += c == '@' ? expression : std::string(1, c);
            return out;
        };
        if (open == std::string::npos || close == std::string::npos) return {compare(where), std::move(params)};
        return {where.substr(0, open) + compare(where.substr(open + 1, close - open - 1)) + where.substr(close + 1),
                std::move(params)};
    }

    static Part any(std::vector<Part> parts) {
        Part out;
        for (auto& part : parts) {
            if (part.never()) continue;
            out.text += (out.text.empty() ? "" : " OR ") + part.text;
            out.params.insert(out.params.end(), part.params.begin(), part.params.end());
        }
        return out;
    }

    void grant(Part part) {
        if (part.never() || inner_ == kAlways) return;
        if (inner_ == kNever) {
            inner_ = "(" + part.text + ")";
            params_ = std::move(part.params);
            return;
        }
        join(std::move(part), "(", ") OR ");
    }
    void refuse(Part part) {
        if (part.never() || inner_ == kNever) return;
        join(std::move(part), "(", ") IS NOT TRUE AND ");
    }
    void start(bool everyone_else) { inner_ = everyone_else ? kAlways : kNever; }

    Predicate finish() && {
        std::string text = "(";
        std::size_t count = 0;
        for (char const c : inner_) text += c == '?' ? ":" + prefix_ + std::to_string(count++) : std::string(1, c);
        return {text + ")", std::move(params_)};
    }

private:
    void join(Part part, char const* before, char const* after) {
        inner_ = before + part.text + after + "(" + inner_ + ")";
        part.params.insert(part.params.end(), params_.begin(), params_.end());
        params_ = std::move(part.params);
    }

    std::string prefix_;
    std::string inner_ = kNever;
    db::Params params_;
};

using Part = Condition::Part;

Part one_of(std::string const& column, std::vector<std::string> const& values) {
    if (values.empty()) return {};
    std::string comparison = "@ IN (";
    db::Params params;
    for (auto const& value : values) {
        comparison += params.empty() ? "?" : ", ?";
        params.emplace_back(value);
    }
    return Condition::apply(column, comparison + ")", std::move(params));
}

// First code after the subtree: "6523" -> "6524".
std::string after_prefix(std::string prefix) {
    while (!prefix.empty() && prefix.back() == '9') prefix.pop_back();
    if (prefix.empty()) return ":";  // sorts after every digit
    ++prefix.back();
    return prefix;
}

}  // namespace

Visibility::Visibility(Principal const& who, std::array<bool, 8> allowed, field::Regions const& regions)
    : allowed_(allowed) {
    if (who.role == Role::anonymous) return;
    unit_ = who.unit;
    region_ = who.region.digits;
    if (region_.empty()) return;
    authority_ = boost::describe::enum_to_string(who.authority, "");
    auto const prefix = std::string(field::subtree_prefix(who.region));
    below_until_ = after_prefix(prefix);
    for (auto const& code : regions.ancestry(who.region))
        if (code != who.region) above_.push_back(code.digits);
    if (auto const* here = regions.find(who.region); here != nullptr && here->level != field::RegionLevel::nation)
        for (auto const* other : regions.children(here->parent))
            if (other->code != who.region) beside_.push_back(other->code.digits);
}

bool Visibility::everything() const noexcept {
    return std::all_of(allowed_.begin(), allowed_.end(), [](bool b) { return b; });
}
bool Visibility::nothing() const noexcept {
    return std::none_of(allowed_.begin(), allowed_.end(), [](bool b) { return b; });
}
bool Visibility::published_only() const noexcept {
    bool const nobody = unit_.empty() && region_.empty();
    bool const nearer = std::any_of(allowed_.begin(), allowed_.begin() + static_cast<int>(Relation::stranger),
                                    [](bool allowed) { return allowed; });
    return allows(Relation::public_) && !allows(Relation::stranger) && (nobody || !nearer);
}

// What the parts of one person's condition are compared with.
class Visibility::Parts {
public:
    Parts(Visibility const& seen, Columns const& columns) : seen_(seen), columns_(columns) {}

    Part unit(std::vector<std::string> const& wanted) const {
        std::vector<Part> parts;
        if (!seen_.unit_.empty())
            for (auto const& column : wanted) parts.push_back(Condition::apply(column, "@ = ?", {seen_.unit_}));
        return Condition::any(std::move(parts));
    }
    Part same() const {
        return regional([&](auto const& column) { return Condition::apply(column, "@ = ?", {seen_.region_}); });
    }
    Part among(std::vector<std::string> const& codes) const {
        return regional([&](auto const& column) { return one_of(column, codes); });
    }
    // Codes of the subtree from ">=" (with the region itself) or ">" (without). Of a province, which is most rows there
    // are, it is asked of an expression no index on the region serves: a page is then read in its own order instead of
    // sorted out of all of them. Of less, the index finds the few.
    Part inside(std::string const& from) const {
        bool const most = seen_.below_until_.size() <= 2;
        auto const range = most ? "(@ || '') " + from + " ? AND (@ || '') < ?" : "@ " + from + " ? AND @ < ?";
        return regional(
            [&](auto const& column) { return Condition::apply(column, range, {seen_.region_, seen_.below_until_}); });
    }
    // No other region lies in it.
    bool alone() const { return seen_.below_until_ == after_prefix(seen_.region_); }

private:
    // A region counts only under the same authority.
    template <class Compare>
    Part regional(Compare const& compare) const {
        if (seen_.region_.empty()) return {};
        std::vector<Part> parts;
        parts.reserve(columns_.regions.size());
        for (auto const& column : columns_.regions) parts.push_back(compare(column));
        auto place = Condition::any(std::move(parts));
        auto authority = Condition::apply(columns_.authority, "@ = ?", {seen_.authority_});
        if (place.never() || authority.never()) return {};
        place.params.insert(place.params.begin(), authority.params.begin(), authority.params.end());
        return {authority.text + " AND (" + place.text + ")", std::move(place.params)};
    }

    Visibility const& seen_;
    Columns const& columns_;
};

Predicate Visibility::where(Columns const& columns, std::string const& prefix) const {
    Condition condition(prefix);
    Parts const parts(*this, columns);
    auto const settle = [&](Relation relation, Part part) {
        if (allows(relation)) condition.grant(std::move(part));
        else condition.refuse(std::move(part));
    };
    condition.start(allows(Relation::stranger));
    settle(Relation::public_, Condition::apply(columns.published, "@ = 1", {}));
    settle(Relation::sibling_region, parts.among(beside_));
    settle(Relation::parent_region, parts.among(above_));
    if (allows(Relation::child_region) && allows(Relation::same_region)) {
        // In one region an index on it keeps its further order.
        condition.grant(parts.alone() ? parts.same() : parts.inside(">="));
    } else {
        settle(Relation::child_region, parts.inside(">"));
        settle(Relation::same_region, parts.same());
    }
    settle(Relation::party, parts.unit(columns.parties));
    settle(Relation::own_unit, parts.unit({columns.unit}));
    return std::move(condition).finish();
}

}  // namespace anping::access
