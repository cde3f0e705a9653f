// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace anping::vault {
namespace {

using Deadline = std::chrono::steady_clock::time_point;

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int value) noexcept : value_(value) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int get() const noexcept { return value_; }
    void reset(int value = -1) noexcept {
        if (value_ >= 0) ::close(value_);
        value_ = value;
    }

private:
    int value_ = -1;
};

struct SpawnSettings {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};

    explicit SpawnSettings(int output) {
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&files, output, 1);
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&files, 3);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(SpawnSettings const&) = delete;
    SpawnSettings& operator=(SpawnSettings const&) = delete;
};

// Nothing when it could not be started.
pid_t start(std::string const& program, std::vector<std::string> const& arguments, int output) {
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (auto const& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    SpawnSettings const settings(output);
    pid_t child = -1;
    int const error =
        posix_spawn(&child, program.c_str(), &settings.files, &settings.attributes, argv.data(), environment.data());
    return error == 0 ? child : -1;
}

// What is left of the time, rounded up so that it is not over before the deadline.
int remaining(Deadline deadline) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

// Whether `descriptor` became readable (or ended) before the deadline.
bool wait_for(int descriptor, Deadline deadline) {
    for (;;) {
        pollfd one{descriptor, POLLIN, 0};
        int const ready = ::poll(&one, 1, remaining(deadline));
        if (ready > 0) return true;
        if (ready == 0 || errno != EINTR) return false;
    }
}

Run::End drain(int descriptor, RunLimits const& limits, Deadline deadline, std::string& output) {
    std::array<char, 16 * 1024> buffer{};
    while (wait_for(descriptor, deadline)) {
        auto const count = ::read(descriptor, buffer.data(), buffer.size());
        if (count == 0) return Run::End::exited;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return Run::End::crashed;
        output.append(buffer.data(), static_cast<std::size_t>(count));
        if (output.size() > limits.output) {
            output.resize(limits.output);
            return Run::End::flooded;
        }
    }
    return Run::End::timeout;
}

}  // namespace

Run run(std::string const& program, std::vector<std::string> const& arguments, RunLimits const& limits) {
    Run out;
    auto const deadline = std::chrono::steady_clock::now() + limits.wall;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return out;
    Descriptor const reading(ends[0]);
    Descriptor writing(ends[1]);
    pid_t const child = start(program, arguments, writing.get());
    writing.reset();
    if (child < 0) return out;

    out.end = drain(reading.get(), limits, deadline, out.output);
    if (out.end == Run::End::exited) {
        Descriptor const process(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
        if (process.get() < 0 || !wait_for(process.get(), deadline)) out.end = Run::End::timeout;
    }
    // The group has no other name than the child's as long as the child is not waited for.
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (out.end != Run::End::exited) return out;
    out.end = WIFEXITED(status) ? Run::End::exited : Run::End::crashed;
    out.status = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
    return out;
}

}  // namespace anping::vault
