// SPDX-License-Identifier: Apache-2.0
// From method and path to a route. A fixed segment goes before a capture, a capture before "{rest...}".
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <anping/http/server.hpp>

namespace anping::http {

class Router {
public:
    explicit Router(std::vector<Route> routes);  // throws std::invalid_argument on malformed or equal patterns

    struct Found {
        Route const* route = nullptr;
        std::map<std::string, std::string, std::less<>> captures;
        std::string allow;  // without a route: the methods this path has; empty if there is no such path
    };
    // HEAD falls back on GET.
    Found find(std::string_view method, std::string_view path) const;

private:
    struct Leaf {
        Route const* route = nullptr;
        std::vector<std::string> names;  // of the captures, in order
    };
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
        std::unique_ptr<Node> any;
        std::map<std::string, Leaf, std::less<>> leaves;       // by method
        std::map<std::string, Leaf, std::less<>> rest_leaves;  // "{rest...}" below this node
    };
    struct Search {
        std::string_view method;
        std::vector<std::string_view> values;
        std::set<std::string, std::less<>> methods;
        Leaf const* leaf = nullptr;
    };

    void add(Route const& route);
    static void put(std::map<std::string, Leaf, std::less<>>& leaves, Leaf leaf);
    static bool take(std::map<std::string, Leaf, std::less<>> const& leaves, Search& search);
    static bool walk(Node const& node, std::string_view path, Search& search);

    std::vector<Route> routes_;
    Node root_;
};

}  // namespace anping::http
