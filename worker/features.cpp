// SPDX-License-Identifier: Apache-2.0
#include "features.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>

#include <anping/picture/strip.hpp>

namespace anping::worker {
namespace {

constexpr std::size_t kSide = 800;
constexpr int kPoints = 600;
constexpr float kClearly = 0.8f;      // how much nearer the best match is than the second best (Lowe, 2004)
constexpr double kApart = 5;          // pixels
constexpr std::int64_t kEnough = 25;  // inliers by which two photos are one

using Corners = std::vector<cv::Point2f>;

struct Pairs {
    Corners one;
    Corners other;
};

// No point of `other` twice: a lamp is not ten lamps.
Pairs matched(Features const& one, Features const& other) {
    std::vector<std::vector<cv::DMatch>> near;
    cv::BFMatcher(cv::NORM_HAMMING).knnMatch(one.descriptors, other.descriptors, near, 2);
    std::vector<cv::DMatch> best;
    for (auto const& two : near)
        if (two.size() == 2 && two[0].distance < kClearly * two[1].distance) best.push_back(two[0]);
    std::ranges::sort(best, {}, &cv::DMatch::distance);
    std::vector<bool> taken(other.points.size(), false);
    Pairs out;
    for (auto const& match : best) {
        auto const to = static_cast<std::size_t>(match.trainIdx);
        if (taken[to]) continue;
        taken[to] = true;
        out.one.push_back(one.points[static_cast<std::size_t>(match.queryIdx)].pt);
        out.other.push_back(other.points[to].pt);
    }
    return out;
}

double area(Corners const& corners) {
    double out = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        auto const& a = corners[i];
        auto const& b = corners[(i + 1) % 4];
        out += double{a.x} * b.y - double{b.x} * a.y;
    }
    return out / 2;
}

// Whether a photo can lie so in another: neither folded nor turned over, nor all in one point.
bool is_a_view(Corners const& corners, Features const& one) {
    for (std::size_t i = 0; i < 4; ++i) {
        auto const a = corners[(i + 1) % 4] - corners[i];
        auto const b = corners[(i + 2) % 4] - corners[(i + 1) % 4];
        if (!(a.x * b.y - a.y * b.x > 0)) return false;
    }
    auto const ratio = area(corners) / (one.width * one.height);
    return ratio > 0.05 && ratio < 20;
}

std::int64_t spread(Corners const& points, Features const& of) {
    auto const [left, right] = std::ranges::minmax(points, {}, &cv::Point2f::x);
    auto const [top, bottom] = std::ranges::minmax(points, {}, &cv::Point2f::y);
    auto const share = double{right.x - left.x} * double{bottom.y - top.y} / (of.width * of.height);
    return std::clamp<std::int64_t>(std::llround(100 * share), 0, 100);
}

std::int64_t thousandths(double value, double of) { return std::llround(std::clamp(1000 * value / of, -1e6, 1e6)); }

}  // namespace

Features features_of(picture::Grey const& photo) {
    cv::setNumThreads(1);
    auto small = picture::shrunk_to(photo, kSide);
    Features out{static_cast<double>(small.width), static_cast<double>(small.height), {}, {}};
    cv::Mat const picture(static_cast<int>(small.height), static_cast<int>(small.width), CV_8UC1, small.pixels.data());
    cv::Mat seen(picture.size(), CV_8UC1, cv::Scalar(255));
    for (auto const& strip : picture::find_strips(small))
        seen(cv::Rect(static_cast<int>(strip.left), static_cast<int>(strip.top), static_cast<int>(strip.width),
                      static_cast<int>(strip.height)))
            .setTo(0);
    cv::ORB::create(kPoints)->detectAndCompute(picture, seen, out.points, out.descriptors);
    return out;
}

picture::Grey mirrored(picture::Grey photo) {
    for (std::size_t y = 0; y < photo.height; ++y) std::reverse(photo.row(y), photo.row(y) + photo.width);
    return photo;
}

picture::Likeness likeness(Features const& one, Features const& other) {
    picture::Likeness out;
    if (one.points.size() < 4 || other.points.size() < 4) return out;
    auto const pairs = matched(one, other);
    if (pairs.one.size() < 4) return out;
    cv::Mat fits;
    auto const homography = cv::findHomography(pairs.one, pairs.other, cv::RANSAC, kApart, fits);
    if (homography.empty()) return out;
    auto const w = static_cast<float>(one.width);
    auto const h = static_cast<float>(one.height);
    Corners corners;
    cv::perspectiveTransform(Corners{{0, 0}, {w, 0}, {w, h}, {0, h}}, corners, homography);
    if (!is_a_view(corners, one)) return out;
    Pairs kept;
    for (std::size_t i = 0; i < pairs.one.size(); ++i) {
        if (fits.at<std::uint8_t>(static_cast<int>(i)) == 0) continue;
        kept.one.push_back(pairs.one[i]);
        kept.other.push_back(pairs.other[i]);
    }
    out.inliers = static_cast<std::int64_t>(kept.one.size());
    if (kept.one.empty()) return out;
    out.spread = std::max(spread(kept.one, one), spread(kept.other, other));
    for (auto const& corner : corners) {
        out.corners.push_back(thousandths(double{corner.x}, other.width));
        out.corners.push_back(thousandths(double{corner.y}, other.height));
    }
    return out;
}

picture::Likeness likeness(picture::Grey const& one, picture::Grey const& other) {
    auto const features = features_of(one);
    auto const upright = likeness(features, features_of(other));
    if (upright.inliers >= kEnough) return upright;
    auto turned = likeness(features, features_of(mirrored(other)));
    turned.mirrored = true;
    return turned.inliers > upright.inliers ? turned : upright;
}

}  // namespace anping::worker
