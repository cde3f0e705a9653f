// SPDX-License-Identifier: Apache-2.0
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <anping/base/log.hpp>

namespace anping::log {
namespace {

spdlog::logger& sink() {
    static auto const logger = [] {
        auto made = std::make_shared<spdlog::logger>("anping", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%f%z","level":"%l","thread":%t,%v})");
        return made;
    }();
    return *logger;
}

spdlog::level::level_enum level_of(Level level) noexcept {
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warn: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

std::string in_quotes(std::string_view text) { return boost::json::serialize(boost::json::string_view(text)); }

}  // namespace

void set_level(Level level) noexcept { sink().set_level(level_of(level)); }

void write(Level level, std::string_view event, Fields fields) {
    std::string line = "\"event\":" + in_quotes(event);
    for (auto const& [name, value] : fields) line += "," + in_quotes(name) + ":" + in_quotes(value);
    sink().log(level_of(level), spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace anping::log
