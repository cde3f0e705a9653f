// SPDX-License-Identifier: Apache-2.0
// init, rebuild, verify.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include <anping/base/json.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/http/target.hpp>
#include <anping/ledger/archive.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>
#include <anping/planning/projection.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../house.hpp"

namespace anping::app {
namespace {

namespace fs = std::filesystem;

int cannot(Error const& error) {
    std::cerr << "anping: " << error.text << (error.internal.empty() ? "" : " (" + error.internal + ")") << '\n';
    return kCannot;
}

// What a damaged row holds may be no UTF-8: such bytes are shown as \xNN, so that the document stays one.
std::string readable(std::string const& text) {
    if (http::is_utf8(text)) return text;
    std::string out;
    for (char c : text) {
        if (static_cast<unsigned char>(c) < 0x80) out += c;
        else out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
    return out;
}

void make_readable(std::vector<ledger::Finding>& findings) {
    for (auto& finding : findings)
        for (auto* text : {&finding.table, &finding.row, &finding.field, &finding.file, &finding.what})
            *text = readable(*text);
}

void print(ledger::Verified const& result, bool json) {
    if (json) {
        json::object out{
            {"stages", to_json(result.stages)}, {"findings", to_json(result.findings)}, {"left_out", result.left_out}};
        std::cout << json::serialize(out) << '\n';
        return;
    }
    for (auto const& stage : result.stages)
        std::cout << fmt::format("{:<12} {:>9} checked, {} ms\n", stage.name, stage.count, stage.micros / 1000);
    for (auto const& finding : result.findings) std::cout << "FOUND " << to_string(finding) << '\n';
    if (result.left_out > 0) std::cout << "and " << result.left_out << " more\n";
    if (result.findings.empty()) std::cout << "nothing is wrong\n";
}

ledger::VerifyOptions verify_options(Config const& config, db::Address const& address, Clock const& clock) {
    ledger::VerifyOptions options;
    options.directory = config.data;
    options.checks.push_back([config, &clock](ledger::Report const& report) {
        vault::Vault const vault(config.data, config.worker, clock);
        vault.verify([&](std::string const& sm3, bool intact, std::string const& path) {
            if (intact) return;
            ledger::Finding finding;
            finding.kind = "evidence";
            finding.file = fs::relative(path, config.data).string();
            finding.what = "the bytes no longer have the digest " + sm3;
            report(std::move(finding));
        });
    });
    options.checks.push_back([config, address](ledger::Report const& report) {
        auto session = db::open(address, db::Mode::read);
        auto const key = ledger::load_or_make_data_key(config.data);
        if (!key) throw std::runtime_error(key.error().text);
        ledger::Personal(*key).check(session, report);
        for (auto const& row : access::damaged_kept_rows(session)) {
            ledger::Finding finding;
            finding.kind = "table";
            finding.row = row;
            finding.what = "the row's seal does not fit it";
            report(std::move(finding));
        }
        for (auto const& digest : planning::damaged_seeds(session)) {
            ledger::Finding finding;
            finding.kind = "table";
            finding.table = "planning_secret";
            finding.row = "digest=" + digest;
            finding.what = "the secret is gone or is not the one that was announced";
            report(std::move(finding));
        }
    });
    return options;
}

}  // namespace

int init(Config const& config, bool json) {
    if (fs::exists(config.data + "/keys")) {
        std::cerr << "anping: " << config.data << " is already initialised\n";
        return kUsage;
    }
    fs::create_directories(config.data);
    fs::permissions(config.data, fs::perms::owner_all);
    char const* const passphrase = std::getenv("ANPING_LEDGER_PASSPHRASE");
    auto const key = ledger::load_or_make_signing_key(config.data, passphrase != nullptr ? passphrase : "");
    if (!key) return cannot(key.error());
    auto const law = load_law(config.rulebooks);
    if (!law) return cannot(law.error());
    SystemClock const clock;
    House house(config, *law, clock);
    access::NewAccount administrator;
    administrator.login = "admin";
    administrator.display_name = "系统管理员";
    administrator.password = crypto::random_token(12);
    administrator.role = access::Role::administrator;
    administrator.unit = "platform";
    administrator.unit_kind = access::UnitKind::platform;
    administrator.must_change_password = true;
    auto const made = house.accounts.create({"", "operator", "", ""}, administrator);
    if (!made) return cannot(made.error());
    auto const fingerprint = ledger::fingerprint(key->public_key());
    if (json) {
        std::cout << json::serialize(json::object{{"data", config.data},
                                                  {"login", administrator.login},
                                                  {"password", administrator.password},
                                                  {"fingerprint", fingerprint}})
                  << '\n';
    } else {
        std::cout << "made " << config.data << "\nsigning key " << fingerprint << "\nsign in as " << administrator.login
                  << " with the password " << administrator.password << " (to be changed at once)\n";
    }
    return kOk;
}

int rebuild(Config const& config, bool json) {
    auto const projections = all_projections();
    auto session = db::open(db::parse_address(config.database), db::Mode::write);
    ledger::rebuild(session, pointers(projections));
    if (json) std::cout << json::serialize(json::object{{"rebuilt", projections.size()}}) << '\n';
    else std::cout << "rebuilt " << projections.size() << " projections\n";
    return kOk;
}

int verify(Config const& config, VerifyCommand const& command) {
    auto const address = db::parse_address(config.database);
    SystemClock const clock;
    auto result = ledger::verify(address, verify_options(config, address, clock));
    if (command.state) {
        auto const projections = all_projections();
        auto state = ledger::verify_state(address, pointers(projections), kept_schemas());
        for (auto& stage : state.stages) result.stages.push_back(std::move(stage));
        for (auto& finding : state.findings) result.findings.push_back(std::move(finding));
        result.left_out += state.left_out;
    }
    make_readable(result.findings);
    print(result, command.json);
    return result.findings.empty() ? kOk : kFound;
}

int verify_archive(std::string const& file, std::string const& fingerprint, bool json) {
    auto const checked = ledger::verify_archive(file, fingerprint);
    if (!checked) {
        if (json) std::cout << json::serialize(json::object{{"valid", false}, {"why", checked.error().text}}) << '\n';
        else std::cout << "NOT VALID " << checked.error().text << '\n';
        return kFound;
    }
    if (json) {
        auto out = to_json(*checked).get_object();
        out.emplace("valid", true);
        std::cout << json::serialize(out) << '\n';
    } else {
        std::cout << fmt::format("valid: {} entries and {} files under the tree of {} entries signed {}\nkey {}\n",
                                 checked->entries, checked->evidence, checked->size, to_string(checked->time),
                                 checked->fingerprint);
    }
    return kOk;
}

}  // namespace anping::app
