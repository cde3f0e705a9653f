# SPDX-License-Identifier: Apache-2.0
"""A serving program on a fresh copy of the demonstration, its writers and their checker."""
import random
import shutil

from bureau import Bureau
from check import Checker
from client import Client
from ledger import Ledger
from seats import appoint
from server import Failed, Server
from work import Office
from writers import Crew

OFFICES = {"tianshan": Office, "longjiang": Office, "changji": Bureau}


def sign_in(port, password, logins=tuple(OFFICES)):
    """Sessions of two institutions' administrators and a county's clerk, each with what they know."""
    sessions = []
    for login in logins:
        client = Client(port)
        client.sign_in(login, password)
        sessions.append((client.session, OFFICES[login](client, password)))
        client.close()
    return sessions


class Scene:
    def __init__(self, lab, data, database, extra=None, writers=8):
        self.lab, self.database = lab, database
        self.server = Server(lab.program, data, database, extra)
        if database.conninfo:
            self.password = self.server.initialise()
            appoint(self.server)
        else:
            shutil.copytree(lab.template, data)
            self.password = lab.password
        self.size = writers

    def __enter__(self):
        self.server.start()
        self.sessions = sign_in(self.port, self.password)
        self.crew = Crew(self.port, self.sessions, 0, self.lab.options.seed, self.size)
        self.checker = Checker(self.crew, Ledger(self.database, self.server.data + "/anping.db"), random.Random(1))
        return self

    def __exit__(self, kind, problem, trace):
        self.crew.end()
        self.checker.close()
        self.server.stop()
        if isinstance(problem, Failed):
            raise Failed(f"{problem}\nserver log:\n{self.server.log_tail()}") from problem
        if kind is None:
            self.server.remove()

    def port(self):
        return self.server.port

    def raise_problems(self):
        if self.crew.problems:
            raise Failed("; ".join(self.crew.problems[:3]))

    def look(self):
        """Everything acknowledged is there once, and the program's own check finds nothing."""
        self.checker.after_restart()
        self.checker.everything()
        self.server.must_verify()
