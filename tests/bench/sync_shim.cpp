// SPDX-License-Identifier: Apache-2.0
// Preloaded into the program under measurement: a disk whose sync takes ANPING_BENCH_SYNC_MICROS at least; 0: a disk
// that never syncs.
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace {

constexpr long kMicro = 1000;
constexpr long kSecond = 1'000'000'000;

long wanted() {
    static long const nanos = [] {
        char const* const text = getenv("ANPING_BENCH_SYNC_MICROS");
        return text == nullptr ? -1 : atol(text) * kMicro;
    }();
    return nanos;
}

timespec later(timespec time, long nanos) {
    time.tv_nsec += nanos % kSecond;
    time.tv_sec += nanos / kSecond + time.tv_nsec / kSecond;
    time.tv_nsec %= kSecond;
    return time;
}

int sync(int fd, char const* name) {
    if (wanted() == 0) return 0;
    timespec begun{};
    clock_gettime(CLOCK_MONOTONIC, &begun);
    auto const next = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, name));
    int const done = next(fd);
    int const error = errno;
    if (wanted() > 0) {
        auto const until = later(begun, wanted());
        while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {}
    }
    errno = error;
    return done;
}

}  // namespace

extern "C" {
int fsync(int fd) { return sync(fd, "fsync"); }
int fdatasync(int fd) { return sync(fd, "fdatasync"); }
}
