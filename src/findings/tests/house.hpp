// SPDX-License-Identifier: Apache-2.0
// Two institutions with a project each, their reports as plain text, and a screener whose reader is a table.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <random>

#include <anping/findings/projection.hpp>
#include <anping/findings/screener.hpp>
#include <anping/findings/service.hpp>
#include <anping/practice/testing.hpp>

namespace anping::findings::testing {

using access::Role;

class House {
public:
    explicit House(db::Backend backend)
        : practice(backend, practice::testing::books(ANPING_SOURCE_DIR "/rulebooks"), {rows_.get()}) {}

    std::unique_ptr<Screener> screener() {
        return std::make_unique<Screener>(
            Screener::With{practice.service, practice.service, practice.vault, practice.writer, practice.pool,
                           [this] { return practice.law; }, practice.folder.path + "/corpus", jobs,
                           [this](std::string const& sm3, std::string const& folder) -> Result<vault::Document> {
                               ++reads;
                               if (machine_fails) return fail(ErrorCode::unavailable, "vault.unavailable", "full");
                               auto document = texts.at(sm3);
                               for (auto const& figure : document.figures)
                                   std::ofstream(folder + "/" + figure.file) << figures.at(figure.file);
                               return document;
                           },
                           [this](std::string const& path) -> Result<picture::Facts> {
                               ++looks;
                               return seen.at(bytes_of(path));
                           },
                           [this](std::string const& one, std::string const& other) -> Result<picture::Likeness> {
                               return alike.at({bytes_of(one), bytes_of(other)});
                           },
                           registry::make_inventory()});
    }

    // Text nobody else has.
    std::string original(std::size_t characters) {
        std::string out;
        for (std::size_t i = 0; i < characters; ++i) {
            auto const point = static_cast<char32_t>(0x4e00 + random() % 2500);
            out += static_cast<char>(0xE0 | (point >> 12));
            out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
            out += static_cast<char>(0x80 | (point & 0x3F));
        }
        return out;
    }

    // Who writes reports: the institution, and a second one.
    struct Author {
        access::Principal leader;
        std::vector<registry::PersonId> people;
        registry::EnterpriseId enterprise;
    };
    Author ours() const { return {practice.leader(), practice.people, practice.enterprise}; }
    Author theirs() {
        Author out{practice.of_institution(Role::project_leader, "A-other"), {}, {}};
        out.leader.unit = practice.add_institution("91650100MA77P2FR42", "天池安评", "650000").text;
        for (auto const* name : {"李组长", "周评价"})
            out.people.push_back(practice.add_person({out.leader.unit}, name));
        out.enterprise = practice.add_enterprise("91650100MA776KGPXA", "阜康化工", "652302");
        return out;
    }

    // Of a scope the book has no list of criteria for: texts by chance go through none.
    practice::ProjectId open(Author const& author, std::string const& region = "652301",
                             std::string const& scope = "assess.4") {
        auto in = practice.contract();
        in.enterprise = author.enterprise;
        in.region = {region};
        in.scope = {scope};
        in.leader = author.people[0];
        in.contract.number = {"HT-" + std::to_string(++count_)};
        return {practice.done(author.leader, practice.service.open_project(author.leader, in)).id};
    }
    practice::ReportId file(Author const& author, practice::ProjectId const& project, vault::Document document) {
        document.media_type = "text/plain";
        auto const name = "report-" + std::to_string(++count_) + ".txt";
        practice::FileReport in{{"安全现状评价报告"}, {"符合要求"}, {author.people[1]}, {}};
        in.upload = practice.upload(author.leader, name, document.text + name);
        practice.done(author.leader, practice.service.file_report(author.leader, project, in));
        auto lease = practice.pool.lease();
        auto const reports = practice.service.project(*lease, project).value().reports;
        auto const newest = std::ranges::max_element(reports, {}, &practice::ReportView::edition);
        texts[newest->file.blob.sm3] = std::move(document);
        return newest->id;
    }
    practice::ReportId file(Author const& author, practice::ProjectId const& project, std::string text) {
        vault::Document document;
        document.text = std::move(text);
        return file(author, project, std::move(document));
    }

private:
    static std::string bytes_of(std::string const& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::unique_ptr<ledger::Projection> rows_ = make_projection();
    int count_ = 0;

public:
    practice::testing::House practice;
    std::map<std::string, vault::Document> texts;
    // Files that a document's figures name; what their bytes look like, and how far two of them agree.
    std::map<std::string, std::string> figures;
    std::map<std::string, picture::Facts> seen;
    std::map<std::pair<std::string, std::string>, picture::Likeness> alike;
    bool machine_fails = false;
    std::optional<std::pair<db::Address, std::int64_t>> jobs;
    int reads = 0, looks = 0;
    std::mt19937 random{20261128};
};

}  // namespace anping::findings::testing
