// SPDX-License-Identifier: Apache-2.0
// bench_reads DIR SECONDS FILE list UNIT REGION, or detail PROJECT: what a read costs without HTTP, session and
// threads. The service call, its JSON and the text of it, over and over; FILE gets the text, standard output the cost.
#include <fmt/format.h>
#include <time.h>

#include <fstream>
#include <functional>
#include <iostream>

#include <anping/api/paging.hpp>
#include <anping/ledger/keys.hpp>

#include "house.hpp"

namespace {

using namespace anping;

double seconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

template <class T>
T value_of(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text);
    return std::move(*result);
}

// What House is without a writer: the data directory stays as it is.
struct Readers {
    explicit Readers(app::Config given)
        : config(std::move(given)),
          law(value_of(app::load_law(config.rulebooks))),
          session(db::open(db::parse_address(config.database), db::Mode::read)),
          personal(value_of(ledger::load_or_make_data_key(config.data))),
          policy(law->regions()),
          vault(config.data, config.worker, clock),
          registry([this] { return law; }, personal),
          practice([this] { return law; }, registry, personal, vault, clock) {}

    std::string list(access::Principal const& who) {
        api::PageRequest const asked;
        auto const sees = policy.visibility(who, access::Action::project_list);
        auto const page = api::make_page(practice.projects(session, sees, {}, "", asked.fetch()), asked,
                                         [](auto const& row) { return std::vector{row.id.text}; });
        json::object body;
        body.emplace("items", to_json(page.items));
        if (page.next) body.emplace("next", *page.next);
        return json::serialize(body);
    }
    std::string detail(practice::ProjectId const& id) { return to_text(value_of(practice.project(session, id))); }

    SystemClock const clock{};
    app::Config const config;
    std::shared_ptr<rulebook::Law const> const law;
    db::Session session;
    ledger::Personal personal;
    access::Policy const policy;
    vault::Vault vault;
    registry::Service registry;
    practice::Service practice;
};

void repeat(double length, std::string const& file, std::function<std::string()> const& read) {
    std::string text;
    for (int warm = 0; warm < 20; ++warm) text = read();
    std::ofstream(file, std::ios::binary) << text;
    std::int64_t rounds = 0;
    auto const begun = seconds(CLOCK_MONOTONIC);
    auto const cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    while (seconds(CLOCK_MONOTONIC) - begun < length) {
        if (read().size() != text.size()) throw std::runtime_error("the answer changed");
        ++rounds;
    }
    auto const spent = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    std::cout << fmt::format("{{\"requests\":{},\"micros\":{:.3f}}}\n", rounds,
                             spent / static_cast<double>(rounds) * 1e6);
}

int run(std::vector<std::string> const& words) {
    Readers readers(value_of(app::load_config(words[0], {})));
    auto const length = std::stod(words[1]);
    if (words[3] == "detail") {
        repeat(length, words[2], [&] { return readers.detail({words[4]}); });
        return 0;
    }
    access::Principal who;
    who.role = access::Role::institution_admin;
    who.unit_kind = access::UnitKind::institution;
    who.unit = words.at(4);
    who.region = {words.at(5)};
    repeat(length, words[2], [&] { return readers.list(who); });
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> const words(argv + 1, argv + argc);
    if (words.size() < 5) {
        std::cerr << "usage: bench_reads DIR SECONDS FILE list UNIT REGION | detail PROJECT\n";
        return 2;
    }
    try {
        return run(words);
    } catch (std::exception const& e) {
        std::cerr << "bench_reads: " << e.what() << '\n';
        return 3;
    }
}
