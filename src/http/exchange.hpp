// SPDX-License-Identifier: Apache-2.0
// One request and its answer, as far as a worker sees them: no socket, no event loop.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <anping/http/server.hpp>

#include "file_transfer.hpp"

namespace anping::http {

struct Exchange {
    Request request;
    Response response;
    Route const* route = nullptr;
    std::chrono::steady_clock::time_point started{};
    bool head_only = false;

    std::unique_ptr<BodySink> sink;
    std::string piece;        // of the body, for the sink
    bool sink_wants = false;  // more pieces

    FileTransfer file;
    int socket = -1;
    FileTransfer::Sent sent = FileTransfer::Sent::some;

    // The steps. They may throw; none runs beside another of the same exchange.
    void handle();
    void open_sink();
    void write_piece();
    void finish_sink();
    void prepare_file();  // range, and either the bytes themselves or an open file
    void send_file() { sent = file.send(socket); }
};

}  // namespace anping::http
