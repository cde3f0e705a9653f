// SPDX-License-Identifier: Apache-2.0
// Who is supervised and who supervises: institutions, their people, enterprises, bureaus.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/field/identifiers.hpp>
#include <anping/field/region.hpp>
#include <anping/field/scope.hpp>

namespace anping::registry {

struct InstitutionTag {
    static constexpr char const* name = "机构";
};
struct PersonTag {
    static constexpr char const* name = "人员";
};
struct EnterpriseTag {
    static constexpr char const* name = "企业";
};
struct BureauTag {
    static constexpr char const* name = "应急管理部门";
};
struct BranchTag {
    static constexpr char const* name = "分支机构";
};
struct CredentialTag {
    static constexpr char const* name = "证件";
};
struct InstrumentTag {
    static constexpr char const* name = "仪器设备";
};
struct ExpertTag {
    static constexpr char const* name = "专家";
};
using InstitutionId = Id<InstitutionTag>;
using PersonId = Id<PersonTag>;
using EnterpriseId = Id<EnterpriseTag>;
using BureauId = Id<BureauTag>;
using BranchId = Id<BranchTag>;
using CredentialId = Id<CredentialTag>;
using InstrumentId = Id<InstrumentTag>;
using ExpertId = Id<ExpertTag>;

enum class InstitutionKind { assessment, testing };
BOOST_DESCRIBE_ENUM(InstitutionKind, assessment, testing)

// What shows that somebody is able: assessor's certificate, safety engineer's registration, professional title, degree.
enum class CredentialKind { assessor, engineer, title, degree };
BOOST_DESCRIBE_ENUM(CredentialKind, assessor, engineer, title, degree)

// Assessors have levels; engineers and titles are senior, middle or junior; the rest are degrees.
enum class Grade { level1, level2, level3, senior, middle, junior, doctor, master, bachelor, college };
BOOST_DESCRIBE_ENUM(Grade, level1, level2, level3, senior, middle, junior, doctor, master, bachelor, college)

constexpr bool grade_of(CredentialKind kind, Grade grade) noexcept {
    switch (kind) {
        case CredentialKind::assessor: return grade <= Grade::level3;
        case CredentialKind::engineer:
        case CredentialKind::title: return grade >= Grade::senior && grade <= Grade::junior;
        case CredentialKind::degree: return grade >= Grade::doctor;
    }
    return false;
}

// What the platform that keeps the credential said when it was asked (QHD-11).
enum class VerificationResult { confirmed, not_found, differs, unavailable };
BOOST_DESCRIBE_ENUM(VerificationResult, confirmed, not_found, differs, unavailable)

// 劳动合同 or 劳务合同: the first fact of whether somebody works there full-time (XJ-2b).
enum class EmploymentKind { labour, service };
BOOST_DESCRIBE_ENUM(EmploymentKind, labour, service)

// Which level of government supervises an enterprise.
enum class SupervisionLevel { province, prefecture, county, town };
BOOST_DESCRIBE_ENUM(SupervisionLevel, province, prefecture, county, town)

// Decimal degrees, WGS-84, as text: nothing hashed holds floats.
struct Position {
    Text<1, 20> latitude;
    Text<1, 20> longitude;
};
BOOST_DESCRIBE_STRUCT(Position, (), (latitude, longitude))

// The certificate as recognised: number, scopes, days of validity (both included).
struct Qualification {
    Text<1, 40> certificate;
    std::vector<field::Scope> scopes;
    field::Date valid_from;
    field::Date valid_until;

    bool covers(field::Scope const& scope) const noexcept { return std::ranges::find(scopes, scope) != scopes.end(); }
    bool valid_on(field::Date date) const noexcept { return valid_from <= date && date <= valid_until; }
};
BOOST_DESCRIBE_STRUCT(Qualification, (), (certificate, scopes, valid_from, valid_until))

// Bureaus are not registered: every division has one, and beside it the Corps' where there is one.
inline BureauId bureau_of(field::RegionCode const& region, field::Authority authority) {
    return {"B-" + region.digits + (authority == field::Authority::corps ? "-C" : "")};
}

inline field::RegionCode region_of(BureauId const& bureau) {
    return {bureau.text.size() < 8 ? "000000" : bureau.text.substr(2, 6)};
}

}  // namespace anping::registry
