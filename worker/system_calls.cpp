// SPDX-License-Identifier: Apache-2.0
#include <linux/futex.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <type_traits>

#include "sandbox.hpp"

namespace anping::worker {
namespace {

// Files, memory, time, and leaving. What makes processes, threads, sockets, mounts or traces is not here; libraries are
// loaded by now, so nothing is executed either.
constexpr std::array kAllowed = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(pread64), SCMP_SYS(pwrite64),
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(stat), SCMP_SYS(fstat),
    SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access),
    SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents64),
    SCMP_SYS(getcwd), SCMP_SYS(fcntl), SCMP_SYS(dup), SCMP_SYS(fadvise64), SCMP_SYS(ftruncate), SCMP_SYS(munmap),
    SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rseq), SCMP_SYS(set_robust_list), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    // A clock that ends this process; see pdf_document.cpp.
    SCMP_SYS(setitimer), SCMP_SYS(times), SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo),
    SCMP_SYS(getrlimit), SCMP_SYS(getrusage), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)};

// What no program that only converts a file has use for: it changes the machine, other processes or the sandbox.
constexpr std::array kRefused = {SCMP_SYS(ptrace),
                                 SCMP_SYS(process_vm_readv),
                                 SCMP_SYS(process_vm_writev),
                                 SCMP_SYS(mount),
                                 SCMP_SYS(umount2),
                                 SCMP_SYS(pivot_root),
                                 SCMP_SYS(chroot),
                                 SCMP_SYS(setns),
                                 SCMP_SYS(unshare),
                                 SCMP_SYS(bpf),
                                 SCMP_SYS(perf_event_open),
                                 SCMP_SYS(userfaultfd),
                                 SCMP_SYS(io_uring_setup),
                                 SCMP_SYS(keyctl),
                                 SCMP_SYS(add_key),
                                 SCMP_SYS(request_key),
                                 SCMP_SYS(init_module),
                                 SCMP_SYS(finit_module),
                                 SCMP_SYS(delete_module),
                                 SCMP_SYS(kexec_load),
                                 SCMP_SYS(reboot),
                                 SCMP_SYS(swapon),
                                 SCMP_SYS(swapoff),
                                 SCMP_SYS(open_by_handle_at),
                                 SCMP_SYS(settimeofday),
                                 SCMP_SYS(clock_settime),
                                 SCMP_SYS(sethostname),
                                 SCMP_SYS(setpgid),
                                 SCMP_SYS(setsid)};

using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, void (*)(scmp_filter_ctx)>;

bool allow(Filter const& filter, int call) { return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0; }

bool allow(Filter const& filter, int call, scmp_arg_cmp const& condition) {
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

// Memory may be written or executed, never both.
bool allow_mapping(Filter const& filter, int call) {
    return allow(filter, call, {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0}) &&
           allow(filter, call, {2, SCMP_CMP_MASKED_EQ, PROT_EXEC | PROT_WRITE, PROT_EXEC});
}

// It speaks with its own parts through sockets that have a name in the file system.
bool restrict_program() {
    Filter const filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter) return false;
    auto const refuse = SCMP_ACT_ERRNO(EPERM);
    bool whole = true;
    for (int const call : kRefused) whole = whole && seccomp_rule_add(filter.get(), refuse, call, 0) == 0;
    scmp_arg_cmp const elsewhere{0, SCMP_CMP_NE, AF_UNIX, 0};
    whole = whole && seccomp_rule_add_array(filter.get(), refuse, SCMP_SYS(socket), 1, &elsewhere) == 0;
    // Asked whether /tmp can be written, where its socket goes unless it is told that it cannot; see convert.cpp.
    scmp_arg_cmp const writing{1, SCMP_CMP_EQ, W_OK, 0};
    whole = whole && seccomp_rule_add_array(filter.get(), refuse, SCMP_SYS(access), 1, &writing) == 0;
    return whole && seccomp_load(filter.get()) == 0;
}

}  // namespace

bool restrict_system_calls(Work work) {
    if (work != Work::reading) return restrict_program();
    // An error instead of a signal: a library that asks for what it need not have goes on without.
    Filter const filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    if (!filter) return false;
    bool whole = true;
    for (int const call : kAllowed) whole = whole && allow(filter, call);
    whole = whole && allow_mapping(filter, SCMP_SYS(mmap)) && allow_mapping(filter, SCMP_SYS(mprotect));
    // Reading a limit, and the signal by which abort() ends this process.
    whole = whole && allow(filter, SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0}) &&
            allow(filter, SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0});
    return whole && seccomp_load(filter.get()) == 0;
}

}  // namespace anping::worker
