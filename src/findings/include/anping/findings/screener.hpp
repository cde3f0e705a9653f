// SPDX-License-Identifier: Apache-2.0
// Screens filed reports one after another, in the order of filing, beside the requests of a serving process.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include <anping/db/pool.hpp>
#include <anping/findings/types.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/picture/fingerprint.hpp>
#include <anping/practice/projects.hpp>
#include <anping/practice/reports.hpp>
#include <anping/registry/inventory.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/document.hpp>
#include <anping/vault/vault.hpp>

namespace anping::findings {

// What is being done now; for whoever waits.
struct Progress {
    std::optional<practice::ReportId> report;
    std::string step;  // "reading", "comparing"
};

class Screener {
public:
    struct With {
        practice::Reports const& reports;
        practice::Projects const& projects;
        vault::Vault& vault;
        ledger::Writer& writer;
        db::Pool& pool;
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        std::string directory;  // of the texts and photos it compares with; screen-worker processes read it too
        // Where it asks such processes about segments of how many reports and more; see SegmentJobs.
        std::optional<std::pair<db::Address, std::int64_t>> jobs;
        // What a file of the vault says; its figures are left in the folder, which is there and empty.
        std::function<Result<vault::Document>(std::string const& sm3, std::string const& folder)> read;
        // What a picture looks like, and whether two are one photo.
        std::function<Result<picture::Facts>(std::string const& path)> look;
        std::function<Result<picture::Likeness>(std::string const& one, std::string const& other)> compare;
        std::shared_ptr<registry::Inventory const> registry;
    };
    explicit Screener(With with);
    ~Screener();
    Screener(Screener const&) = delete;
    Screener& operator=(Screener const&) = delete;

    // One thread calls it. Screens the next report; false when none waits. An error is the machine's (a disk that is
    // full): the report keeps its turn. Of a report that cannot be read that is recorded, with the reason.
    Result<bool> next();
    // Thread-safe.
    Progress progress() const;
    // Reports that wait for their turn or are being screened; none: all that screenings wrote is acknowledged.
    std::int64_t waiting(db::Session& session) const;

private:
    struct Desk;
    struct Screened;
    With const with_;
    std::unique_ptr<Desk> desk_;
    mutable std::mutex mutex_;
    Progress progress_;

    // Nothing: none waits.
    Result<std::optional<practice::FiledReport>> whose_turn();
    // What is no matter of shared text: leftovers, numbers, schedules.
    void look_through(db::Session& session, practice::FiledReport const& report, vault::Document const& document,
                      rulebook::Law const& law, Screened& out);
    // Of two files of the vault; nothing when they cannot be compared.
    std::optional<picture::Likeness> likeness(std::string const& one, std::string const& other) const;
    // Its photos against those of all others: no session is held while they are looked at.
    Result<void> see(practice::FiledReport const& report, vault::Document const& document, Screened& out);
    Result<void> hold_against(practice::FiledReport const& report, vault::Document const& document, Screened& out);
    // Reading may take minutes: no session is held meanwhile.
    Result<void> screen(practice::FiledReport const& report);
    void say(std::optional<practice::ReportId> report, std::string step);
};

}  // namespace anping::findings
