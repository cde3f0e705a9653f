// SPDX-License-Identifier: Apache-2.0
#include "metrics.hpp"

#include <anping/api/site.hpp>

namespace anping::app {

std::function<void(http::Request const&, int, std::int64_t, std::string const&)> Metrics::observer() {
    return [this](http::Request const&, int status, std::int64_t micros, std::string const&) {
        auto const hundreds = static_cast<std::size_t>(status / 100);
        if (hundreds < by_class_.size()) ++by_class_[hundreds];
        micros_ += micros;
    };
}

std::unique_ptr<http::Server> Metrics::serve(std::int64_t port, http::Server const& server, House& house) {
    if (port == 0) return nullptr;
    auto collect = [this, &server, &house] {
        std::vector<api::Metric> out;
        for (std::size_t i = 1; i < by_class_.size(); ++i)
            out.push_back({"anping_http_answers_total",
                           "answers by class of status",
                           true,
                           {{"class", std::to_string(i) + "xx"}},
                           by_class_[i]});
        auto const counters = server.counters();
        auto const number = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
        out.push_back({"anping_http_micros_total", "time spent answering", true, {}, micros_});
        out.push_back({"anping_http_open_connections", "connections open now", false, {}, number(counters.open)});
        out.push_back({"anping_http_rejected_total", "requests turned away busy", true, {}, number(counters.rejected)});
        out.push_back({"anping_ledger_entries", "entries in the ledger", false, {}, house.writer.size()});
        out.push_back(
            {"anping_ledger_healthy", "1 when the ledger can be written", false, {}, house.writer.healthy() ? 1 : 0});
        auto lease = house.pool.lease();
        out.push_back(
            {"anping_screening_waiting", "reports not screened yet", false, {}, house.screener.waiting(*lease)});
        return out;
    };
    http::Options options;
    options.port = static_cast<std::uint16_t>(port);
    options.workers = 1;
    auto out = std::make_unique<http::Server>(std::move(options),
                                              std::vector<http::Route>{api::metrics_route(std::move(collect))});
    out->start();
    return out;
}

}  // namespace anping::app
