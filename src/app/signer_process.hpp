// SPDX-License-Identifier: Apache-2.0
// The signing process beside a serving one.
#pragma once

#include <sys/types.h>
#include <string>

#include "config.hpp"

namespace anping::app {

// Starts `anping sign` and wakes it after commits; starts it again when it ends. wake() and tend() are thread-safe
// against each other's callers only as used here: wake() by the writer, tend() by the watch.
class SignerProcess {
public:
    explicit SignerProcess(Config const& config);
    ~SignerProcess();  // closes its input and waits for it
    SignerProcess(SignerProcess const&) = delete;
    SignerProcess& operator=(SignerProcess const&) = delete;

    void wake() noexcept;  // never blocks
    void tend();           // starts it again if it has ended

private:
    void start();
    void stop() noexcept;

    std::string data_;
    int input_ = -1;
    pid_t pid_ = -1;
};

}  // namespace anping::app
