// SPDX-License-Identifier: Apache-2.0
#include <anping/api/endpoint.hpp>

namespace anping::api {

ledger::Actor Context::actor() const {
    return {who.account.text, boost::describe::enum_to_string(who.role, ""), who.unit, who.region.digits};
}

ledger::Change Context::change(std::function<Result<ledger::Decided>(ledger::Transaction&)> decide) const {
    return {actor(), idempotency_key, request_digest, std::move(decide)};
}

Builder::Builder(access::Action action, std::string method, std::string path) {
    made_.action = action;
    made_.method = std::move(method);
    made_.path = std::move(path);
}

Builder Builder::summary(std::string text) && {
    made_.summary = std::move(text);
    return std::move(*this);
}

Builder Builder::query(std::string name, std::string description) && {
    made_.query.emplace_back(std::move(name), std::move(description));
    return std::move(*this);
}

Builder Builder::queries(std::vector<std::pair<char const*, char const*>> const& named) && {
    for (auto const& [name, description] : named) made_.query.emplace_back(name, description);
    return std::move(*this);
}

Builder Builder::target(std::function<Result<access::Target>(Context const&)> load) && {
    made_.target = std::move(load);
    return std::move(*this);
}

Builder Builder::reauthenticated() && {
    made_.reauthenticated = true;
    return std::move(*this);
}

Builder Builder::if_match() && {
    made_.if_match = true;
    return std::move(*this);
}

Builder Builder::body_limit(std::uint64_t bytes) && {
    made_.body_limit = bytes;
    return std::move(*this);
}

Builder Builder::secret() && {
    made_.secret = true;
    return std::move(*this);
}

}  // namespace anping::api
