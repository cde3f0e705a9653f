#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""holder.py PORT HALF SLOW SECONDS COOKIE PATH: clients that hold a server's connections: HALF send half a head and
no more, SLOW ask for PATH and read the answer by drops. One the server closes is opened again. Says "held" once all
are there, and at the end of its input how many there were at the fewest. Ends after SECONDS by itself."""
import heapq
import resource
import select
import socket
import sys
import time

HALF_HEAD = b"GET /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: "
OPENED_A_SECOND = 2000  # not a flood: it is the holding that is measured
DROP, DROP_EVERY = 256, 1.0
BIND_WITHOUT_PORT = 24  # IP_BIND_ADDRESS_NO_PORT


class Holder:
    def __init__(self, port, half, slow, cookie, path):
        # Slow ones first: what they ask for is worked on while the others are opened.
        self.port, self.wanted = port, {"slow": slow, "half": half}
        self.request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()
        self.poll = select.epoll()
        self.poll.register(sys.stdin.fileno(), select.EPOLLIN | select.EPOLLHUP)
        self.open, self.kinds = {}, {}
        self.count = {"half": 0, "slow": 0}
        self.drops = []  # (when, descriptor, socket)
        self.opened = self.refused = 0

    def connect(self, kind):
        one = socket.socket()
        one.setblocking(False)
        # One address has too few ports for connections that end on the server's side.
        one.setsockopt(socket.IPPROTO_IP, BIND_WITHOUT_PORT, 1)
        one.bind((f"127.0.1.{self.opened % 16 + 1}", 0))
        if kind == "slow":
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2304)
        one.connect_ex(("127.0.0.1", self.port))
        self.poll.register(one.fileno(), select.EPOLLOUT)
        self.open[one.fileno()], self.kinds[one.fileno()] = one, kind
        self.count[kind] += 1
        self.opened += 1

    def drop(self, fd):
        self.poll.unregister(fd)
        self.open.pop(fd).close()
        self.count[self.kinds.pop(fd)] -= 1

    def event(self, fd, events):
        one, kind = self.open[fd], self.kinds[fd]
        try:
            if events & select.EPOLLOUT:
                one.send(self.request if kind == "slow" else HALF_HEAD)
                # A slow reader does not look whether there is something to read.
                self.poll.modify(fd, select.EPOLLIN if kind == "half" else select.EPOLLRDHUP)
                if kind == "slow":
                    heapq.heappush(self.drops, (time.monotonic() + DROP_EVERY, fd, one))
                return
        except OSError:
            self.refused += 1
        self.drop(fd)

    def read_drops(self, now):
        while self.drops and self.drops[0][0] <= now:
            when, fd, one = heapq.heappop(self.drops)
            if self.open.get(fd) is not one:
                continue
            try:
                if not one.recv(DROP):
                    self.drop(fd)
                    continue
            except BlockingIOError:
                one.send(self.request)  # all read: once more
            except OSError:
                self.drop(fd)
                continue
            heapq.heappush(self.drops, (when + DROP_EVERY, fd, one))

    def fill(self, allowed):
        for kind, wanted in self.wanted.items():
            while self.count[kind] < wanted and allowed > 0:
                self.connect(kind)
                allowed -= 1
        return allowed

    def full(self):
        return all(self.count[kind] >= 0.98 * wanted for kind, wanted in self.wanted.items())

    def run(self, seconds):
        begun = last = time.monotonic()
        allowed, said, fewest = 0.0, False, None
        while time.monotonic() - begun < seconds:
            for fd, events in self.poll.poll(0.01, 256):
                if fd == sys.stdin.fileno():
                    return fewest
                if fd in self.open:
                    self.event(fd, events)
            now = time.monotonic()
            self.read_drops(now)
            allowed = self.fill(min(200.0, allowed + (now - last) * OPENED_A_SECOND))
            last = now
            if not said and self.full():
                print("held", flush=True)
                said = True
            if said:
                fewest = min(fewest or 1 << 30, sum(self.count.values()))
        return fewest


def main():
    port, half, slow, seconds = (int(word) for word in sys.argv[1:5])
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    holder = Holder(port, half, slow, *sys.argv[5:7])
    fewest = holder.run(seconds)
    print(f"fewest {fewest} opened {holder.opened} refused {holder.refused}", flush=True)


if __name__ == "__main__":
    main()
