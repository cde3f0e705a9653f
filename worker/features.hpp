// SPDX-License-Identifier: Apache-2.0
// Whether two photos show the same scene from the same place: points of theirs that look alike lie in one another's
// places by one homography. ORB (Rublee and others, 2011) and RANSAC, both OpenCV's.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include <anping/picture/fingerprint.hpp>

namespace anping::worker {

struct Features {
    double width = 0;
    double height = 0;
    std::vector<cv::KeyPoint> points;
    cv::Mat descriptors;  // a row for each point
};

// At 800 pixels; of what is stamped on the photo none.
Features features_of(picture::Grey const& photo);
picture::Grey mirrored(picture::Grey photo);

picture::Likeness likeness(Features const& one, Features const& other);
// With the second photo as it is, and mirrored when that is not like the first.
picture::Likeness likeness(picture::Grey const& one, picture::Grey const& other);

}  // namespace anping::worker
