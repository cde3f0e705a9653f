// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <filesystem>
#include <string>

#include <anping/base/result.hpp>

namespace anping::forensics {

inline tl::unexpected<Error> file_failed(std::filesystem::path const& file, char const* act, int reason) {
    return fail(ErrorCode::unavailable, "forensics.file", file.string() + ": " + act + ": " + std::strerror(reason));
}

inline tl::unexpected<Error> not_a_segment(std::filesystem::path const& file, std::string const& why) {
    return fail(ErrorCode::internal, "forensics.segment", file.string() + ": " + why);
}

inline tl::unexpected<Error> too_long(std::string const& name) {
    return fail(ErrorCode::too_large, "forensics.corpus", name + ": more than 16 million characters");
}

inline tl::unexpected<Error> not_the_documents(std::uint64_t id) {
    return fail(ErrorCode::internal, "forensics.corpus",
                "document " + std::to_string(id) + ": the segments and the database do not agree");
}

inline tl::unexpected<Error> too_few_hashes(std::filesystem::path const& file) {
    return fail(ErrorCode::internal, "forensics.photos", file.string() + ": fewer photos than the database names");
}

inline tl::unexpected<Error> not_a_series_index() {
    return fail(ErrorCode::internal, "forensics.series_index", "what was kept of the series cannot be read");
}

}  // namespace anping::forensics
