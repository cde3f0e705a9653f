// SPDX-License-Identifier: Apache-2.0
#include <anping/findings/screener.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>

#include <anping/base/json.hpp>
#include <anping/base/log.hpp>
#include <anping/field/date.hpp>
#include <anping/findings/segment_jobs.hpp>

#include "acts.hpp"
#include "comparison.hpp"
#include "detection.hpp"
#include "errors.hpp"
#include "lists.hpp"
#include "numbers.hpp"
#include "picture_findings.hpp"
#include "readings.hpp"
#include "registered_names.hpp"
#include "schedule.hpp"
#include "series_shelf.hpp"

namespace anping::findings {
namespace {

namespace fs = std::filesystem;

ledger::Actor const kPlatform{"", "system", "", ""};

json::object const* detectors_of(rulebook::Law const& law, practice::FiledReport const& report) {
    return law.catalogue("detectors", {report.target.region, report.target.authority},
                         field::beijing_date(report.filed_at));
}

std::string engine() { return fmt::format("anping forensics, folding {}", text::kFoldVersion); }

// Bytes as a file of the vault; its SM3.
Result<std::string> kept(vault::Vault& vault, std::string const& directory, std::string_view bytes) {
    auto const path = directory + "/to-keep";
    {
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file.flush()) return disk_failed(path);
    }
    auto const blob = vault.put(path);
    if (!blob) return unexpected<Error>(blob.error());
    return blob->sm3;
}

ReportScreened screened(practice::FiledReport const& report) {
    ReportScreened out;
    out.project = report.project;
    out.institution = report.institution;
    out.region = report.target.region;
    out.authority = report.target.authority;
    out.filed_entry = report.entry;
    out.file = report.blob.sm3;
    out.engine = engine();
    return out;
}

std::vector<ledger::Event> events_of(practice::FiledReport const& report, ReportScreened const& screening,
                                     std::vector<Compared::Found> const& found, std::int64_t seq) {
    std::vector<ledger::Event> out{ledger::event(report.id.text, screening)};
    out.reserve(1 + found.size());
    for (auto const& one : found)
        out.push_back(ledger::event(fmt::format("XS-{:08}", ++seq),
                                    FindingRaised{report.id, report.project, report.institution, screening.region,
                                                  screening.authority, one.finding, one.source, one.exhibit_sm3}));
    return out;
}

// Longer lists than this are not read again.
template <class T>
void cut(std::vector<T>& list) {
    if (list.size() > Codec<std::vector<T>>::kMax) list.resize(Codec<std::vector<T>>::kMax);
}

void cut_lists(Compared::Found& found) {
    cut(found.finding.where);
    if (!found.exhibit || !found.exhibit->plot) return;
    cut(found.exhibit->plot->labels);
    for (auto& line : found.exhibit->plot->lines) cut(line.values);
}

Result<void> keep_exhibits(vault::Vault& vault, std::string const& directory, std::vector<Compared::Found>& found) {
    for (auto& one : found) {
        cut_lists(one);
        if (!one.exhibit) continue;
        auto sm3 = kept(vault, directory, canonical(to_json(*one.exhibit)));
        if (!sm3) return unexpected<Error>(std::move(sm3.error()));
        one.exhibit_sm3 = std::move(*sm3);
    }
    return {};
}

// Whether somebody has acted on this already: it stands as it was decided, or is being answered.
bool acted_on(Compared::Found const& found, std::vector<queries::Raised> const& before) {
    return std::ranges::any_of(before, [&](queries::Raised const& one) {
        auto const& event = one.event;
        if (one.state == FindingState::open || event.finding.detector != found.finding.detector) return false;
        if (event.source.has_value() != found.source.has_value()) return false;
        return event.source ? event.source->report == found.source->report : event.finding.words == found.finding.words;
    });
}

}  // namespace

struct Screener::Screened {
    ReportScreened event;
    std::vector<Compared::Found> found;
    std::vector<Compared::Found> of_photos;
    std::vector<forensics::Series> series;  // of the report
};

struct Screener::Desk {
    explicit Desk(With const& given)
        : with(given),
          shelves(given.directory),
          photos(fs::path(given.directory) / "photos"),
          folder(fs::path(given.directory) / "figures"),
          series(given.directory + "/series"),
          names(*given.registry) {
        if (with.jobs) jobs.emplace(with.jobs->first, with.jobs->second);
    }

    Result<void> open(db::Session& session);
    std::vector<Compared::Found> in_numbers(db::Session& session, practice::FiledReport const& report,
                                            forensics::Measurements const& measured, json::object const* detectors);

    With const& with;
    Shelves shelves;
    PhotoShelf photos;
    fs::path folder;  // of the figures of the report that is screened
    SeriesShelf series;
    RegisteredNames names;
    forensics::Search search;
    std::optional<SegmentJobs> jobs;
    forensics::InSegments in_segments() {
        if (!jobs) return {};
        return [this](auto& asked, auto const& question, auto const& segments) {
            return jobs->in(asked, question, segments);
        };
    }
    bool is_open = false;
};

Result<void> Screener::Desk::open(db::Session& session) {
    if (is_open) return {};
    Readings const readings(with.vault);
    auto opened = shelves.open(session, [&](std::string const& sm3) { return readings.text(sm3); });
    if (!opened) return opened;
    opened = series.open(queries::readings(session), [&](SeriesShelf::Reading const& one) {
        return readings.document(one.second).map([&](vault::Document&& document) {
            auto const report = with.reports.report(session, one.first);
            return report ? measured(*report, document).series : std::vector<forensics::Series>();
        });
    });
    if (opened)
        opened = photos.open(session, {[&](std::string const& sm3) { return readings.album(sm3); },
                                       [&](practice::ReportId const& of) { return with.reports.report(session, of); }});
    is_open = opened.has_value();
    return opened;
}

std::vector<Compared::Found> Screener::Desk::in_numbers(db::Session& session, practice::FiledReport const& report,
                                                        forensics::Measurements const& measured,
                                                        json::object const* detectors) {
    return found_in_numbers(report, measured,
                            {with.registry->instruments(session, report.institution), series.index(),
                             [&](practice::ReportId const& of) { return with.reports.report(session, of); }},
                            detectors);
}

Screener::Screener(With with) : with_(std::move(with)), desk_(std::make_unique<Desk>(with_)) {}
Screener::~Screener() = default;

Progress Screener::progress() const {
    std::lock_guard const lock(mutex_);
    return progress_;
}

std::int64_t Screener::waiting(db::Session& session) const {
    auto const waiting = with_.reports.filed_between(session, queries::screened_until(session),
                                                     std::numeric_limits<std::int64_t>::max()) +
                         queries::count_asked_again(session);
    // What is written already is not acknowledged yet.
    return waiting == 0 && progress().report ? 1 : waiting;
}

void Screener::say(std::optional<practice::ReportId> report, std::string step) {
    std::lock_guard const lock(mutex_);
    progress_ = {std::move(report), std::move(step)};
}

Result<std::optional<practice::FiledReport>> Screener::whose_turn() {
    auto lease = with_.pool.lease();
    if (auto opened = desk_->open(*lease); !opened) return unexpected<Error>(std::move(opened.error()));
    if (auto const again = queries::asked_again(*lease))
        if (auto report = with_.reports.report(*lease, *again)) return report;
    auto waiting = with_.reports.filed_after(*lease, queries::screened_until(*lease), 1);
    if (waiting.empty()) return std::nullopt;
    return std::move(waiting.front());
}

Result<bool> Screener::next() {
    auto const report = whose_turn();
    if (!report) return unexpected<Error>(report.error());
    if (!*report) return false;
    auto done = screen(**report);
    say({}, {});
    if (!done) return unexpected<Error>(std::move(done.error()));
    return true;
}

void Screener::look_through(db::Session& session, practice::FiledReport const& report, vault::Document const& document,
                            rulebook::Law const& law, Screened& out) {
    auto const* detectors = detectors_of(law, report);
    auto const project = with_.reports.project(session, report.project);
    auto const lists = project ? lists_of(law, report, *project) : Lists();
    auto known = with_lists(project ? known_of(report, *project) : forensics::Known(), lists);
    known.registry = desk_->names.compiled(session);
    auto detected = detect(std::move(known), document, detectors);
    tell_lists(detected, lists);
    std::ranges::move(detected, std::back_inserter(out.found));
    auto measures = measured(report, document);
    std::ranges::move(desk_->in_numbers(session, report, measures, detectors), std::back_inserter(out.found));
    out.series = std::move(measures.series);
    out.event.uses = uses_in(document);
    std::ranges::move(schedules(session, with_.projects, report, *out.event.uses, law), std::back_inserter(out.found));
}

Result<void> Screener::see(practice::FiledReport const& report, vault::Document const& document, Screened& out) {
    auto const law = with_.law();
    rulebook::Place const place{out.event.region, out.event.authority};
    auto const day = field::beijing_date(report.filed_at);
    auto const settings = photo_settings(law->catalogue("detector_settings", place, day));
    auto project = with_.reports.project(*with_.pool.lease(), report.project);
    auto const* const of = project ? &*project : nullptr;
    auto const album = album_of(with_.vault, with_.look, document, desk_->folder.string(), of, settings);
    if (!album) return unexpected<Error>(album.error());
    if (album->shots.empty()) return {};
    auto sm3 = kept(with_.vault, with_.directory, canonical(to_json(*album)));
    if (!sm3) return unexpected<Error>(std::move(sm3.error()));
    out.event.album = std::move(*sm3);
    PictureSources const sources{
        [&](practice::ReportId const& id) { return with_.reports.report(*with_.pool.lease(), id); },
        [&](std::string const& one, std::string const& other) { return likeness(one, other); }};
    out.of_photos = reused(desk_->photos, report, *album, settings, sources);
    auto visit = visit_of(of, settings);
    if (auto const last = last_day_there(*with_.pool.lease(), report.project); last && visit.last)
        visit.last = std::max(*visit.last, *last);
    std::ranges::move(claimed(report, *album, visit, settings), std::back_inserter(out.of_photos));
    auto const* detectors = law->catalogue("detectors", place, day);
    std::erase_if(out.of_photos, [&](auto const& one) {
        return rulebook::catalogue_item(detectors, one.finding.detector) == nullptr;
    });
    return desk_->photos.put(report, *album);
}

std::optional<picture::Likeness> Screener::likeness(std::string const& one, std::string const& other) const {
    auto const first = with_.vault.path_of(one), second = with_.vault.path_of(other);
    if (!first || !second) return std::nullopt;
    auto const found = with_.compare(*first, *second);
    if (found) return *found;
    log::warn("findings.not_compared", {{"why", found.error().internal}});
    return std::nullopt;
}

Result<void> Screener::hold_against(practice::FiledReport const& report, vault::Document const& document,
                                    Screened& out) {
    auto lease = with_.pool.lease();
    auto& event = out.event;
    auto& found = out.found;
    if (auto done = desk_->shelves.refresh(*lease); !done) return done;
    auto reading = kept(with_.vault, with_.directory, line_of(document));
    if (!reading) return unexpected<Error>(std::move(reading.error()));
    event.document = std::move(*reading);
    auto const id = desk_->shelves.put(report.id, event.document, document.text);
    desk_->is_open = id.has_value();
    if (!id) return unexpected<Error>(id.error());
    event.compared_with = desk_->shelves.reports().size().docs - 1;
    Readings const readings(with_.vault);
    Sources const sources{[&](practice::ReportId const& of) { return with_.reports.report(*lease, of); },
                          [&](std::string const& sm3) {
                              auto const text = readings.text(sm3);
                              return text ? text::fold(*text).origin : std::vector<std::uint32_t>();
                          },
                          desk_->in_segments()};
    auto const law = with_.law();
    auto compared = compare(desk_->search, desk_->shelves, report, *id, document, sources, detectors_of(*law, report));
    compared.evidence.document = event.document;
    auto evidence = kept(with_.vault, with_.directory, canonical(to_json(compared.evidence)));
    if (!evidence) return unexpected<Error>(std::move(evidence.error()));
    event.evidence = std::move(*evidence);
    event.figures = compared.figures;
    event.sources = std::move(compared.sources);
    found = std::move(compared.findings);
    look_through(*lease, report, document, *law, out);
    std::ranges::move(out.of_photos, std::back_inserter(found));
    auto const before = queries::of_report(*lease, report.id);
    std::erase_if(found, [&](auto const& one) { return acted_on(one, before); });
    return keep_exhibits(with_.vault, with_.directory, found);
}

Result<void> Screener::screen(practice::FiledReport const& report) {
    say(report.id, "reading");
    Screened out{screened(report), {}, {}, {}};
    fs::remove_all(desk_->folder);
    fs::create_directories(desk_->folder);
    auto const document = with_.read(report.blob.sm3, desk_->folder.string());
    if (!document && document.error().code == ErrorCode::unavailable) return unexpected<Error>(document.error());
    out.event.problem = document ? document->problem : document.error().text;
    if (document && out.event.problem.empty()) {
        say(report.id, "comparing");
        if (auto done = see(report, *document, out); !done) return done;
        if (auto done = hold_against(report, *document, out); !done) return done;
    }
    auto const written =
        with_.writer.apply({kPlatform, {}, {}, [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
                                return ledger::Decided{events_of(report, out.event, out.found, tx.next_seq()),
                                                       json::object{{"id", report.id.text}}};
                            }});
    if (!written) return unexpected<Error>(written.error());
    if (out.event.document.empty()) return {};
    return desk_->series.put({report.id, out.event.document}, out.series);
}

}  // namespace anping::findings
