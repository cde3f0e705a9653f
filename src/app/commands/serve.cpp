// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <iostream>

#include <anping/api/dispatcher.hpp>
#include <anping/api/problem.hpp>
#include <anping/api/session_endpoints.hpp>
#include <anping/api/site.hpp>
#include <anping/base/log.hpp>
#include <anping/http/server.hpp>
#include <anping/portal/portal.hpp>

#include "../cli.hpp"
#include "../commands.hpp"
#include "../house.hpp"
#include "../metrics.hpp"
#include "../rounds.hpp"
#include "../signer_process.hpp"
#include "../stop_signal.hpp"
#include "../upkeep.hpp"
#include "../version.hpp"

namespace anping::app {
namespace {

constexpr int kWatchMillis = 2000;

std::vector<http::Route> all_routes(House& house, api::Dispatcher const& dispatcher) {
    auto routes = dispatcher.routes();
    auto const add = [&](std::vector<http::Route> more) {
        for (auto& route : more) routes.push_back(std::move(route));
    };
    add(portal::pages(public_sources(house)));
    add(api::static_routes({"/desk", house.config.web, "index.html", api::desk_content_security_policy()}));
    add(api::static_routes({"/portal", house.config.web + "/portal"}));
    add(api::health_routes([&house]() -> Result<void> {
        if (house.writer.healthy()) return {};
        return fail(ErrorCode::unavailable, "ledger.unavailable", "账本暂时不能写入");
    }));
    return routes;
}

// A person with a browser is told on a page, a program as problem+json.
http::Response on_error(int status, http::Request const& request) {
    bool const of_program =
        request.path.starts_with("/api/") || request.header("accept").find("text/html") == std::string_view::npos;
    if (of_program) return api::server_problem(status, request);
    return portal::error_page(status, status == 404 ? "没有这个地址。" : "请稍后再试；没有提交成功的内容请重新提交。");
}

http::Options options_of(Config const& config) {
    http::Options options;
    options.address = config.address;
    options.port = static_cast<std::uint16_t>(config.port);
    options.workers = static_cast<std::size_t>(config.workers);
    options.default_headers = api::security_headers();
    options.on_error = on_error;
    return options;
}

}  // namespace

int serve(Config const& config, ServeOptions const& options) {
    auto const law = load_law(config.rulebooks);
    if (!law) {
        std::cerr << "anping: " << law.error().text << '\n';
        return kUsage;
    }
    StopSignal const stop;
    SystemClock const clock;
    House house(config, *law, clock);
    api::DispatcherOptions dispatching;
    dispatching.cookie = config.cookie;
    if (!config.origin.empty()) dispatching.origins = {config.origin};
    dispatching.version = kVersion;
    api::Dispatcher const dispatcher(all_endpoints(house), house.policy, clock, api::session_lookup(house.sessions),
                                     dispatching);
    if (options.check) {
        std::cout << "everything up to listening is in order\n";
        return kOk;
    }
    SignerProcess signer(config);
    house.writer.on_commit([&signer](std::int64_t) { signer.wake(); });
    Metrics metrics;
    auto http_options = options_of(config);
    http_options.observe = metrics.observer();
    http::Server server(std::move(http_options), all_routes(house, dispatcher));
    server.start();
    auto const metrics_server = metrics.serve(config.metrics_port, server, house);
    std::cout << fmt::format("serving on http://{}:{}", config.address, server.port()) << std::endl;
    Upkeep upkeep(house);
    Rounds const looks("disclosure", std::chrono::minutes(1), disclosure_round(house));
    Rounds const screenings("screening", std::chrono::milliseconds(500), screening_round(house));
    Rounds const watches("watch", std::chrono::seconds(5), watch_round(house));
    while (!stop.came_within(kWatchMillis)) {
        signer.tend();
        upkeep.tend();
    }
    log::info("server.stopping");
    server.stop();
    return kOk;
}

}  // namespace anping::app
