// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <anping/http/message.hpp>

namespace anping::api {

// A file somebody sent in, given back to keep: never shown as a page, whatever it says it is. `name` may be anything.
http::Response stored_file(std::string path, std::uint64_t size, std::string const& media_type,
                           std::string const& name);

}  // namespace anping::api
