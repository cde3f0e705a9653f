# SPDX-License-Identifier: Apache-2.0
"""Who acts in what a bureau does: people of the demonstration by their logins, and those it lacks."""
import concurrent.futures

from client import Client
from server import Failed, run

ADMINISTRATOR = "administrator"
FIRST_PASSWORD, OWN_PASSWORD = "crash-First-2026", "crash-Own-2026"
OF_THE_DEMONSTRATION = ("changji-head", "xinjiang", "xinjiang-head", "fukang", "tianshan", "longjiang")
# Login: role and the bureau's region.
LACKING = {"changji-leader": ("leader", "652301"), "changji-permit": ("permit_officer", "652301"),
           "fukang-leader": ("leader", "652302"), "expert-1": ("expert", "650000"), "expert-2": ("expert", "652301"),
           "expert-3": ("expert", "652301")}


def must(client, method, path, body=None):
    answer = client.call(method, path, body)
    if answer.status not in (200, 201):
        raise Failed(f"{method} {path} for the trial: {answer}")
    return answer.json()


def together(welcome, whom):
    """Passwords take their time, and the program reads two at once."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(welcome, whom))


def newcomer(port, login):
    """The connection of somebody who has a password of their own from now on."""
    client = Client(port)
    client.sign_in(login, FIRST_PASSWORD)
    client.change_password(FIRST_PASSWORD, OWN_PASSWORD)
    return client


def appoint(server):
    """Accounts of those the demonstration lacks, once for all copies of a data directory that nobody serves yet."""
    run(server.program, "account", "--data", server.data, "create", "--login", ADMINISTRATOR, "--name", ADMINISTRATOR,
        "--role", ADMINISTRATOR, "--unit", "platform", "--unit-kind", "platform", env=server.env,
        stdin=FIRST_PASSWORD + "\n")
    server.start()
    try:
        port = lambda: server.port  # noqa: E731
        administrator = newcomer(port, ADMINISTRATOR)
        for login, (role, region) in LACKING.items():
            must(administrator, "POST", "/api/v1/accounts", {
                "login": login, "display_name": login, "password": FIRST_PASSWORD, "role": role, "unit": "B-" + region,
                "unit_kind": "bureau", "region": region, "authority": "government"})
        for client in (administrator, *together(lambda login: newcomer(port, login), LACKING)):
            client.close()
    finally:
        server.stop()


class Seats:
    """Sessions, which outlive restarts. Each user of one makes connections of their own."""

    def __init__(self, client, login, password):
        self._client, self._sessions = client, {login: client.session}
        passwords = dict.fromkeys(OF_THE_DEMONSTRATION, password) | dict.fromkeys(LACKING, OWN_PASSWORD)
        together(lambda one: self._sit(*one), passwords.items())

    def __getitem__(self, login):
        return self._sessions[login]

    def client(self, login):
        return self._client.beside(self._sessions[login])

    def _sit(self, login, password):
        client = self._client.beside()
        self._sessions[login] = client.sign_in(login, password)
        client.close()
