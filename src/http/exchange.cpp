// SPDX-License-Identifier: Apache-2.0
#include "exchange.hpp"

#include "head.hpp"
#include "ranges.hpp"

namespace anping::http {
namespace {

constexpr std::uint64_t kSmallFile = 64 * 1024;  // goes out with its head in one call

}  // namespace

void Exchange::handle() {
    response = route->handle(request);
    prepare_file();
}

void Exchange::open_sink() {
    auto opened = route->open_sink(request);
    sink = std::move(opened.first);
    sink_wants = sink != nullptr;
    if (sink) return;
    response = std::move(opened.second);
    prepare_file();
}

void Exchange::write_piece() { sink_wants = sink->write(piece); }

void Exchange::finish_sink() {
    response = sink->finish();
    sink.reset();
    prepare_file();
}

void Exchange::prepare_file() {
    if (!response.file) return;
    auto& body = *response.file;
    Range range{Range::Kind::whole, 0, body.size};
    // If-Range is answered with the whole file, which is always right.
    if (response.status == 200 && request.header("if-range").empty()) {
        range = parse_range(request.header("range"), body.size);
    }
    if (!has_header(response.headers, "accept-ranges")) response.with("Accept-Ranges", "bytes");
    if (range.kind != Range::Kind::whole) response.with("Content-Range", content_range(range, body.size));
    if (range.kind == Range::Kind::unsatisfiable) {
        response.status = 416;
        response.body.clear();
        response.file.reset();
        return;
    }
    if (range.kind == Range::Kind::part) response.status = 206;
    file.open(body.path, body.size, range.first, range.length);
    body.size = range.length;
    if (head_only || range.length > kSmallFile) return;
    response.body = file.read_all();
    response.file.reset();
}

}  // namespace anping::http
