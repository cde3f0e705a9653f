// SPDX-License-Identifier: Apache-2.0
// Photos as the worker sees them: what they look like, and whether two are one.
#pragma once

#include <string>

#include <anping/base/result.hpp>
#include <anping/picture/fingerprint.hpp>

namespace anping::vault {

// Error "vault.unavailable" when the worker cannot be started; a photo that cannot be read has a `problem`.
Result<picture::Facts> picture_of_file(std::string const& worker_program, std::string const& path);

// By a program of its own beside the worker: see kPictureWorker.
Result<picture::Likeness> likeness_of_files(std::string const& worker_program, std::string const& one,
                                            std::string const& other);
inline constexpr char const* kPictureWorker = "anping-picture-worker";

}  // namespace anping::vault
