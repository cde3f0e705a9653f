// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include <string>

namespace anping::http {
namespace {

// The kernel keeps 15 characters of a thread's name.
std::string thread_name(std::string_view role, std::size_t number) {
    auto const suffix = "-" + std::to_string(number);
    std::string name = "anping-" + std::string(role);
    if (suffix.size() < 15 && name.size() + suffix.size() > 15) name.resize(15 - suffix.size());
    return name + suffix;
}

// Threads inherit the mask of the one that starts them.
class SignalsBlocked {
public:
    SignalsBlocked() noexcept {
        sigset_t all;
        sigfillset(&all);
        for (int const fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP}) sigdelset(&all, fault);
        pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    SignalsBlocked(SignalsBlocked const&) = delete;
    SignalsBlocked& operator=(SignalsBlocked const&) = delete;
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

}  // namespace

void raise_descriptor_limit() noexcept {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::thread start_thread(std::string_view role, std::size_t number, std::function<void()> body) {
    SignalsBlocked const blocked;
    return std::thread([name = thread_name(role, number), run = std::move(body)] {
        pthread_setname_np(pthread_self(), name.c_str());
        run();
    });
}

}  // namespace anping::http
