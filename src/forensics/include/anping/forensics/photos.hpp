// SPDX-License-Identifier: Apache-2.0
// The photos of all reports, and which of them may be one: fingerprints in files that are read through from end to end,
// and in a database beside them whose photos they are.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/db/session.hpp>
#include <anping/picture/fingerprint.hpp>
#include <anping/picture/scan.hpp>

namespace anping::forensics {

// In order of filing, from 1.
using PhotoId = std::uint64_t;

// A photo and what is claimed of it; what is not known is empty.
struct Photo {
    std::string name;    // where it is found again
    std::string sha256;  // of its bytes, hex
    std::string report;
    std::string institution;
    std::string site;      // what it is said to show
    std::string day;       // of the visit, "2026-11-20"
    std::string taken_at;  // as EXIF says, and what follows
    std::string latitude;
    std::string longitude;
    std::string camera;
    std::string serial;
    bool operator==(Photo const&) const = default;
};

struct NewPhoto {
    Photo photo;
    picture::Fingerprint print;
};

// How a stored photo resembles the one asked about.
struct Resemblance {
    PhotoId id = 0;
    std::optional<int> pdq;       // bits that differ, at most kNearPdq
    std::optional<int> gradient;  // the same of the gradients' hash, at most kNearGradient: not enough by itself
    std::size_t turn = 0;         // how the one asked about is laid (picture::kTurns)
    int part = 100;               // percent of the stored photo's sides that it shows
};

// Measured on photos of which no two are one: the nearest PDQ is 86, some gradients are nearer than 50.
inline constexpr int kNearPdq = 64;
inline constexpr int kNearGradient = 50;

// One writes, any number `find`.
class PhotoIndex {
public:
    // Makes the directory where there is none. Error "forensics.photos" when the files hold fewer photos than the
    // database names: it is to be built anew from the photos.
    static Result<std::unique_ptr<PhotoIndex>> open(std::filesystem::path const& directory);

    // They are there, all of them, from the moment this returns; returns the first one's id.
    Result<PhotoId> add(std::vector<NewPhoto> const& photos);
    // In order of filing. Also finds them mirrored and turned, and where the one asked about is a middle part.
    std::vector<Resemblance> find(picture::Fingerprint const& print,
                                  picture::Vector vector = picture::best_vector()) const;

    std::optional<Photo> photo(PhotoId id);
    std::vector<PhotoId> same_file(std::string const& sha256);
    // Taken with this camera; none when the serial number is empty.
    std::vector<PhotoId> same_camera(std::string const& camera, std::string const& serial);
    std::uint64_t size() const;

private:
    struct View;
    PhotoIndex(std::filesystem::path directory, db::Session session);
    Result<void> load(std::uint64_t photos);
    std::shared_ptr<View const> view() const;

    std::filesystem::path directory_;
    db::Session session_;
    mutable std::mutex mutex_;
    std::shared_ptr<View const> view_;
};

}  // namespace anping::forensics
