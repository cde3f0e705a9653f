// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::registry::queries {
namespace {

using OptionalDate = std::optional<field::Date>;
using OptionalText = std::optional<std::string>;

constexpr int kSoon = 90;  // days before the end that somebody is reminded

// Everybody's contracts and credentials, by person.
Workforce read_workforce(db::Session& session, InstitutionId const& institution) {
    Workforce out;
    std::map<std::string, std::size_t> at;
    session.each<PersonId>("SELECT id FROM registry_person WHERE institution = :institution ORDER BY id", {institution},
                           [&](auto id) {
                               at.emplace(id.text, out.size());
                               out.push_back({std::move(id), {}, {}});
                           });
    session.each<std::string, CredentialKind, Grade, std::string, OptionalDate, OptionalDate>(
        "SELECT person, kind, grade, specialty, valid_from, valid_until FROM registry_credential WHERE institution = "
        ":institution AND replaced_by IS NULL ORDER BY id",
        {institution}, [&](auto person, auto kind, auto grade, auto specialty, auto from, auto until) {
            if (auto const found = at.find(person); found != at.end())
                out[found->second].credentials.push_back({kind, grade, std::move(specialty), {from, until}});
        });
    session.each<std::string, bool, std::optional<BranchId>, field::Date, OptionalDate>(
        "SELECT person, full_time, branch, starts_on, ends_on FROM registry_employment WHERE institution = "
        ":institution ORDER BY person, starts_on",
        {institution}, [&](auto person, auto full_time, auto branch, auto from, auto until) {
            if (auto const found = at.find(person); found != at.end())
                out[found->second].employments.push_back({std::move(branch), full_time, {from, until}});
        });
    // What began before the register did is not held against anybody: without a contract one counts as employed.
    for (auto& worker : out)
        if (worker.employments.empty()) worker.employments.push_back({});
    return out;
}

// Credentials whose number stands for somebody else who works somewhere today.
std::set<std::string> duplicates(db::Session& session, InstitutionId const& institution, field::Date today) {
    std::set<std::string> out;
    session.each<std::string>(
        "SELECT c.id FROM registry_credential c WHERE c.institution = :institution AND c.replaced_by IS NULL AND "
        "EXISTS (SELECT 1 FROM registry_credential o WHERE o.number = c.number AND o.kind = c.kind AND o.person <> "
        "c.person AND o.replaced_by IS NULL AND (NOT EXISTS (SELECT 1 FROM registry_employment e WHERE e.person = "
        "o.person) OR EXISTS (SELECT 1 FROM registry_employment e WHERE e.person = o.person AND (e.ends_on IS NULL OR "
        "e.ends_on >= :today))))",
        {institution, db::sql(today)}, [&](auto id) { out.insert(std::move(id)); });
    return out;
}

std::map<std::string, std::vector<VerificationView>> verifications(db::Session& session,
                                                                   InstitutionId const& institution) {
    std::map<std::string, std::vector<VerificationView>> out;
    session.each<std::string, std::string, VerificationResult, field::Date, OptionalText, std::string, Timestamp>(
        "SELECT credential, platform, result, asked_on, note, unit, recorded_at FROM registry_verification WHERE "
        "institution = :institution ORDER BY entry DESC",
        {institution}, [&](auto credential, auto platform, auto result, auto on, auto note, auto unit, auto at) {
            auto name = unit;
            out[credential].push_back(
                {std::move(platform), result, on, std::move(note), std::move(unit), std::move(name), at});
        });
    return out;
}

void add_remarks(StaffView& view, std::vector<CredentialView const*> const& held, field::Date today) {
    std::set<PersonRemark> remarks;
    bool assessor = false;
    for (auto const* one : held) {
        if (one->duplicate) remarks.insert(PersonRemark::duplicate_number);
        if (one->kind == CredentialKind::assessor) assessor = true;
        if (one->verifications.empty()) remarks.insert(PersonRemark::unverified);
        if (!one->valid_until) continue;
        if (*one->valid_until < today) remarks.insert(PersonRemark::expired);
        else if (*one->valid_until < today + kSoon) remarks.insert(PersonRemark::expiring);
    }
    if (!view.employed) remarks.insert(PersonRemark::not_employed);
    if (!assessor) remarks.erase(PersonRemark::unverified);
    view.remarks = {remarks.begin(), remarks.end()};
}

}  // namespace

Workforce workforce(db::Session& session, InstitutionId const& institution) {
    return read_workforce(session, institution);
}

std::vector<CredentialView> credentials(db::Session& session, InstitutionId const& institution, field::Date today) {
    auto const twice = duplicates(session, institution, today);
    auto asked = verifications(session, institution);
    std::vector<CredentialView> out;
    session.each<CredentialId, PersonId, CredentialKind, std::optional<Grade>, std::string, OptionalText, OptionalDate,
                 OptionalDate, Timestamp>(
        "SELECT id, person, kind, grade, specialty, number, valid_from, valid_until, recorded_at FROM "
        "registry_credential WHERE institution = :institution AND replaced_by IS NULL ORDER BY person, id",
        {institution},
        [&](auto id, auto person, auto kind, auto grade, auto specialty, auto number, auto from, auto until, auto at) {
            bool const duplicate = twice.contains(id.text);
            auto verified = std::move(asked[id.text]);
            out.push_back({std::move(id), std::move(person), kind, grade, std::move(specialty), std::move(number), from,
                           until, at, duplicate, std::move(verified)});
        });
    return out;
}

std::vector<StaffView> staff_of(db::Session& session, InstitutionId const& institution, field::Date today,
                                ledger::Personal const& personal) {
    std::map<std::string, std::vector<CredentialView const*>> held;
    auto const all = credentials(session, institution, today);
    for (auto const& one : all) held[one.person.text].push_back(&one);
    std::map<std::string, Worker> workers;
    for (auto& worker : read_workforce(session, institution)) workers.emplace(worker.person.text, std::move(worker));
    std::set<std::string> with_contract;
    session.each<std::string>("SELECT DISTINCT person FROM registry_employment WHERE institution = :institution",
                              {institution}, [&](auto person) { with_contract.insert(std::move(person)); });
    std::vector<StaffView> out;
    for (auto& person : people(session, institution, personal)) {
        StaffView view;
        view.id = person.id;
        view.name = std::move(person.name);
        view.level = person.level;
        view.specialty = std::move(person.specialty);
        view.certificate = std::move(person.certificate);
        view.certificate_until = person.certificate_until;
        auto const& worker = workers.at(person.id.text);
        std::set<std::string> specialties;
        for (auto const& one : worker.credentials)
            if (one.valid.has(today)) specialties.insert(one.specialty);
        view.specialties = {specialties.begin(), specialties.end()};
        view.contract_recorded = with_contract.contains(person.id.text);
        // The contract of today, or the last there was.
        auto const& contracts = worker.employments;
        auto const now = std::ranges::find_if(contracts, [&](Employed const& one) { return one.days.has(today); });
        auto const& shown = now == contracts.end() ? contracts.back() : *now;
        view.employed = now != contracts.end();
        view.full_time = shown.full_time;
        if (shown.branch) view.branch = shown.branch->text;
        view.employed_from = shown.days.from;
        view.employed_until = shown.days.until;
        add_remarks(view, held[view.id.text], today);
        out.push_back(std::move(view));
    }
    return out;
}

std::vector<BranchView> branches(db::Session& session, InstitutionId const& institution, field::Date today,
                                 field::Regions const& regions) {
    std::vector<BranchView> out;
    session.each<BranchId, std::string, field::RegionCode, std::string, std::string, field::Date, std::int64_t>(
        "SELECT b.id, b.name, b.region, b.address, b.phone, b.registered_on, (SELECT count(DISTINCT e.person) FROM "
        "registry_employment e WHERE e.branch = b.id AND e.starts_on <= :from AND (e.ends_on IS NULL OR e.ends_on >= "
        ":until)) FROM registry_branch b WHERE b.institution = :institution ORDER BY b.id",
        {db::sql(today), db::sql(today), institution},
        [&](auto id, auto name, auto region, auto address, auto phone, auto on, auto people) {
            auto full = regions.full_name(region);
            out.push_back({std::move(id), std::move(name), std::move(region), std::move(full), std::move(address),
                           std::move(phone), on, people});
        });
    return out;
}

std::optional<PersonId> holder(db::Session& session, InstitutionId const& institution, CredentialId const& credential) {
    auto row = session.one<PersonId>(
        "SELECT person FROM registry_credential WHERE id = :id AND institution = :institution AND replaced_by IS NULL",
        {credential, institution});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

bool has_person(db::Session& session, InstitutionId const& institution, PersonId const& person) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM registry_person WHERE id = :id AND institution = :institution",
               {person, institution}) > 0;
}

bool has_branch(db::Session& session, InstitutionId const& institution, BranchId const& branch) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM registry_branch WHERE id = :id AND institution = :institution",
               {branch, institution}) > 0;
}

}  // namespace anping::registry::queries
