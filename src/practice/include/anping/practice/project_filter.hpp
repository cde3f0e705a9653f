// SPDX-License-Identifier: Apache-2.0
// Which of the projects a person may see: the list, its export and the figures narrow by the same conditions.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/http/message.hpp>
#include <anping/practice/types.hpp>

namespace anping::practice {

// How the prior notice of a project stands.
enum class NoticeStanding { received, late, missing };
BOOST_DESCRIBE_ENUM(NoticeStanding, received, late, missing)

// What has been done in a project.
enum class Done { surveyed, published };
BOOST_DESCRIBE_ENUM(Done, surveyed, published)

// Each thing said narrows.
struct ProjectFilter {
    std::string text = {};                         // part of the title
    std::optional<field::RegionCode> region = {};  // it and what lies in it
    std::optional<Stage> stage = {};
    std::optional<std::string> kind = {};  // of the catalogue "statutory_kinds", or "none"
    std::optional<registry::InstitutionId> institution = {};
    std::optional<std::string> clause = {};  // of a flag that stands
    std::optional<NoticeStanding> notice = {};
    std::optional<Done> done = {};
    std::optional<field::Date> signed_from = {}, signed_until = {};    // the contract
    std::optional<field::Date> noticed_from = {}, noticed_until = {};  // days on which a notice was received
};

// As it stands in an address, and back; an error names the field.
Result<ProjectFilter> project_filter(http::Request const& request);
std::string address_of(ProjectFilter const& filter);  // "region=652301&stage=notified", without the text
// What an address may say, and what it means.
std::vector<std::pair<char const*, char const*>> const& project_filter_fields();

constexpr char const* name_of(Stage stage) {
    switch (stage) {
        case Stage::contracted: return "已签合同";
        case Stage::notified: return "已告知";
        case Stage::surveyed: return "已勘验";
        case Stage::reported: return "已提交报告";
        case Stage::reviewed: return "审核中";
        case Stage::published: return "已公开";
        case Stage::archived: return "已归档";
    }
    return "";
}

// A figure, and the filter that lists exactly what it counts.
struct Tally {
    std::string key;
    std::string name;
    std::int64_t count = 0;
    ProjectFilter filter;
};
// A division and how many notices say that somebody is on site there today.
struct SitePlace {
    field::RegionCode region;
    std::string name;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SitePlace, (), (region, name, count))

enum class TallyBy { region, stage, kind, institution, clause };

}  // namespace anping::practice
