// SPDX-License-Identifier: Apache-2.0
#include <anping/field/date.hpp>
#include <anping/findings/screener.hpp>
#include <anping/findings/service.hpp>

#include <algorithm>
#include <map>

#include "errors.hpp"
#include "excerpt.hpp"
#include "queries.hpp"
#include "readings.hpp"

namespace anping::findings {

using practice::FiledReport;
using practice::ReportId;

// What views need of other modules, each report looked up once.
class Service::Telling {
public:
    Telling(With const& with, db::Session& session) : with_(with), session_(session), law_(with.law()) {}

    std::optional<FiledReport> const& filed(ReportId const& id) {
        auto const [at, is_new] = filed_.try_emplace(id.text);
        if (is_new) at->second = with_.reports.report(session_, id);
        return at->second;
    }

    FindingSummary summary(queries::Raised const& raised) {
        auto const& in = raised.event;
        FindingSummary out;
        out.id = raised.id;
        out.state = raised.state;
        out.detector = in.finding.detector;
        out.detector_name = name_of(in.finding.detector, {in.region, in.authority});
        out.strength = in.finding.strength;
        out.words = in.finding.words;
        out.institution = in.institution;
        out.region = in.region;
        if (in.source) out.source = in.source->report;
        out.raised_at = raised.at;
        out.entry = raised.entry;
        if (in.report.text.empty()) {
            if (auto const whose = with_.directory.institution(session_, in.institution))
                out.institution_name = whose->name;
            return out;
        }
        out.report = in.report;
        out.project = in.project;
        if (auto const& report = filed(in.report)) {
            out.report_title = report->title;
            out.institution_name = report->institution_name;
            out.enterprise_name = report->enterprise_name;
        }
        return out;
    }

    SourceView source(Source const& source, access::Principal const& who) {
        SourceView out{source.report, {}, {}, {}, {}, {}, source.bond, source.shared, source.passages};
        auto const& report = filed(source.report);
        if (!report) return out;
        out.filed_at = report->filed_at;
        if (may_read(source.report, who)) out.project = source.project;
        if (!may_know(source.institution, who)) return out;
        out.title = report->title;
        out.institution_name = report->institution_name;
        out.enterprise_name = report->enterprise_name;
        return out;
    }

    // Acts and pictures of another's report, without whose.
    Exhibit exhibit(Exhibit shown, access::Principal const& who) {
        std::vector<std::string*> names;
        for (auto& one : shown.acts) {
            if (one.institution && !may_know(*one.institution, who)) hide(one);
            if (!one.report || !may_read(*one.report, who)) one.project.reset();
            if (one.institution) one.institution_name = one.institution->text;
            for (auto& person : one.who) names.push_back(&person);
            names.insert(names.end(), {&one.site, &one.institution_name});
        }
        for (auto& one : shown.pictures) {
            if (one.institution && !may_know(*one.institution, who)) one.institution.reset();
            if (!one.report || !may_read(*one.report, who)) one.report.reset();
            if (one.institution) one.institution_name = one.institution->text;
            names.push_back(&one.institution_name);
        }
        with_.directory.put_names(session_, names);
        return shown;
    }

    // Who is named by an id.
    void name_people(std::vector<forensics::Fact>& facts) {
        std::vector<std::string*> names;
        for (auto& one : facts)
            if (one.name == "person") names.push_back(&one.value);
        with_.directory.put_names(session_, names);
    }

    // The whole of a source is its project's: whoever may see that.
    bool may_read(ReportId const& source, access::Principal const& who) {
        auto const& report = filed(source);
        return report && with_.policy.decide(who, access::Action::project_view, report->target).has_value();
    }

    json::object const* item(std::string const& detector, rulebook::Place const& place) const {
        return rulebook::catalogue_item(law_->catalogue("detectors", place, today()), detector);
    }
    std::string name_of(std::string const& detector, rulebook::Place const& place) const {
        auto const* found = item(detector, place);
        return found == nullptr ? detector : std::string(found->at("name").as_string());
    }
    std::optional<rulebook::Citation> clause(rulebook::Place const& place) const {
        auto const* found = law_->find(rulebook::Kind::catalogue, "detectors", place, today());
        if (found == nullptr) return std::nullopt;
        return found->citation;
    }

private:
    field::Date today() const { return today_; }
    static void hide(DatedAct& act) {
        act.report.reset();
        act.institution.reset();
        act.site.clear();
        act.spot.clear();
        // To a tenth of a degree, some ten kilometres.
        for (auto* const degrees : {&act.latitude, &act.longitude})
            if (auto const point = degrees->find('.'); point != std::string::npos)
                degrees->resize(std::min(degrees->size(), point + 2));
    }
    // Whose it is, officers have to know wherever it was filed; of institutions, the one whose own it is.
    static bool may_know(registry::InstitutionId const& whose, access::Principal const& who) {
        return who.unit_kind != access::UnitKind::institution || who.unit == whose.text;
    }

    With const& with_;
    db::Session& session_;
    std::shared_ptr<rulebook::Law const> law_;
    field::Date today_ = field::beijing_date(with_.clock.now());
    std::map<std::string, std::optional<FiledReport>> filed_;
};

namespace {

std::int64_t points_of(std::string_view utf8) {
    return std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; });
}

// Pages as stretches of the text: from its first run to the next page's.
std::vector<PageView> pages_of(vault::Document const& document, std::int64_t points) {
    std::vector<PageView> out;
    for (auto const& run : document.runs) {
        if (run.page <= 0 || (!out.empty() && out.back().page >= run.page)) continue;
        if (!out.empty()) out.back().to = run.from;
        out.push_back({run.page, run.from, points});
    }
    return out;
}

ReadingView whole(ReportId report, vault::Document document) {
    ReadingView out{std::move(report), true, points_of(document.text), {}, {}, {}};
    out.pages = pages_of(document, out.points);
    out.hidden.reserve(document.hidden.size());
    for (auto& one : document.hidden) out.hidden.push_back({std::move(one.how), std::move(one.text), one.at, one.page});
    out.parts.push_back({0, std::move(document.text)});
    return out;
}

ReadingView shared_parts(ReportId report, std::string const& text, std::vector<Passage> passages) {
    std::ranges::sort(passages, {}, &Passage::b_from);
    ReadingView out{std::move(report), false, points_of(text), {}, {}, {}};
    std::int64_t until = 0;
    for (auto const& one : passages) {
        auto const from = std::max(one.b_from, until);
        if (one.b_to <= from) continue;
        out.parts.push_back({from, excerpt(text, from, one.b_to)});
        until = one.b_to;
    }
    return out;
}

}  // namespace

std::vector<FindingSummary> Service::findings(db::Session& session, access::Visibility const& sees,
                                              FindingFilter const& filter, std::int64_t before,
                                              std::int64_t limit) const {
    Telling telling(with_, session);
    std::vector<FindingSummary> out;
    for (auto const& raised : queries::findings(session, sees, filter, before, limit))
        out.push_back(telling.summary(raised));
    return out;
}

std::int64_t Service::count(db::Session& session, access::Visibility const& sees, FindingFilter const& filter) const {
    return queries::count(session, sees, filter);
}

Result<FindingView> Service::finding(db::Session& session, access::Principal const& who, FindingId const& id) const {
    auto const raised = queries::finding(session, id);
    if (!raised) return unknown_finding();
    Telling telling(with_, session);
    FindingView out;
    out.summary = telling.summary(*raised);
    out.where = raised->event.finding.where;
    out.facts = raised->event.finding.facts;
    // Who another report is of and by is told to those who may know whose it is: see SourceView.
    if (who.unit_kind == access::UnitKind::institution)
        std::erase_if(out.facts, [](forensics::Fact const& one) { return one.name.starts_with("other_"); });
    telling.name_people(out.facts);
    if (auto const& source = raised->event.source) out.source = telling.source(*source, who);
    if (auto const& exhibit = raised->event.exhibit) {
        auto shown = Readings(with_.vault).exhibit(*exhibit);
        if (!shown) return unexpected<Error>(std::move(shown.error()));
        out.exhibit = telling.exhibit(std::move(*shown), who);
    }
    rulebook::Place const place{raised->event.region, raised->event.authority};
    out.clause = raised->clause ? raised->clause : telling.clause(place);
    if (auto const* item = telling.item(out.summary.detector, place))
        if (auto const* hook = item->if_contains("source")) out.hook = std::string(hook->as_string());
    out.acts = queries::acts(session, id);
    if (who.unit_kind == access::UnitKind::bureau) out.hold = hold_on(session, raised->event);
    out.version = out.acts.empty() ? raised->entry : out.acts.back().entry;
    std::vector<std::string*> names;
    for (auto& act : out.acts) names.push_back(&act.unit_name);
    with_.directory.put_names(session, names);
    out.record = queries::record(session, out.summary.detector);
    out.record.name = out.summary.detector_name;
    return out;
}

Result<PictureFile> Service::picture(db::Session& session, FindingId const& id, std::string const& sm3) const {
    auto const raised = queries::finding(session, id);
    if (!raised) return unknown_finding();
    if (!raised->event.exhibit) return unknown_picture();
    auto const shown = Readings(with_.vault).exhibit(*raised->event.exhibit);
    if (!shown) return unexpected<Error>(shown.error());
    if (std::ranges::find(shown->pictures, sm3, &Picture::file) == shown->pictures.end()) return unknown_picture();
    auto const blob = with_.vault.blob(sm3);
    auto const path = with_.vault.path_of(sm3);
    if (!blob || !path || !is_photo(blob->reading.media_type)) return unknown_picture();
    return PictureFile{*path, blob->size, blob->reading.media_type};
}

void Service::tell(db::Session& session, access::Principal const& who, queries::Screened const& screened,
                   Telling& telling, ScreeningView& out) {
    auto const& event = screened.event;
    out.problem = event.problem;
    out.engine = event.engine;
    out.compared_with = event.compared_with;
    out.screened_at = screened.at;
    out.entry = screened.entry;
    out.document = event.document;
    out.evidence = event.evidence;
    if (event.problem.empty()) out.figures = event.figures;
    for (auto const& one : event.sources) out.sources.push_back(telling.source(one, who));
    for (auto const& one : queries::later_than(session, out.report)) out.later.push_back(telling.source(one, who));
    for (auto const& one : queries::of_report(session, out.report)) out.findings.push_back(telling.summary(one));
}

Result<ScreeningView> Service::screening(db::Session& session, access::Principal const& who, ReportId const& report,
                                         Parts parts) const {
    Telling telling(with_, session);
    auto const& filed = telling.filed(report);
    if (!filed) return unknown_report();
    ScreeningView out;
    out.report = report;
    out.title = filed->title;
    out.project = filed->project;
    out.institution_name = filed->institution_name;
    out.enterprise_name = filed->enterprise_name;
    out.file_name = filed->file_name;
    out.file = filed->blob.sm3;
    out.file_sha256 = filed->blob.sha256;
    auto const screened = queries::screening(session, report);
    bool const kept = kept_from(session, who, filed->project);
    auto const progress = with_.progress();
    if (progress.report == report) {
        out.state = ScreeningState::running;
        out.step = progress.step;
    } else if (screened && !screened->asked_again && !kept) {
        out.state = screened->event.problem.empty() ? ScreeningState::done : ScreeningState::unreadable;
    } else {
        auto const until = queries::screened_until(session);
        out.ahead = with_.reports.filed_between(session, until, filed->entry);
    }
    if (!screened || kept) return out;
    tell(session, who, *screened, telling, out);
    if (screened->event.evidence.empty() || parts == Parts::without_passages) return out;
    auto evidence = Readings(with_.vault).evidence(screened->event.evidence);
    if (!evidence) return unexpected<Error>(std::move(evidence.error()));
    out.passages = std::move(evidence->sources);
    out.quotations = std::move(evidence->quotations);
    return out;
}

Result<ReadingView> Service::reading(db::Session& session, access::Principal const& who, ReportId const& report) const {
    auto const document = queries::document_of(session, report);
    auto const filed = with_.reports.report(session, report);
    if (!document || !filed || kept_from(session, who, filed->project)) return not_screened();
    return Readings(with_.vault).document(*document).map([&](vault::Document&& read) {
        return whole(report, std::move(read));
    });
}

Result<ReadingView> Service::source_reading(db::Session& session, access::Principal const& who, ReportId const& report,
                                            ReportId const& source) const {
    auto const screened = queries::screening(session, report);
    if (!screened || screened->event.evidence.empty() || kept_from(session, who, screened->event.project))
        return not_screened();
    auto const named = std::ranges::find(screened->event.sources, source, &Source::report);
    if (named == screened->event.sources.end()) return unknown_source();
    Readings const readings(with_.vault);
    auto const evidence = readings.evidence(screened->event.evidence);
    if (!evidence) return unexpected<Error>(evidence.error());
    auto const with = std::ranges::find(evidence->sources, source, &SourcePassages::report);
    if (with == evidence->sources.end()) return unknown_source();
    auto document = readings.document(with->document);
    if (!document) return unexpected<Error>(document.error());
    if (Telling(with_, session).may_read(source, who)) return whole(source, std::move(*document));
    return shared_parts(source, document->text, with->passages);
}

std::vector<FamilyView> Service::families(db::Session& session, std::int64_t before, std::int64_t limit) const {
    std::vector<FamilyView> out;
    for (auto& one : queries::families(session, before, limit))
        out.push_back({std::move(one.id), one.event.as, one.event.institution.text, std::move(one.event.text.value),
                       std::move(one.event.reason.value), std::move(one.unit), std::move(one.event.finding), one.at,
                       one.entry});
    std::vector<std::string*> names;
    for (auto& one : out) names.insert(names.end(), {&one.institution_name, &one.unit_name});
    with_.directory.put_names(session, names);
    return out;
}

std::vector<Record> Service::records(db::Session& session, access::Principal const& who) const {
    Telling const telling(with_, session);
    auto out = queries::records(session);
    for (auto& one : out) one.name = telling.name_of(one.detector, {who.region, who.authority});
    return out;
}

ClusterView Service::clusters(db::Session& session, access::Visibility const& sees, std::int64_t least) const {
    constexpr std::int64_t kShares = 500;
    Telling telling(with_, session);
    ClusterView out;
    out.shares = queries::shares(session, sees, least, kShares);
    std::map<std::string, bool> named;
    for (auto const& share : out.shares)
        for (auto const& id : {share.later, share.earlier}) {
            if (!named.try_emplace(id.text, true).second) continue;
            if (auto const& report = telling.filed(id))
                out.reports.push_back({id, report->title, report->institution_name, report->filed_at});
        }
    return out;
}

}  // namespace anping::findings
