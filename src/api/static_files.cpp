// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>

#include <anping/api/problem.hpp>
#include <anping/api/site.hpp>
#include <anping/crypto/digest.hpp>

namespace anping::api {
namespace {

namespace fs = std::filesystem;

struct Variant {
    std::string path;
    std::uint64_t size = 0;
};

struct File {
    Variant plain;
    std::optional<Variant> brotli, gzip;
    std::string type;
    std::string etag;  // without quotes
    bool for_ever = false;
    bool page = false;
};

using Files = std::map<std::string, File, std::less<>>;

char const* type_of(std::string const& extension) {
    static constexpr std::pair<std::string_view, char const*> kTypes[] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".webmanifest", "application/manifest+json; charset=utf-8"},
        {".map", "application/json; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".wasm", "application/wasm"},
    };
    for (auto const& [known, type] : kTypes)
        if (extension == known) return type;
    return "application/octet-stream";
}

// "index-B3x9_kQa.js": what bundlers write; a changed file has another name.
bool is_hashed(std::string const& stem) {
    auto const dash = stem.find_last_of("-.");
    if (dash == std::string::npos || stem.size() - dash - 1 < 8) return false;
    auto const hash = std::string_view(stem).substr(dash + 1);
    bool const plain = std::all_of(hash.begin(), hash.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    });
    return plain && std::any_of(hash.begin(), hash.end(),
                                [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

std::optional<Variant> variant(fs::path const& path) {
    std::error_code problem;
    auto const size = fs::file_size(path, problem);
    if (problem) return std::nullopt;
    return Variant{path.string(), size};
}

std::string digest_of(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(in), {}};
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, bytes)).substr(0, 32);
}

Files read(std::string const& directory) {
    Files files;
    std::error_code problem;
    fs::recursive_directory_iterator entries(directory, problem);
    if (problem) throw std::runtime_error("pages cannot be read: " + directory + ": " + problem.message());
    for (auto const& entry : entries) {
        auto const extension = entry.path().extension().string();
        if (!entry.is_regular_file() || extension == ".br" || extension == ".gz") continue;
        File file;
        file.plain = {entry.path().string(), entry.file_size()};
        file.brotli = variant(entry.path().string() + ".br");
        file.gzip = variant(entry.path().string() + ".gz");
        file.type = type_of(extension);
        file.etag = digest_of(entry.path());
        file.for_ever = is_hashed(entry.path().stem().string());
        file.page = extension == ".html";
        files.emplace(fs::relative(entry.path(), directory).generic_string(), std::move(file));
    }
    return files;
}

// Whether `coding` is among those the client takes ("br;q=0" refuses it).
bool takes(std::string_view accepted, std::string_view coding) {
    while (!accepted.empty()) {
        auto const end = std::min(accepted.find(','), accepted.size());
        auto item = accepted.substr(0, end);
        accepted.remove_prefix(std::min(end + 1, accepted.size()));
        while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
        auto const name = item.substr(0, item.find_first_of("; "));
        if (name == coding)
            return item.find("q=0") == std::string_view::npos || item.find("q=0.") != std::string_view::npos;
    }
    return false;
}

http::Response send(File const& file, StaticSite const& site, http::Request const& request) {
    auto const accepted = request.header("accept-encoding");
    auto const* chosen = &file.plain;
    std::string coding;
    // A range is of the plain file: parts of a compressed one are of no use to who asks for them.
    if (request.header("range").empty()) {
        if (file.brotli && takes(accepted, "br")) {
            chosen = &*file.brotli;
            coding = "br";
        } else if (file.gzip && takes(accepted, "gzip")) {
            chosen = &*file.gzip;
            coding = "gzip";
        }
    }
    auto const etag = "\"" + file.etag + (coding.empty() ? "" : "-" + coding) + "\"";
    http::Response response;
    response.headers.emplace_back("etag", etag);
    response.headers.emplace_back("cache-control", file.for_ever ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.brotli || file.gzip) response.headers.emplace_back("vary", "Accept-Encoding");
    // On a 304, too: what it says replaces what the browser has kept.
    if (file.page && !site.content_security_policy.empty())
        response.headers.emplace_back("content-security-policy", site.content_security_policy);
    if (request.header("if-none-match") == etag) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("content-type", file.type);
    if (!coding.empty()) response.headers.emplace_back("content-encoding", coding);
    response.file = http::FileBody{chosen->path, chosen->size};
    return response;
}

}  // namespace

std::vector<http::Route> static_routes(StaticSite const& site) {
    auto const files = std::make_shared<Files const>(read(site.directory));
    auto const serve = [files, site](std::string const& name, http::Request const& request) {
        auto found = files->find(name);
        // An address of the program inside the page, not a file that is missing.
        bool const address = fs::path(name).extension().empty();
        if (found == files->end() && address && !site.fallback.empty()) found = files->find(site.fallback);
        if (found == files->end()) return server_problem(404, request);
        return send(found->second, site, request);
    };
    http::Route root;
    root.method = "GET";
    root.pattern = site.prefix.empty() ? "/" : site.prefix;
    root.handle = [serve](http::Request const& request) { return serve("index.html", request); };
    http::Route below;
    below.method = "GET";
    below.pattern = site.prefix + "/{rest...}";
    below.handle = [serve](http::Request const& request) {
        auto const& name = request.capture("rest");
        return serve(name.empty() ? "index.html" : name, request);
    };
    return {std::move(root), std::move(below)};
}

}  // namespace anping::api
