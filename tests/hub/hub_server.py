"""A Hub on this machine, which speaks as much of the Hub's API as publishing and loading a checkpoint ask of it.

Repositories, preupload, the LFS batch and its uploads, commits, and files to be resolved, over HTTP as the real client
asks for them. Faults are said beforehand: an answer of 500 to come, or a connection that breaks in the middle of an
upload.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

TOKEN = "hf_of_the_owner"
READ_ONLY = "hf_that_only_reads"
#: Files of this size and more go through LFS, as do all weights.
LARGE = 10_000


@dataclass
class Fault:
    """What goes wrong with the next requests.

    Args:
        method: of the request.
        path: what its path contains.
        status: the answer; 0 breaks the connection after half of the body.
        times: how often.
    """

    method: str
    path: str
    status: int
    times: int = 1


@dataclass
class Repository:
    """Files by path: the bytes, or the id of an LFS object."""

    private: bool
    files: dict[str, bytes | str] = field(default_factory=dict)
    commits: list[str] = field(default_factory=list)


class Hub:
    """The server; use it as a context manager.

    Its `address` is what `HF_ENDPOINT` is set to, and `requests` lists what was asked, as `(method, path)`.
    """

    def __init__(self, owner: str = "user"):
        self.owner = owner
        self.repositories: dict[str, Repository] = {}
        self.objects: dict[str, bytes] = {}
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str]] = []

    def __enter__(self) -> Hub:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"hub": self}))
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self.server.shutdown()
        self.server.server_close()

    def content(self, repository: str, path: str) -> bytes:
        held = self.repositories[repository].files[path]
        return self.objects[held] if isinstance(held, str) else held

    def asked(self, method: str, part: str) -> int:
        """Count requests."""
        return sum(one == method and part in path for one, path in self.requests)

    def fault(self, method: str, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.times and fault.method == method and fault.path in path:
                fault.times -= 1
                return fault
        return None


class Handler(BaseHTTPRequestHandler):
    """One request."""

    hub: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_) -> None:
        pass

    def handle_request(self) -> None:
        self.url = urlsplit(self.path)
        path = unquote(self.url.path)
        self.hub.requests.append((self.command, path))
        length = int(self.headers.get("Content-Length") or 0)
        fault = self.hub.fault(self.command, path)
        if fault and not fault.status:
            self.rfile.read(length // 2)
            self.close_connection = True
            self.connection.close()
            return
        self.body = self.rfile.read(length)
        if fault:
            self.answer({"error": "said beforehand"}, fault.status)
            return
        for method, pattern, function in ROUTES:
            if self.command in method and (match := re.fullmatch(pattern, path)):
                function(self, *match.groups())
                return
        self.answer({"error": f"nothing at {self.command} {path}"}, 404)

    do_GET = do_HEAD = do_POST = do_PUT = handle_request

    def answer(self, value: dict | list | bytes, status: int = 200, **headers: str) -> None:
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        if not isinstance(value, bytes):
            self.send_header("Content-Type", "application/json")
        for name, text in headers.items():
            self.send_header(name.replace("_", "-"), text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def token(self) -> str:
        return (self.headers.get("Authorization") or "").removeprefix("Bearer ")

    def may_write(self) -> bool:
        if self.token() == READ_ONLY:
            self.answer({"error": "Forbidden: you need write access"}, 403)
        elif self.token() != TOKEN:
            self.answer({"error": "Invalid username or password."}, 401)
        return self.token() == TOKEN

    def found(self, name: str) -> Repository | None:
        """Return a repository that the asker may see; of any other it says, as the Hub does, that there is none."""
        repository = self.hub.repositories.get(name)
        if repository is None or (repository.private and self.token() not in (TOKEN, READ_ONLY)):
            self.answer(
                {"error": "Repository not found"}, 401 if not self.token() else 404, X_Error_Code="RepoNotFound"
            )
            return None
        return repository

    def create(self) -> None:
        if not self.may_write():
            return
        asked = json.loads(self.body)
        owner = asked.get("organization") or self.hub.owner
        if owner != self.hub.owner:
            self.answer({"error": f"No organization {owner}"}, 404)
            return
        name = f"{owner}/{asked['name']}"
        private = asked.get("visibility") == "private" or bool(asked.get("private"))
        known = name in self.hub.repositories
        self.hub.repositories.setdefault(name, Repository(private))
        self.answer({"url": f"{self.hub.address}/{name}", "name": name}, 409 if known else 200)

    def validate(self) -> None:
        self.answer({"errors": [], "warnings": []})

    def preupload(self, name: str) -> None:
        if self.may_write() and self.found(name):
            files = [
                {
                    "path": file["path"],
                    "uploadMode": "lfs"
                    if file["size"] >= LARGE or file["path"].endswith(".safetensors")
                    else "regular",
                    "shouldIgnore": False,
                    "oid": None,
                }
                for file in json.loads(self.body)["files"]
            ]
            self.answer({"files": files})

    def batch(self, name: str) -> None:
        if not (self.may_write() and self.found(name)):
            return
        objects = []
        for asked in json.loads(self.body)["objects"]:
            upload = {"upload": {"href": f"{self.hub.address}/lfs/{asked['oid']}"}}
            objects.append({**asked, **({} if asked["oid"] in self.hub.objects else {"actions": upload})})
        self.answer({"transfer": "basic", "objects": objects})

    def receive(self, oid: str) -> None:
        if hashlib.sha256(self.body).hexdigest() != oid:
            self.answer({"error": "the content has another hash"}, 422)
            return
        self.hub.objects[oid] = self.body
        self.answer(b"")

    def commit(self, name: str) -> None:
        if not self.may_write():
            return
        repository = self.found(name)
        if repository is None:
            return
        added = {}
        for line in self.body.splitlines():
            entry = json.loads(line)
            value = entry["value"]
            if entry["key"] == "file":
                added[value["path"]] = base64.b64decode(value["content"])
            elif entry["key"] == "lfsFile":
                assert value["oid"] in self.hub.objects
                added[value["path"]] = value["oid"]
        repository.files |= added
        repository.commits.append(hashlib.sha1(self.body).hexdigest())
        oid = repository.commits[-1]
        self.answer({"success": True, "commitOid": oid, "commitUrl": f"{self.hub.address}/{name}/commit/{oid}"})

    def resolve(self, name: str, path: str) -> None:
        repository = self.found(name)
        if repository is None:
            return
        commit = repository.commits[-1]
        if path not in repository.files:
            self.answer({"error": "Entry not found"}, 404, X_Error_Code="EntryNotFound", X_Repo_Commit=commit)
            return
        content = self.hub.content(name, path)
        held = repository.files[path]
        etag = held if isinstance(held, str) else hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        headers = {"ETag": f'"{etag}"', "X_Repo_Commit": commit, "Accept_Ranges": "bytes"}
        wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
        if wanted:
            headers["Content_Range"] = f"bytes {wanted[1]}-{len(content) - 1}/{len(content)}"
            self.answer(content[int(wanted[1]) :], 206, **headers)
        else:
            self.answer(content, **headers)

    def tree(self, name: str) -> None:
        if repository := self.found(name):
            files = [(path, self.hub.content(name, path), held) for path, held in repository.files.items()]
            self.answer([self._entry(*file) for file in files])

    @staticmethod
    def _entry(path: str, content: bytes, held: bytes | str) -> dict:
        oid = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        lfs = {"lfs": {"oid": held, "size": len(content), "pointerSize": 130}} if isinstance(held, str) else {}
        return {"type": "file", "path": path, "size": len(content), "oid": oid, **lfs}

    def information(self, name: str) -> None:
        if repository := self.found(name):
            files = [{"rfilename": path} for path in repository.files]
            about = {"id": name, "modelId": name, "private": repository.private, "tags": [], "siblings": files}
            self.answer({**about, "sha": repository.commits[-1] if repository.commits else None})


_NAME = r"([^/]+/[^/]+)"
ROUTES = (
    ("POST", "/api/repos/create", Handler.create),
    ("POST", "/api/validate-yaml", Handler.validate),
    ("POST", f"/api/models/{_NAME}/preupload/main", Handler.preupload),
    ("POST", f"/{_NAME}\\.git/info/lfs/objects/batch", Handler.batch),
    ("PUT", "/lfs/([0-9a-f]+)", Handler.receive),
    ("POST", f"/api/models/{_NAME}/commit/main", Handler.commit),
    ("GET HEAD", f"/{_NAME}/resolve/[^/]+/(.+)", Handler.resolve),
    ("GET", f"/api/models/{_NAME}/tree/[^/]+(?:/.*)?", Handler.tree),
    ("GET", f"/api/models/{_NAME}(?:/revision/.+)?", Handler.information),
)
