// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace anping::app {

// SIGINT and SIGTERM as a file descriptor; blocked in every thread started afterwards.
class StopSignal {
public:
    StopSignal() {
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGINT);
        sigaddset(&set, SIGTERM);
        ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
        ::signal(SIGPIPE, SIG_IGN);
        descriptor_ = ::signalfd(-1, &set, SFD_CLOEXEC);
    }
    ~StopSignal() { ::close(descriptor_); }
    StopSignal(StopSignal const&) = delete;
    StopSignal& operator=(StopSignal const&) = delete;
    // True once one has come; otherwise after the time.
    bool came_within(int millis) const {
        pollfd watched{descriptor_, POLLIN, 0};
        return ::poll(&watched, 1, millis) > 0;
    }

private:
    int descriptor_ = -1;
};

}  // namespace anping::app
