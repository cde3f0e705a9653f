// SPDX-License-Identifier: Apache-2.0
#include "picture_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace anping::findings {
namespace {

using forensics::Finding;
using forensics::Photo;
using forensics::PhotoId;

constexpr std::size_t kFindings = 20;
constexpr std::size_t kPictures = 12;   // of one finding
constexpr std::size_t kCandidates = 6;  // of one photo, compared by their features

std::string taken_words(Photo const& photo) {
    std::string out;
    auto const add = [&](std::string const& part) {
        if (!part.empty()) out += (out.empty() ? "" : "，") + part;
    };
    add(photo.taken_at.substr(0, 16).find('T') == std::string::npos
            ? photo.taken_at
            : photo.taken_at.substr(0, 16).replace(photo.taken_at.find('T'), 1, " "));
    if (!photo.latitude.empty()) add(photo.latitude + "," + photo.longitude);
    add(photo.camera);
    if (!photo.serial.empty()) add("序列号 " + photo.serial);
    return out;
}

std::optional<std::string> stamp_words(forensics::Stated const& stated) {
    std::string out;
    std::int64_t confidence = 100;
    auto const add = [&](std::string const& part, std::int64_t sure) {
        out += (out.empty() ? "" : "，") + part;
        confidence = std::min(confidence, sure);
    };
    if (auto const& day = stated.day) {
        auto const words = field::to_string(day->day);
        add(day->time.empty() ? words : words + " " + day->time, day->confidence);
    }
    if (auto const& place = stated.position)
        add(fmt::format("{:.6f},{:.6f}", place->latitude, place->longitude), place->confidence);
    return out.empty() ? std::nullopt : std::optional(fmt::format("{}（识别把握{}%）", out, confidence));
}

Picture own_picture(practice::FiledReport const& report, Shot const& shot, Photo const& photo) {
    return {shot.sm3,           shot.words, taken_words(photo),         shot.page, report.id,
            report.institution, {},         stamp_words(stamp_of(shot))};
}

Picture others_picture(Photo const& photo) {
    auto const of = named(photo);
    return {of.sm3, of.words, taken_words(photo), 0, of.report, registry::InstitutionId{photo.institution}, {}, {}};
}

// What forensics judges by is known before; its words say which photos.
Photo said_as(Photo photo, std::string words) {
    photo.name = std::move(words);
    photo.report.clear();
    return photo;
}

std::string others_words(practice::FiledReport const& report, Photo const& other) {
    bool const own = other.institution == report.institution.text;
    return (own ? "本机构另一份报告的" : "其他机构报告的") + named(other).words;
}

// Only what is about the pictures: whose they are, the exhibit says to whoever may know.
void keep_plain(Finding& finding) {
    static constexpr std::array kPlain{"pdq",     "gradient", "kept",       "inliers",          "spread",
                                       "seconds", "visit",    "metres",     "site_position",    "taken_at",
                                       "camera",  "serial",   "stamped_at", "stamped_position", "stamp_confidence"};
    std::erase_if(finding.facts,
                  [](forensics::Fact const& one) { return std::ranges::find(kPlain, one.name) == kPlain.end(); });
    if (!finding.words.empty()) finding.words += "，需说明。";
}

struct Candidate {
    Photo photo;
    forensics::Resemblance how;
    practice::FiledReport of;
};

class Reuse {
public:
    Reuse(PhotoShelf& shelf, practice::FiledReport const& report, PhotoSettings const& settings,
          PictureSources const& sources)
        : index_(shelf.index()), report_(report), settings_(settings), sources_(sources) {}

    void look(Shot const& shot) {
        auto const own = photo_of(report_, shot);
        if (!own) return;
        auto candidates = like(*own);
        if (!shot.of_survey && is_own_paper(candidates)) candidates.clear();
        if (candidates.size() > kCandidates) candidates.resize(kCandidates);
        for (auto const& one : candidates) judge(shot, own->photo, one);
        judge_camera(shot, own->photo);
    }

    std::vector<Compared::Found> take() {
        std::vector<Compared::Found> out;
        out.reserve(found_.size());
        for (auto& [key, one] : found_) out.push_back(std::move(one));
        std::ranges::stable_sort(out, std::greater<>{},
                                 [](Compared::Found const& one) { return one.finding.strength; });
        if (out.size() > kFindings) out.resize(kFindings);
        return out;
    }

private:
    // Of another project whose report was filed before.
    std::optional<Candidate> candidate(forensics::Resemblance how) {
        auto photo = index_.photo(how.id);
        if (!photo || photo->report == report_.project.text) return std::nullopt;
        auto const of = named(*photo).report;
        auto [known, fresh] = filed_.try_emplace(of.text);
        if (fresh) known->second = sources_.report(of);
        if (!known->second || known->second->entry > report_.entry) return std::nullopt;
        return Candidate{std::move(*photo), how, *known->second};
    }

    std::vector<Candidate> like(forensics::NewPhoto const& own) {
        std::vector<Candidate> out;
        std::vector<PhotoId> const same = index_.same_file(own.photo.sha256);
        for (auto const id : same)
            if (auto one = candidate({.id = id, .pdq = 0, .gradient = 0})) out.push_back(std::move(*one));
        for (auto const& how : index_.find(own.print)) {
            if (std::ranges::find(same, how.id) != same.end()) continue;
            if (auto one = candidate(how)) out.push_back(std::move(*one));
        }
        return out;
    }

    // A certificate or a form of the institution stands in all its reports.
    bool is_own_paper(std::vector<Candidate> const& candidates) const {
        std::set<std::string> projects;
        for (auto const& one : candidates) {
            if (one.photo.institution != report_.institution.text) return false;
            projects.insert(one.photo.report);
        }
        return static_cast<std::int64_t>(projects.size()) >= settings_.own_papers;
    }

    void judge(Shot const& shot, Photo const& own, Candidate const& other) {
        forensics::PhotoPair pair{
            said_as(own, shot.words), said_as(other.photo, others_words(report_, other.photo)), other.how, {}};
        if (own.sha256 != other.photo.sha256) pair.features = sources_.compare(shot.sm3, named(other.photo).sm3);
        auto finding = forensics::judge(pair);
        if (finding) keep(std::move(*finding), shot, own, other.photo, other.photo.report);
    }

    void judge_camera(Shot const& shot, Photo const& own) {
        if (own.serial.empty()) return;
        for (auto const id : index_.same_camera(own.camera, own.serial)) {
            auto const other = candidate({.id = id, .pdq = {}, .gradient = {}});
            if (!other) continue;
            auto finding = forensics::judge_camera(said_as(own, shot.words),
                                                   said_as(other->photo, others_words(report_, other->photo)));
            if (finding) keep(std::move(*finding), shot, own, other->photo, own.serial + other->photo.institution);
        }
    }

    // Of several photos that agree in one way with another report, the strongest speaks and the others are shown.
    void keep(Finding finding, Shot const& shot, Photo const& own, Photo const& other, std::string const& with) {
        auto const [at, fresh] = found_.try_emplace(finding.detector + " " + with);
        auto& [kept, source, exhibit, sm3] = at->second;
        auto& pictures = fresh ? exhibit.emplace().pictures : exhibit->pictures;
        bool const stronger = fresh || finding.strength > kept.strength;
        std::array const pair{own_picture(report_, shot, own), others_picture(other)};
        if (pictures.size() + 2 <= kPictures)
            pictures.insert(stronger ? pictures.begin() : pictures.end(), pair.begin(), pair.end());
        if (!stronger) return;
        keep_plain(finding);
        kept = std::move(finding);
    }

    forensics::PhotoIndex& index_;
    practice::FiledReport const& report_;
    PhotoSettings const& settings_;
    PictureSources const& sources_;
    std::map<std::string, std::optional<practice::FiledReport>> filed_;
    std::map<std::string, Compared::Found> found_;
};

}  // namespace

std::vector<Compared::Found> reused(PhotoShelf& shelf, practice::FiledReport const& report, Album const& album,
                                    PhotoSettings const& settings, PictureSources const& sources) {
    Reuse reuse(shelf, report, settings, sources);
    for (auto const& shot : album.shots) reuse.look(shot);
    return reuse.take();
}

std::vector<Compared::Found> claimed(practice::FiledReport const& report, Album const& album,
                                     forensics::Visit const& visit, PhotoSettings const& settings) {
    std::map<std::string, std::pair<Compared::Found, std::size_t>> found;
    for (auto const& shot : album.shots) {
        auto const own = photo_of(report, shot);
        if (!own) continue;
        auto const photo = said_as(own->photo, shot.words);
        auto judged = forensics::judge_claims(photo, visit);
        std::ranges::move(forensics::judge_stamp(photo, stamp_of(shot), visit, settings.stamp_percent),
                          std::back_inserter(judged));
        for (auto& finding : judged) {
            auto& [kept, count] = found[finding.detector];
            if (++count == 1) {
                keep_plain(finding);
                kept.finding = std::move(finding);
                kept.exhibit.emplace();
            }
            if (count <= kPictures) kept.exhibit->pictures.push_back(own_picture(report, shot, own->photo));
        }
    }
    std::vector<Compared::Found> out;
    out.reserve(found.size());
    for (auto& [detector, one] : found) {
        auto& [kept, count] = one;
        if (count > 1) kept.finding.words = fmt::format("共 {} 张，例如：{}", count, kept.finding.words);
        out.push_back(std::move(kept));
    }
    return out;
}

}  // namespace anping::findings
