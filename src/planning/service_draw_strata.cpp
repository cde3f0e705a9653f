// SPDX-License-Identifier: Apache-2.0
#include "service_draw_strata.hpp"

#include <functional>
#include <map>
#include <set>

#include "errors.hpp"
#include "queries_key_list.hpp"
#include "rules_bureau_checks.hpp"
#include "rules_draw_strata.hpp"

namespace anping::planning {
namespace {

using Fact = std::function<std::string(registry::InstitutionId const&)>;

char const* kind_name(registry::InstitutionKind kind) {
    return kind == registry::InstitutionKind::assessment ? "安全评价机构" : "安全生产检测检验机构";
}

Fact of_register(registry::Directory const& directory, db::Session& session,
                 std::function<std::string(registry::InstitutionView const&)> says) {
    return [&directory, &session, says = std::move(says)](registry::InstitutionId const& id) {
        auto const found = directory.institution(session, id);
        return found ? says(*found) : std::string("不在登记中");
    };
}

Fact watched(db::Session& session, rulebook::Place const& place, field::Date today) {
    std::set<registry::InstitutionId> listed;
    for (auto const& [institution, trigger] : queries::listed_on(session, place, today)) listed.insert(institution);
    return [listed = std::move(listed)](registry::InstitutionId const& id) {
        return listed.contains(id) ? "重点监督检查对象" : "其他对象";
    };
}

Fact by_sheet(draw::Listed<PlacedIn> const& placed) {
    std::map<registry::InstitutionId, std::string> known;
    for (auto const& one : placed) known.emplace(one.institution, one.stratum.value);
    return [known = std::move(known)](registry::InstitutionId const& id) {
        auto const found = known.find(id);
        return found == known.end() ? std::string(kNotPlaced) : found->second;
    };
}

// Of bureaus the register knows their place and no more.
Result<Fact> fact_of_bureaus(std::shared_ptr<rulebook::Law const> const& law, access::Principal const& who,
                             SplitAsked const& asked) {
    switch (asked.by) {
        case SplitBy::region:
            return Fact([law, own = who.region](registry::InstitutionId const& id) {
                return by_home(law->regions(), own, registry::region_of({id.text}));
            });
        case SplitBy::kind:
            return Fact([law](registry::InstitutionId const& id) { return by_level(law->regions(), {id.text}); });
        case SplitBy::sheet: return by_sheet(asked.placed);
        case SplitBy::grade:
        case SplitBy::key_list: break;
    }
    return wrong_field(asked.field, "bureaus", "抽取部门的，按登记地、层级或者表格的一列分层");
}

Result<Fact> fact_of(Service::With const& from, db::Session& session, access::Principal const& who,
                     SplitAsked const& asked, field::Date today) {
    if (asked.scope == DrawScope::bureaus) return fact_of_bureaus(from.law(), who, asked);
    rulebook::Place const place{who.region, who.authority};
    switch (asked.by) {
        case SplitBy::grade:
            return Fact([&from, &session, place](registry::InstitutionId const& id) {
                return by_grade(from.rating ? from.rating(session, id, place) : std::nullopt);
            });
        case SplitBy::region:
            return of_register(from.directory, session, [law = from.law(), who](registry::InstitutionView const& one) {
                return by_home(law->regions(), who.region, one.region);
            });
        case SplitBy::kind:
            return of_register(from.directory, session,
                               [](registry::InstitutionView const& one) { return kind_name(one.kind); });
        case SplitBy::key_list: return watched(session, place, today);
        case SplitBy::sheet: break;
    }
    return by_sheet(asked.placed);
}

std::vector<Callable> callable(registry::Directory const& directory, db::Session& session,
                               std::vector<CandidateView> const& candidates) {
    std::vector<Callable> out;
    out.reserve(candidates.size());
    for (auto const& one : candidates) {
        auto const known = directory.institution(session, one.institution);
        out.push_back({one.institution, one.name, known ? known->credit_code.text : ""});
    }
    return out;
}

}  // namespace

Result<void> put_strata(Service::With const& from, db::Session& session, access::Principal const& who,
                        SplitAsked const& asked, field::Date today, std::vector<Listed>& to) {
    auto const fact = fact_of(from, session, who, asked, today);
    if (!fact) return unexpected<Error>(fact.error());
    for (auto& one : to) one.stratum = (*fact)(one.institution);
    return {};
}

Result<StrataPreview> Service::strata(db::Session& session, access::Principal const& who, AskStrata const& in,
                                      SheetGiven const& sheet, field::Date today) const {
    if (in.scope == DrawScope::served && !in.since) return wrong_field("/since", "required", "请写明从哪天起");
    StrataPreview out;
    auto const all = candidates(session, who, in.scope, in.since, today);
    out.placed = in.placed;
    if (sheet.table) {
        auto const taken = documents::take_in(placing_fields(in.column), *sheet.table);
        if (!taken) return unexpected<Error>(taken.error());
        auto read = read_placed(*taken, callable(with_.directory, session, all));
        out = {{}, std::move(read.placed), taken->ignored, std::move(read.problems), sheet.sm3};
        if (in.column) out.columns.insert(out.columns.begin(), in.column->value);
    }
    std::set<registry::InstitutionId> const left_out(in.left_out.begin(), in.left_out.end());
    std::vector<Listed> listed;
    for (auto const& one : all)
        if (!left_out.contains(one.institution)) listed.push_back({one.institution, one.name});
    if (auto fine = put_strata(with_, session, who, {in.scope, in.by, out.placed, "/by"}, today, listed); !fine)
        return unexpected<Error>(std::move(fine.error()));
    StratumSizes sizes;
    for (auto const& one : listed) ++sizes[one.stratum];
    out.strata = proposed(sizes, in.take, in.reserve);
    return out;
}

}  // namespace anping::planning
