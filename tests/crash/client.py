# SPDX-License-Identifier: Apache-2.0
"""What a browser would send: one kept-alive connection, the session cookie, the token of changes, retries by key."""
import base64
import http.client
import json
import socket

Broken = (OSError, http.client.HTTPException)  # the answer did not come: nobody knows whether the change happened


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.headers.get('content-type', '')} {self.body[:400]!r}"


class Session:
    """Who is signed in. Shared by the connections of several threads."""

    def __init__(self, cookie, token, view):
        self.cookie, self.token, self.view = cookie, token, view


class Client:
    """Not thread-safe. `port` is asked for at every connection: a restarted server has another one."""

    def __init__(self, port, session=None, timeout=20):
        self._port, self._timeout, self._connection = port, timeout, None
        self.session = session

    def beside(self, session=None):
        """A connection of its own to the same server."""
        return Client(self._port, session, self._timeout)

    def close(self):
        if self._connection:
            self._connection.close()
        self._connection = None

    def call(self, method, path, body=None, headers=None):
        """Raises one of `Broken` when no whole answer came back."""
        sent = dict(headers or {})
        if self.session:
            sent["Cookie"] = self.session.cookie
            if method != "GET":
                sent["X-CSRF-Token"] = self.session.token
        if isinstance(body, (dict, list)):
            body = json.dumps(body, ensure_ascii=False).encode()
            sent["Content-Type"] = "application/json"
        try:
            if not self._connection:
                self._connection = http.client.HTTPConnection("127.0.0.1", self._port(), timeout=self._timeout)
                self._connection.connect()
                self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._connection.request(method, path, body, sent)
            response = self._connection.getresponse()
            answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        except Broken:
            self.close()
            raise
        if answer.headers.get("connection", "").lower() == "close":
            self.close()
        return answer

    def sign_in(self, login, password):
        answer = self.call("POST", "/api/v1/session", {"login": login, "password": password})
        if answer.status != 201:
            raise RuntimeError(f"{login} cannot sign in: {answer}")
        return self._begun(answer, answer.json())

    def change_password(self, old, new):
        """What everybody does first who was given one."""
        answer = self.call("POST", "/api/v1/session/password", {"current": old, "wanted": new})
        if answer.status != 200:
            raise RuntimeError(f"the password is not changed: {answer}")
        return self._begun(answer, answer.json()["result"])

    def _begun(self, answer, view):
        self.session = Session(answer.headers["set-cookie"].split(";")[0], view["csrf_token"], view)
        return self.session

    def upload(self, name, data):
        """A small file by tus; the id of the upload."""
        metadata = "filename " + base64.b64encode(name.encode()).decode() + ",unclassified dHJ1ZQ=="
        made = self.call("POST", "/api/v1/uploads", b"", {"Upload-Length": str(len(data)), "Upload-Metadata": metadata,
                                                          "Tus-Resumable": "1.0.0"})
        if made.status != 201:
            return made, None
        return made, made.headers["location"].rsplit("/", 1)[1]

    def append(self, upload, data, offset=0):
        return self.call("PATCH", "/api/v1/uploads/" + upload, data[offset:],
                         {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream",
                          "Tus-Resumable": "1.0.0"})
