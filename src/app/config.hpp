// SPDX-License-Identifier: Apache-2.0
// Settings: built-in defaults, then <data>/anping.toml, then the environment (ANPING_PORT ...), then the command line.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>

namespace anping::app {

struct Config {
    std::string data = "./var";
    std::string address = "127.0.0.1";
    std::int64_t port = 8080;
    std::int64_t metrics_port = 0;  // 0: none
    std::int64_t workers = 4;
    std::string database;  // empty: SQLite below `data`
    std::string hash = "sm3";
    std::string rulebooks;  // empty: beside the program
    std::string web;        // empty: beside the program
    std::string worker;     // empty: beside the program
    std::string origin;     // what people type into their browsers; empty: the Host header decides
    std::string cookie = "__Host-anping";
    bool secure_cookie = true;
    std::string log_level = "info";
    bool disclosure_checks = true;
    std::string disclosure_ports = "80,443";
    std::string disclosure_networks;
    std::int64_t screening_jobs_from = 5000;
};
// The ports in "80,443"; nothing when one of them is none.
std::optional<std::vector<std::uint16_t>> ports_in(std::string_view text);

// One setting as documented by `anping serve --help` and docs.
struct Setting {
    std::string key;          // in anping.toml
    std::string environment;  // name of the variable
    std::string help;
};
std::vector<Setting> settings();

// Unknown keys and wrong types are refused with file and line.
Result<Config> load_config(std::string const& data, std::map<std::string, std::string> const& command_line);

}  // namespace anping::app
