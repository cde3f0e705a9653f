// SPDX-License-Identifier: Apache-2.0
#include "album.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include <anping/field/date.hpp>

namespace anping::findings {
namespace {

constexpr std::string_view kKind = "photos.kind.";

// What is taken in, up to the limits.
class Taking {
public:
    Taking(vault::Vault& vault, Look const& look, PhotoSettings const& settings)
        : vault_(vault), look_(look), settings_(settings) {}

    bool full() const {
        return static_cast<std::int64_t>(out_.shots.size()) >= settings_.most_photos || bytes_ >= settings_.most_bytes;
    }
    bool large_enough(std::int64_t width, std::int64_t height) const {
        return width * height >= settings_.least_pixels;
    }

    // Of a file of the vault. What cannot be seen is left out.
    Result<void> add(vault::Blob const& blob, Shot shot) {
        if (!known_.insert(blob.sm3).second) return {};
        auto const path = vault_.path_of(blob.sm3);
        if (!path) return {};
        auto const facts = look_(*path);
        if (!facts) return unexpected<Error>(facts.error());
        if (!facts->problem.empty() || !large_enough(facts->width, facts->height)) return {};
        bytes_ += blob.size;
        shot.sm3 = blob.sm3;
        shot.sha256 = blob.sha256;
        shot.facts = picture::to_line(*facts);
        out_.shots.push_back(std::move(shot));
        return {};
    }

    Album take() { return std::move(out_); }

private:
    vault::Vault& vault_;
    Look const& look_;
    PhotoSettings const& settings_;
    std::set<std::string> known_;
    std::int64_t bytes_ = 0;
    Album out_;
};

std::string first_day(practice::ProjectView const* project) {
    if (project == nullptr || project->surveys.empty()) return {};
    auto const first = std::ranges::min(project->surveys, {}, &practice::SurveyView::started_at);
    return to_string(field::beijing_date(first.started_at));
}

Result<void> take_figures(vault::Vault& vault, vault::Document const& document, std::string const& folder,
                          std::string const& day, Taking& taking) {
    std::set<std::string> known;
    int number = 0;
    for (auto const& figure : document.figures) {
        ++number;
        if (taking.full()) return {};
        if (figure.file.empty() || !is_photo(figure.media_type)) continue;
        if (!taking.large_enough(figure.width, figure.height)) continue;
        if (!known.insert(figure.file).second) continue;
        auto const blob = vault.put(folder + "/" + figure.file);
        if (!blob) return unexpected<Error>(blob.error());
        Shot shot;
        shot.words = figure.page > 0 ? fmt::format("第{}页图{}", figure.page, number) : fmt::format("图{}", number);
        shot.page = figure.page;
        shot.day = day;
        if (auto done = taking.add(*blob, std::move(shot)); !done) return done;
    }
    return {};
}

Result<void> take_evidence(practice::ProjectView const& project, PhotoSettings const& settings, Taking& taking) {
    std::map<practice::SurveyId, std::string> days;
    for (auto const& survey : project.surveys) days[survey.id] = to_string(field::beijing_date(survey.started_at));
    int number = 0;
    for (auto const& one : project.evidence) {
        if (taking.full()) return {};
        auto const exhibit = one.exhibit.value();
        if (!settings.kinds.contains(exhibit.kind.value) || !is_photo(exhibit.blob.reading.media_type)) continue;
        Shot shot;
        shot.words = fmt::format("现场照片{}", ++number);
        shot.of_survey = true;
        if (one.survey)
            if (auto const day = days.find(*one.survey); day != days.end()) shot.day = day->second;
        if (auto done = taking.add(exhibit.blob, std::move(shot)); !done) return done;
    }
    return {};
}

std::optional<double> degrees(std::optional<std::string> const& text) {
    double out = 0;
    if (!text) return std::nullopt;
    auto const [end, wrong] = std::from_chars(text->data(), text->data() + text->size(), out);
    if (wrong != std::errc() || end != text->data() + text->size()) return std::nullopt;
    return out;
}

}  // namespace

bool is_photo(std::string_view media_type) { return media_type == "image/jpeg" || media_type == "image/png"; }

PhotoSettings photo_settings(json::object const* catalogue) {
    PhotoSettings out;
    auto const take = [&](char const* code, std::int64_t& into, std::int64_t scale = 1) {
        auto const* item = rulebook::catalogue_item(catalogue, code);
        auto const* value = item == nullptr ? nullptr : item->if_contains("value");
        if (value != nullptr && value->is_int64()) into = value->as_int64() * scale;
    };
    take("photos.least_pixels", out.least_pixels);
    take("photos.most_photos", out.most_photos);
    take("photos.most_megabytes", out.most_bytes, std::int64_t{1} << 20);
    take("photos.within_metres", out.within_metres);
    take("photos.own_papers", out.own_papers);
    take("photos.stamp_percent", out.stamp_percent);
    auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
    if (items == nullptr || !items->is_array()) return out;
    for (auto const& item : items->get_array()) {
        std::string_view const code = item.as_object().at("code").as_string();
        if (code.starts_with(kKind)) out.kinds.emplace(code.substr(kKind.size()));
    }
    return out;
}

Result<Album> album_of(vault::Vault& vault, Look const& look, vault::Document const& document,
                       std::string const& folder, practice::ProjectView const* project, PhotoSettings const& settings) {
    Taking taking(vault, look, settings);
    if (project != nullptr)
        if (auto done = take_evidence(*project, settings, taking); !done) return unexpected<Error>(done.error());
    if (auto done = take_figures(vault, document, folder, first_day(project), taking); !done)
        return unexpected<Error>(done.error());
    return taking.take();
}

forensics::Visit visit_of(practice::ProjectView const* project, PhotoSettings const& settings) {
    forensics::Visit out;
    out.within_metres = static_cast<double>(settings.within_metres);
    if (project == nullptr) return out;
    for (auto const& survey : project->surveys) {
        auto const first = field::beijing_date(survey.started_at), last = field::beijing_date(survey.ended_at);
        out.first = out.first ? std::min(*out.first, first) : first;
        out.last = out.last ? std::max(*out.last, last) : last;
        if (out.latitude && out.longitude) continue;
        out.latitude = degrees(survey.latitude);
        out.longitude = degrees(survey.longitude);
    }
    return out;
}

std::optional<forensics::NewPhoto> photo_of(practice::FiledReport const& report, Shot const& shot) {
    auto const facts = picture::facts_from(shot.facts);
    if (!facts || !facts->problem.empty()) return std::nullopt;
    auto print = picture::fingerprint_of(*facts);
    if (!print) return std::nullopt;
    forensics::Photo photo;
    photo.name = fmt::format("{} {} {}", shot.sm3, report.id.text, shot.words);
    photo.sha256 = shot.sha256;
    photo.report = report.project.text;
    photo.institution = report.institution.text;
    photo.site = report.enterprise.text;
    photo.day = shot.day;
    photo.taken_at = facts->taken_at;
    photo.latitude = facts->latitude;
    photo.longitude = facts->longitude;
    photo.camera = facts->camera;
    photo.serial = facts->serial;
    return forensics::NewPhoto{std::move(photo), std::move(*print)};
}

forensics::Stated stamp_of(Shot const& shot) {
    auto const facts = picture::facts_from(shot.facts);
    return facts && facts->writing ? forensics::stated_by(*facts->writing) : forensics::Stated{};
}

Named named(forensics::Photo const& photo) {
    auto const first = photo.name.find(' ');
    auto const second = photo.name.find(' ', first + 1);
    if (first == std::string::npos || second == std::string::npos) return {};
    return {
        photo.name.substr(0, first), {photo.name.substr(first + 1, second - first - 1)}, photo.name.substr(second + 1)};
}

}  // namespace anping::findings
