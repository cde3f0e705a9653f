// SPDX-License-Identifier: Apache-2.0
// Preloaded into the program under test: a disk below ANPING_FAULT_BELOW that fails as the file ANPING_FAULT_SWITCH
// says, at once and for as long as it says so. Sockets, pipes and files elsewhere are left alone.
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace {

enum Mode : uint32_t {
    kNone = 0,
    kFull = 1,     // nothing may grow, nothing may be made: ENOSPC
    kNoSync = 2,   // fsync and fdatasync: EIO
    kNoWrite = 3,  // every write: EIO
    kOnce = 4,     // the call numbered `at` fails with `error`, later ones do not
    kKillAt = 5,   // before the call numbered `at` the process is killed
    kCount = 6,    // counts only
};

// Shared with the test through the mapped file.
struct Switch {
    std::atomic<uint32_t> mode;
    std::atomic<uint32_t> at;
    std::atomic<uint32_t> error;
    std::atomic<uint32_t> calls;
};

Switch* shared() {
    static Switch* const mapped = []() -> Switch* {
        char const* const path = getenv("ANPING_FAULT_SWITCH");
        if (path == nullptr) return nullptr;
        int const fd = open(path, O_RDWR | O_CLOEXEC);
        if (fd < 0) return nullptr;
        void* const at = mmap(nullptr, sizeof(Switch), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        close(fd);
        return at == MAP_FAILED ? nullptr : static_cast<Switch*>(at);
    }();
    return mapped;
}

template <class F>
F real(char const* name) {
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

bool below(char const* path) {
    static char const* const root = getenv("ANPING_FAULT_BELOW");
    return root != nullptr && strncmp(path, root, strlen(root)) == 0;
}

bool ours(int fd) {
    struct stat info{};
    if (fstat(fd, &info) != 0 || (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode))) return false;
    char link[64];
    char path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    auto const length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return false;
    path[length] = '\0';
    return below(path);
}

// The error for this call, 0 for none. `sync`: asks the disk to keep what it has; `grows`: needs new space.
int fault(bool sync, bool grows) {
    Switch* const s = shared();
    if (s == nullptr) return 0;
    switch (s->mode.load()) {
        case kFull: return grows ? ENOSPC : 0;
        case kNoSync: return sync ? EIO : 0;
        case kNoWrite: return sync ? 0 : EIO;
        case kOnce: return s->calls.fetch_add(1) + 1 == s->at.load() ? static_cast<int>(s->error.load()) : 0;
        case kKillAt:
            if (s->calls.fetch_add(1) + 1 == s->at.load()) kill(getpid(), SIGKILL);
            return 0;
        case kCount: s->calls.fetch_add(1); return 0;
        default: return 0;
    }
}

bool idle() {
    Switch* const s = shared();
    return s == nullptr || s->mode.load() == kNone;
}

bool grows(int fd, off_t offset, size_t count) {
    struct stat info{};
    return fstat(fd, &info) != 0 || offset + static_cast<off_t>(count) > info.st_size;
}

bool fails(int fd, bool sync, bool growing) {
    if (idle() || !ours(fd)) return false;
    int const error = fault(sync, growing);
    if (error == 0) return false;
    errno = error;
    return true;
}

bool fails(char const* path, bool growing) {
    if (idle() || !below(path)) return false;
    int const error = fault(false, growing);
    if (error == 0) return false;
    errno = error;
    return true;
}

bool makes(char const* path, int flags) {
    return (flags & O_CREAT) != 0 && !idle() && below(path) && access(path, F_OK) != 0;
}

unsigned mode_of(int flags, va_list list) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, unsigned) : 0U; }

}  // namespace

extern "C" {

ssize_t write(int fd, void const* data, size_t count) {
    static auto const next = real<ssize_t (*)(int, void const*, size_t)>("write");
    if (!idle() && fails(fd, false, grows(fd, lseek(fd, 0, SEEK_CUR), count))) return -1;
    return next(fd, data, count);
}

ssize_t pwrite(int fd, void const* data, size_t count, off_t offset) {
    static auto const next = real<ssize_t (*)(int, void const*, size_t, off_t)>("pwrite");
    if (!idle() && fails(fd, false, grows(fd, offset, count))) return -1;
    return next(fd, data, count, offset);
}

ssize_t pwrite64(int fd, void const* data, size_t count, off64_t offset) { return pwrite(fd, data, count, offset); }

ssize_t writev(int fd, iovec const* parts, int count) {
    static auto const next = real<ssize_t (*)(int, iovec const*, int)>("writev");
    if (!idle() && fails(fd, false, true)) return -1;
    return next(fd, parts, count);
}

int fsync(int fd) {
    static auto const next = real<int (*)(int)>("fsync");
    return fails(fd, true, false) ? -1 : next(fd);
}

int fdatasync(int fd) {
    static auto const next = real<int (*)(int)>("fdatasync");
    return fails(fd, true, false) ? -1 : next(fd);
}

int ftruncate(int fd, off_t length) {
    static auto const next = real<int (*)(int, off_t)>("ftruncate");
    if (!idle() && fails(fd, false, grows(fd, length, 0))) return -1;
    return next(fd, length);
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

int posix_fallocate(int fd, off_t offset, off_t length) {
    static auto const next = real<int (*)(int, off_t, off_t)>("posix_fallocate");
    return !idle() && fails(fd, false, true) ? errno : next(fd, offset, length);
}

int open(char const* path, int flags, ...) {
    static auto const next = real<int (*)(char const*, int, unsigned)>("open");
    va_list list;
    va_start(list, flags);
    unsigned const mode = mode_of(flags, list);
    va_end(list);
    if (makes(path, flags) && fails(path, true)) return -1;
    return next(path, flags, mode);
}

int open64(char const* path, int flags, ...) {
    static auto const next = real<int (*)(char const*, int, unsigned)>("open64");
    va_list list;
    va_start(list, flags);
    unsigned const mode = mode_of(flags, list);
    va_end(list);
    if (makes(path, flags) && fails(path, true)) return -1;
    return next(path, flags, mode);
}

int mkdir(char const* path, mode_t mode) {
    static auto const next = real<int (*)(char const*, mode_t)>("mkdir");
    return !idle() && access(path, F_OK) != 0 && fails(path, true) ? -1 : next(path, mode);
}

int rename(char const* from, char const* to) {
    static auto const next = real<int (*)(char const*, char const*)>("rename");
    return fails(to, false) ? -1 : next(from, to);
}

int link(char const* from, char const* to) {
    static auto const next = real<int (*)(char const*, char const*)>("link");
    return fails(to, true) ? -1 : next(from, to);
}

int linkat(int from_fd, char const* from, int to_fd, char const* to, int flags) {
    static auto const next = real<int (*)(int, char const*, int, char const*, int)>("linkat");
    return fails(to, true) ? -1 : next(from_fd, from, to_fd, to, flags);
}

int unlink(char const* path) {
    static auto const next = real<int (*)(char const*)>("unlink");
    return fails(path, false) ? -1 : next(path);
}

}  // extern "C"
