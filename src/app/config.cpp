// SPDX-License-Identifier: Apache-2.0
#include "config.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <variant>

#include <anping/http/network.hpp>

namespace anping::app {
namespace {

namespace fs = std::filesystem;
using Field = std::variant<std::string Config::*, std::int64_t Config::*, bool Config::*>;

struct Known {
    char const* key;
    char const* environment;
    char const* help;
    Field field;
};

std::vector<Known> const& known() {
    static std::vector<Known> const all{
        {"address", "ANPING_ADDRESS", "address to listen on", &Config::address},
        {"port", "ANPING_PORT", "port to listen on, 0 for any", &Config::port},
        {"metrics_port", "ANPING_METRICS_PORT", "port of /metrics on 127.0.0.1, 0 for none", &Config::metrics_port},
        {"workers", "ANPING_WORKERS", "worker threads", &Config::workers},
        {"database", "ANPING_DATABASE", "\"postgresql:host=... dbname=...\"; empty for SQLite in the data directory",
         &Config::database},
        {"hash", "ANPING_HASH", "\"sm3\" or \"sha256\", fixed when the ledger is made", &Config::hash},
        {"rulebooks", "ANPING_RULEBOOKS", "directory of the rulebooks", &Config::rulebooks},
        {"web", "ANPING_WEB", "directory of the web pages", &Config::web},
        {"worker", "ANPING_WORKER", "path of anping-worker", &Config::worker},
        {"origin", "ANPING_ORIGIN", "the address people type, e.g. https://anping.example.cn", &Config::origin},
        {"cookie", "ANPING_COOKIE", "name of the session cookie", &Config::cookie},
        {"secure_cookie", "ANPING_SECURE_COOKIE", "false only for trials over plain HTTP on another machine",
         &Config::secure_cookie},
        {"log_level", "ANPING_LOG_LEVEL", "debug, info, warn or error", &Config::log_level},
        {"disclosure_checks", "ANPING_DISCLOSURE_CHECKS",
         "false where this machine reaches no other site: people record what they saw", &Config::disclosure_checks},
        {"disclosure_ports", "ANPING_DISCLOSURE_PORTS", "ports asked on institutions' sites, \"80,443\"",
         &Config::disclosure_ports},
        {"disclosure_networks", "ANPING_DISCLOSURE_NETWORKS",
         "networks asked although not public, e.g. \"10.20.0.0/16\"; none unless institutions' sites are there",
         &Config::disclosure_networks},
        {"screening_jobs_from", "ANPING_SCREENING_JOBS_FROM",
         "reports a segment holds for screen-worker processes to search it (PostgreSQL), 0 for never",
         &Config::screening_jobs_from}};
    return all;
}

Known const* find(std::string_view key) {
    for (auto const& one : known())
        if (one.key == key) return &one;
    return nullptr;
}

auto wrong(std::string where, std::string what) {
    return fail(ErrorCode::invalid_input, "config.invalid", std::move(where) + ": " + std::move(what));
}

Result<void> set_text(Config& config, Known const& setting, std::string const& value, std::string const& where) {
    if (auto const* text = std::get_if<std::string Config::*>(&setting.field)) {
        config.** text = value;
    } else if (auto const* flag = std::get_if<bool Config::*>(&setting.field)) {
        if (value != "true" && value != "false") return wrong(where, "should be true or false");
        config.** flag = value == "true";
    } else {
        std::int64_t number = 0;
        auto const [end, ec] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (ec != std::errc() || end != value.data() + value.size()) return wrong(where, "should be a whole number");
        config.*std::get<std::int64_t Config::*>(setting.field) = number;
    }
    return {};
}

Result<void> set_node(Config& config, std::string_view key, toml::node const& node, std::string const& file) {
    auto const where = fmt::format("{}:{}:{}", file, node.source().begin.line, node.source().begin.column);
    auto const* setting = find(key);
    if (setting == nullptr) return wrong(where, fmt::format("there is no setting \"{}\"", key));
    if (auto const* text = node.as_string()) {
        if (!std::holds_alternative<std::string Config::*>(setting->field))
            return wrong(where, fmt::format("\"{}\" is not a text", key));
        return set_text(config, *setting, text->get(), where);
    }
    if (auto const* flag = node.as_boolean(); flag != nullptr && std::holds_alternative<bool Config::*>(setting->field))
        return set_text(config, *setting, flag->get() ? "true" : "false", where);
    if (auto const* number = node.as_integer();
        number != nullptr && std::holds_alternative<std::int64_t Config::*>(setting->field))
        return set_text(config, *setting, std::to_string(number->get()), where);
    return wrong(where, fmt::format("\"{}\" has the wrong type", key));
}

Result<void> read_file(Config& config, std::string const& file) {
    if (!fs::exists(file)) return {};
    try {
        auto const table = toml::parse_file(file);
        for (auto const& [key, node] : table) {
            auto set = set_node(config, key.str(), node, file);
            if (!set) return set;
        }
    } catch (toml::parse_error const& error) {
        return wrong(fmt::format("{}:{}:{}", file, error.source().begin.line, error.source().begin.column),
                     std::string(error.description()));
    }
    return {};
}

Result<void> check(Config const& config) {
    auto const port = [](std::int64_t value) { return value >= 0 && value <= 65'535; };
    if (!port(config.port) || !port(config.metrics_port)) return wrong("port", "should be 0 to 65535");
    if (config.workers < 1 || config.workers > 256) return wrong("workers", "should be 1 to 256");
    if (config.screening_jobs_from < 0) return wrong("screening_jobs_from", "should be 0 or more");
    if (config.hash != "sm3" && config.hash != "sha256") return wrong("hash", "should be \"sm3\" or \"sha256\"");
    if (!ports_in(config.disclosure_ports)) return wrong("disclosure_ports", "should be like \"80,443\"");
    if (!http::Networks::parse(config.disclosure_networks))
        return wrong("disclosure_networks", "should be like \"10.20.0.0/16,192.168.7.9\"");
    for (char const* level : {"debug", "info", "warn", "error"})
        if (config.log_level == level) return {};
    return wrong("log_level", "should be debug, info, warn or error");
}

// The first of the places where a part of the installation may lie: an installed tree, then a source tree.
std::string beside_program(std::vector<std::string> const& places) {
    auto const program = fs::read_symlink("/proc/self/exe").parent_path();
    for (auto const& place : places)
        if (fs::exists(program / place)) return fs::weakly_canonical(program / place).string();
    return (program / places.front()).string();
}

}  // namespace

std::optional<std::vector<std::uint16_t>> ports_in(std::string_view text) {
    std::vector<std::uint16_t> out;
    while (!text.empty()) {
        auto const comma = std::min(text.find(','), text.size());
        std::uint16_t port = 0;
        auto const one = text.substr(0, comma);
        auto const [end, ec] = std::from_chars(one.data(), one.data() + one.size(), port);
        if (ec != std::errc() || end != one.data() + one.size() || port == 0) return std::nullopt;
        out.push_back(port);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return out;
}

std::vector<Setting> settings() {
    std::vector<Setting> out;
    for (auto const& one : known()) out.push_back({one.key, one.environment, one.help});
    return out;
}

Result<Config> load_config(std::string const& data, std::map<std::string, std::string> const& command_line) {
    Config config;
    config.data = data;
    if (auto read = read_file(config, data + "/anping.toml"); !read) return unexpected<Error>(std::move(read.error()));
    for (auto const& setting : known()) {
        char const* const value = std::getenv(setting.environment);
        if (value == nullptr) continue;
        auto set = set_text(config, setting, value, setting.environment);
        if (!set) return unexpected<Error>(std::move(set.error()));
    }
    for (auto const& [key, value] : command_line) {
        auto set = set_text(config, *find(key), value, "--" + key);
        if (!set) return unexpected<Error>(std::move(set.error()));
    }
    if (auto good = check(config); !good) return unexpected<Error>(std::move(good.error()));
    if (config.database.empty()) config.database = "sqlite:" + data + "/anping.db";
    if (config.rulebooks.empty())
        config.rulebooks = beside_program({"../share/anping/rulebooks", "../../../rulebooks"});
    if (config.web.empty()) config.web = beside_program({"../share/anping/web", "../../../web/dist"});
    if (config.worker.empty()) config.worker = beside_program({"anping-worker", "../libexec/anping-worker"});
    return config;
}

}  // namespace anping::app
