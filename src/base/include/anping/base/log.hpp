// SPDX-License-Identifier: Apache-2.0
// One line of JSON per event on standard error. Thread-safe. Never log what a person typed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace anping::log {

enum class Level { debug, info, warn, error };
using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

void set_level(Level level) noexcept;
void write(Level level, std::string_view event, Fields fields = {});

inline void debug(std::string_view event, Fields fields = {}) { write(Level::debug, event, fields); }
inline void info(std::string_view event, Fields fields = {}) { write(Level::info, event, fields); }
inline void warn(std::string_view event, Fields fields = {}) { write(Level::warn, event, fields); }
inline void error(std::string_view event, Fields fields = {}) { write(Level::error, event, fields); }

}  // namespace anping::log
