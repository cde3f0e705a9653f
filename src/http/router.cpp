// SPDX-License-Identifier: Apache-2.0
#include "router.hpp"

#include <algorithm>
#include <stdexcept>

namespace anping::http {
namespace {

[[noreturn]] void malformed(Route const& route, std::string const& why) {
    throw std::invalid_argument("route " + route.method + " " + route.pattern + ": " + why);
}

bool is_capture(std::string_view segment) noexcept { return segment.starts_with('{') && segment.ends_with('}'); }

std::string allow_header(std::set<std::string, std::less<>> methods) {
    if (methods.contains("GET")) methods.insert("HEAD");
    std::string out;
    for (auto const& method : methods) {
        if (!out.empty()) out += ", ";
        out += method;
    }
    return out;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
    for (auto const& route : routes_) add(route);
}

void Router::put(std::map<std::string, Leaf, std::less<>>& leaves, Leaf leaf) {
    auto const& route = *leaf.route;
    if (!leaves.emplace(route.method, std::move(leaf)).second) malformed(route, "stands twice");
}

void Router::add(Route const& route) {
    if (!route.pattern.starts_with('/') || route.method.empty()) malformed(route, "needs a method and a leading slash");
    if (bool(route.handle) == bool(route.open_sink)) malformed(route, "needs either handle or open_sink");
    Leaf leaf{&route, {}};
    Node* node = &root_;
    std::string_view rest = std::string_view(route.pattern).substr(1);
    for (bool last = false; !last;) {
        auto const end = std::min(rest.find('/'), rest.size());
        last = end == rest.size();
        auto const segment = rest.substr(0, end);
        rest.remove_prefix(last ? end : end + 1);
        if (segment.empty() && !last) malformed(route, "has an empty segment");
        if (!is_capture(segment)) {
            auto& next = node->fixed[std::string(segment)];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
            continue;
        }
        auto name = segment.substr(1, segment.size() - 2);
        bool const takes_rest = name.ends_with("...");
        if (takes_rest) name.remove_suffix(3);
        if (name.empty() || (takes_rest && !last)) malformed(route, "has a bad capture");
        if (std::find(leaf.names.begin(), leaf.names.end(), name) != leaf.names.end())
            malformed(route, "repeats a name");
        leaf.names.emplace_back(name);
        if (takes_rest) return put(node->rest_leaves, std::move(leaf));
        if (!node->any) node->any = std::make_unique<Node>();
        node = node->any.get();
    }
    put(node->leaves, std::move(leaf));
}

bool Router::take(std::map<std::string, Leaf, std::less<>> const& leaves, Search& search) {
    auto found = leaves.find(search.method);
    if (found == leaves.end() && search.method == "HEAD") found = leaves.find(std::string_view("GET"));
    if (found == leaves.end()) {
        for (auto const& [method, leaf] : leaves) search.methods.insert(method);
        return false;
    }
    search.leaf = &found->second;
    return true;
}

// `path` is what remains after a slash. A more specific pattern without the method gives way to a wider one with it.
bool Router::walk(Node const& node, std::string_view path, Search& search) {
    auto const end = std::min(path.find('/'), path.size());
    bool const last = end == path.size();
    auto const segment = path.substr(0, end);
    auto const descend = [&](Node const& next) {
        return last ? take(next.leaves, search) : walk(next, path.substr(end + 1), search);
    };
    auto const fixed = node.fixed.find(segment);
    if (fixed != node.fixed.end() && descend(*fixed->second)) return true;
    if (node.any && !segment.empty()) {
        search.values.push_back(segment);
        if (descend(*node.any)) return true;
        search.values.pop_back();
    }
    search.values.push_back(path);
    if (take(node.rest_leaves, search)) return true;
    search.values.pop_back();
    return false;
}

Router::Found Router::find(std::string_view method, std::string_view path) const {
    Search search;
    search.method = method;
    Found found;
    if (!path.starts_with('/')) return found;
    if (!walk(root_, path.substr(1), search)) {
        found.allow = allow_header(std::move(search.methods));
        return found;
    }
    found.route = search.leaf->route;
    for (std::size_t i = 0; i < search.values.size(); ++i) {
        found.captures.emplace(search.leaf->names[i], search.values[i]);
    }
    return found;
}

}  // namespace anping::http
