// SPDX-License-Identifier: Apache-2.0
// What the server asks of the process it runs in.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <thread>

namespace anping::http {

// Connections are descriptors: takes as many as the system grants.
void raise_descriptor_limit() noexcept;

// A thread named "anping-<role>-<number>" that takes no signals: they are the main thread's business.
std::thread start_thread(std::string_view role, std::size_t number, std::function<void()> body);

}  // namespace anping::http
