// SPDX-License-Identifier: Apache-2.0
#include "faults.hpp"

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace anping::vault::faults {
namespace {

int countdown = 0;  // 0: not armed
int with = 0;
bool happened = false;

bool strikes() {
    if (countdown == 0 || --countdown > 0) return false;
    happened = true;
    if (with == kKill) ::_exit(9);
    errno = with;
    return true;
}

template <class Function>
Function* next(char const* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

void arm(int nth, int error) {
    countdown = nth;
    with = error;
    happened = false;
}

bool disarm() {
    countdown = 0;
    return happened;
}

}  // namespace anping::vault::faults

using anping::vault::faults::next;
using anping::vault::faults::strikes;

// Definitions in the program come before those of the C library.
extern "C" {

ssize_t pwrite(int file, void const* bytes, size_t count, off_t offset) {
    static auto* const real = next<ssize_t(int, void const*, size_t, off_t)>("pwrite");
    if (!strikes()) return real(file, bytes, count, offset);
    // Half of it came through.
    return count > 1 ? real(file, bytes, count / 2, offset) : -1;
}

int fsync(int file) {
    static auto* const real = next<int(int)>("fsync");
    return strikes() ? -1 : real(file);
}

int ftruncate(int file, off_t size) noexcept {
    static auto* const real = next<int(int, off_t)>("ftruncate");
    return strikes() ? -1 : real(file, size);
}

int rename(char const* from, char const* to) noexcept {
    static auto* const real = next<int(char const*, char const*)>("rename");
    return strikes() ? -1 : real(from, to);
}

int link(char const* from, char const* to) noexcept {
    static auto* const real = next<int(char const*, char const*)>("link");
    return strikes() ? -1 : real(from, to);
}

int unlink(char const* path) noexcept {
    static auto* const real = next<int(char const*)>("unlink");
    return strikes() ? -1 : real(path);
}

int mkdir(char const* path, mode_t mode) noexcept {
    static auto* const real = next<int(char const*, mode_t)>("mkdir");
    return strikes() ? -1 : real(path, mode);
}

}  // extern "C"
