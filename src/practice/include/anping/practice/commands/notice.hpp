// SPDX-License-Identifier: Apache-2.0
// What bureaus are told before anybody goes to a site.
#pragma once

#include <anping/practice/commands/opening.hpp>

namespace anping::practice {

// Prior notice 从业告知 (Order No. 1 of 2019, art. 19 and annex 4).
struct FileNotice {
    field::Date site_first_day;
    field::Date site_last_day;
    std::vector<registry::PersonId> members;
    Text<1, 50> contact;
    Text<3, 30> phone;
    std::optional<Text<1, 500>> reason;  // emergency, changed dates
};
BOOST_DESCRIBE_STRUCT(FileNotice, (), (site_first_day, site_last_day, members, contact, phone, reason))

// A project as a notice describes it whose institution has recorded nothing here itself.
struct NoticedProject {
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    Text<2, 100> title;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<1, 200> site;
    field::Scope scope;
    bool statutory = true;
    Text<1, 60> statutory_kind;
    Text<1, 60> service_type;
};
BOOST_DESCRIBE_STRUCT(NoticedProject, (),
                      (institution, enterprise, title, region, authority, site, scope, statutory, statutory_kind,
                       service_type))

// A notice on paper, by telephone and so on, entered by the clerk who received it: of a project known here, or of one
// it is the first to tell of.
struct EnterNotice {
    std::optional<ProjectId> project;
    std::optional<NoticedProject> described;
    Channel channel = Channel::paper;
    field::Date received_on;
    field::Date site_first_day;
    field::Date site_last_day;
    Text<1, 500> people;  // as the notice names them
    Text<1, 50> contact;
    Text<3, 30> phone;
    std::optional<Text<1, 500>> reason;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(EnterNotice, (),
                      (project, described, channel, received_on, site_first_day, site_last_day, people, contact, phone,
                       reason, files))

// What has changed since; a material change asks for a new notice besides (XJ-13a).
struct AmendNotice {
    NoticeId notice;
    std::optional<field::Date> site_first_day;
    std::optional<field::Date> site_last_day;
    std::optional<std::vector<registry::PersonId>> members;
    std::optional<Text<1, 50>> contact;
    std::optional<Text<3, 30>> phone;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(AmendNotice, (), (notice, site_first_day, site_last_day, members, contact, phone, reason))

}  // namespace anping::practice
