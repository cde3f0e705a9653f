// SPDX-License-Identifier: Apache-2.0
#include "cli.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <memory>

#include <anping/base/log.hpp>

#include "commands.hpp"
#include "version.hpp"

namespace anping::app {
namespace {

constexpr char const* kFooter =
    "Exit codes: 0 done, 1 a check found something wrong, 2 wrong command line or setting, 3 the machine does not let "
    "it.\n"
    "Settings: built in, then DIR/anping.toml, then ANPING_... variables, then the command line.";

// What every subcommand takes.
struct Common {
    std::string data = "./var";
    std::map<std::string, std::string> set;  // settings given on the command line
    bool json = false;
};

CLI::App* add(CLI::App& app, Common& common, char const* name, char const* help) {
    auto* command = app.add_subcommand(name, help);
    command->add_option("--data", common.data, "data directory")->capture_default_str();
    command->add_flag("--json", common.json, "one JSON document instead of text");
    return command;
}

void add_setting(CLI::App& command, Common& common, std::string const& flag, std::string const& key,
                 std::string const& help) {
    command.add_option_function<std::string>(
        flag, [&common, key](std::string const& value) { common.set[key] = value; }, help);
}

log::Level level_of(std::string const& name) {
    if (name == "debug") return log::Level::debug;
    if (name == "warn") return log::Level::warn;
    if (name == "error") return log::Level::error;
    return log::Level::info;
}

template <class Command>
std::function<int()> with_config(Common& common, Command command) {
    return [&common, command] {
        auto const config = load_config(common.data, common.set);
        if (!config) {
            std::cerr << "anping: " << config.error().text << '\n';
            return kUsage;
        }
        log::set_level(level_of(config->log_level));
        return command(*config);
    };
}

std::string settings_help() {
    std::string out = "\nSettings of anping.toml (and their variables):\n";
    for (auto const& setting : settings()) {
        out += "  " + setting.key;
        out.append(setting.key.size() < 16 ? 16 - setting.key.size() : 1, ' ');
        out += setting.help + " (" + setting.environment + ")\n";
    }
    return out;
}

struct Cli {
    CLI::App app{"Anping: supervision of safety assessment and testing institutions on a ledger nobody can rewrite",
                 "anping"};
    Common common;
    ServeOptions serving;
    VerifyCommand verifying;
    RulebookCommand book;
    AccountCommand account;
    CorpusCommand corpus;
    DrawCommand drawing;
    LibraryCommand library;
    ScreenCommand screening;
    std::string extracted;
    std::string archive;
    std::string fingerprint;
    std::map<CLI::App*, std::function<int()>> run;

    Cli() {
        app.require_subcommand(1);
        app.footer(kFooter);
        serve_command();
        data_commands();
        archive_command();
        draw_commands();
        rulebook_commands();
        account_commands();
        corpus_commands();
        auto* version = app.add_subcommand("version", "print the version");
        run[version] = [] {
            std::cout << "anping " << kVersion << '\n';
            return kOk;
        };
    }

    void serve_command() {
        auto* command = add(app, common, "serve", "serve the platform");
        add_setting(*command, common, "--port", "port", "port to listen on, 0 for any");
        add_setting(*command, common, "--address", "address", "address to listen on");
        command->add_flag("--check", serving.check, "run every start-up step up to listening, then stop");
        command->footer(settings_help());
        run[command] = with_config(common, [this](Config const& config) { return serve(config, serving); });
        auto* signer = add(app, common, "sign", "sign tree heads as told on standard input (started by serve)");
        signer->group("");
        run[signer] = with_config(common, [](Config const& config) { return sign(config); });
    }

    void data_commands() {
        auto* initialise = add(app, common, "init", "make the data directory: keys, database, first administrator");
        run[initialise] = with_config(common, [this](Config const& config) { return init(config, common.json); });
        auto* demonstrate =
            add(app, common, "demo", "fill a new data directory with a fictional demonstration province");
        run[demonstrate] = with_config(common, [this](Config const& config) { return demo(config, common.json); });
        auto* replay = add(app, common, "rebuild", "drop every projection and replay it from the ledger");
        run[replay] = with_config(common, [this](Config const& config) { return rebuild(config, common.json); });
        auto* check = add(app, common, "verify", "check ledger, tiles, signed heads, evidence and kept rows");
        check->add_flag("--state", verifying.state,
                        "also replay everything and compare every projection row and field");
        run[check] = with_config(common, [this](Config const& config) {
            verifying.json = common.json;
            return verify(config, verifying);
        });
    }

    void archive_command() {
        auto* command = add(app, common, "verify-archive", "check an exported archive, without server or network");
        command->add_option("file", archive, "the archive")->required();
        command->add_option("--key", fingerprint, "fingerprint of the key to accept, as published");
        run[command] = [this] { return verify_archive(archive, fingerprint, common.json); };
    }

    void draw_commands() {
        auto* command = add(app, common, "draw", "draws anybody can compute again");
        command->require_subcommand(1);
        auto* compute = command->add_subcommand("compute", "who is drawn, from a plan and what its seed is made of");
        auto* again = command->add_subcommand("replay", "whether a published draw follows from what it says");
        for (auto* sub : {compute, again}) {
            sub->fallthrough();
            sub->add_option("file", drawing.file, "the page of a draw, a JSON document, or one a line")->required();
            run[sub] = [this, sub] {
                drawing.action = sub->get_name();
                drawing.json = common.json;
                return draw_command(drawing);
            };
        }
    }

    void rulebook_commands() {
        auto* command = add(app, common, "rulebook", "check, explain and compare rulebooks");
        command->require_subcommand(1);
        auto* check = command->add_subcommand("check", "load the rulebooks and print every diagnostic");
        auto* explain = command->add_subcommand("explain", "what a clause says, where and when it governs");
        explain->add_option("clause", book.clause, "id of a clause, e.g. XJ-13a")->required();
        explain->add_option("--region", book.region, "six-digit code");
        explain->add_option("--date", book.date, "day of the act, YYYY-MM-DD");
        auto* diff = command->add_subcommand("diff", "which open deadlines would move under other rulebooks");
        diff->add_option("books", book.other, "directory of the other rulebooks")->required();
        for (auto* sub : {check, explain, diff}) {
            sub->fallthrough();
            run[sub] = with_config(common, [this, sub](Config const& config) {
                book.action = sub->get_name();
                book.json = common.json;
                return rulebook_command(config, book);
            });
        }
    }

    void account_commands() {
        auto* command = add(app, common, "account", "accounts, for the operator at the machine");
        command->require_subcommand(1);
        auto* list = command->add_subcommand("list", "every account");
        auto* create = command->add_subcommand("create", "open an account; the password is read from standard input");
        create->add_option("--login", account.login, "what they sign in with")->required();
        create->add_option("--name", account.name, "display name")->required();
        create->add_option("--role", account.role, "e.g. clerk, institution_admin")->required();
        create->add_option("--unit", account.unit, "id of their unit, e.g. B-652301");
        create->add_option("--unit-kind", account.unit_kind, "institution, enterprise, bureau, platform ...")
            ->required();
        create->add_option("--region", account.region, "six-digit code");
        auto* password = command->add_subcommand(
            "password", "give a new password, read from standard input; a second factor and a lock end with it");
        password->add_option("--login", account.login, "whose")->required();
        password->add_option("--reason", account.reason, "kept in the ledger")->capture_default_str();
        for (auto* sub : {list, create, password}) {
            sub->fallthrough();
            run[sub] = with_config(common, [this, sub](Config const& config) {
                account.action = sub->get_name();
                account.json = common.json;
                return account_command(config, account);
            });
        }
    }

    void corpus_commands() {
        auto* command = add(app, common, "corpus", "the reports others are compared with");
        command->require_subcommand(1);
        auto* more = command->add_subcommand("add", "take in files, and files below directories");
        auto* stat = command->add_subcommand("stat", "how many, and how large");
        auto* merge = command->add_subcommand("merge", "put segments together as far as one holds them");
        auto* check = command->add_subcommand("verify", "every block against its check sum");
        for (auto* sub : {more, stat, merge, check}) {
            sub->fallthrough();
            sub->add_option("corpus", corpus.directory, "its directory")->required();
            run[sub] = with_config(common, [this, sub](Config const& config) {
                corpus.action = sub->get_name();
                corpus.json = common.json;
                return corpus_command(config, corpus);
            });
        }
        more->add_option("files", corpus.files, "PDF, DOCX or plain text")->required();
        library_commands();
        screen_commands();
    }

    void library_commands() {
        auto* command = add(app, common, "library", "laws and standards: quoting them is no copy");
        command->require_subcommand(1);
        auto* more =
            command->add_subcommand("add",
                                    "take in files, and files below directories; a name tells the law and its edition: "
                                    "TITLE(2021-06-10).pdf for "
                                    "the day it was issued, TITLE(2021-09-01起施行).pdf or "
                                    "TITLE(2014-12-01至2021-08-31).pdf for the days it was "
                                    "in force; what the name does not tell is taken from the text where that says it");
        auto* stat = command->add_subcommand("stat", "how many");
        auto* list = command->add_subcommand("list", "each law and its edition");
        for (auto* sub : {more, stat, list}) {
            sub->fallthrough();
            run[sub] = with_config(common, [this, sub](Config const& config) {
                library.action = sub->get_name();
                library.json = common.json;
                return library_command(config, library);
            });
        }
        more->add_option("files", library.files, "PDF, DOCX, OFD or plain text")->required();
    }

    void screen_commands() {
        auto* command = add(app, common, "screen", "what of a file stands in others");
        command->add_option("files", screening.files, "PDF, DOCX or plain text")->required();
        command->add_option("--against", screening.against, "a corpus, or a directory of files")->required();
        command->add_option("--library", screening.library, "directory of laws and standards: quoting them is no copy");
        command->add_option("--own", screening.names, "a name of the parties, compared with nothing");
        command->add_option("--names", screening.names_file, "a file of such names, one a line");
        command->add_option("--html", screening.html, "directory for pages with both texts side by side");
        command->add_option("--work", screening.work, "directory to go on from, when the same is called again");
        command->add_option("--least", screening.least, "score of a passage: 36 a lead, 45 suspected, 60 established")
            ->capture_default_str();
        run[command] = with_config(common, [this](Config const& config) {
            screening.json = common.json;
            return screen_command(config, screening);
        });
        auto* worker = add(app, common, "screen-worker", "help a serving process with a large corpus (PostgreSQL)");
        run[worker] = with_config(common, [this](Config const& config) { return screen_worker(config, common.json); });
        auto* extract = add(app, common, "extract", "the text of a file, as screen reads it");
        extract->add_option("file", extracted, "PDF, DOCX or plain text")->required();
        run[extract] = with_config(
            common, [this](Config const& config) { return extract_command(config, extracted, common.json); });
    }

    // The innermost subcommand given.
    int dispatch() {
        CLI::App* chosen = app.get_subcommands().front();
        while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
        return run.at(chosen)();
    }
};

}  // namespace

int run(int argc, char** argv) {
    auto const cli = std::make_unique<Cli>();
    try {
        cli->app.parse(argc, argv);
    } catch (CLI::ParseError const& error) { return cli->app.exit(error) == 0 ? kOk : kUsage; }
    return cli->dispatch();
}

}  // namespace anping::app
