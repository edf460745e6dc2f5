"""A local server that answers chat completions the way real ones do, and badly on demand."""

import json
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ChatServer:
    """Answers every question with `Answer to: QUESTION`, unless told otherwise.

    Args:
        script: what happens to the first requests, in their order: a status, `garbage`, `hang`, `drip`, `no text`,
            `drop`, or `(status, headers)`. Everything after it is answered.
        always: what happens to all requests.
    """

    def __init__(self, script=(), always=None):
        self.script, self.always = list(script), always
        self.requests, self.times, self.running, self.most_at_once = [], [], 0, 0
        self.lock, self.stopped = threading.Lock(), threading.Event()

    def work(self):
        """Take some time, so that requests overlap; whoever has read the answer is not counted any more."""
        with self.lock:
            self.running += 1
            self.most_at_once = max(self.most_at_once, self.running)
        time.sleep(0.02)
        with self.lock:
            self.running -= 1

    def next_step(self):
        with self.lock:
            return self.script.pop(0) if self.script else self.always


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        chat = self.server.chat
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with chat.lock:
            chat.requests.append((self.path, dict(self.headers), body))
            chat.times.append(time.monotonic())
        with suppress(BrokenPipeError, ConnectionResetError):
            self.answer(chat, body)

    def answer(self, chat, body):
        step = chat.next_step()
        status, headers = step if isinstance(step, tuple) else (step if isinstance(step, int) else 200, {})
        question = body["messages"][-1]["content"]
        content = {"choices": [{"message": {"content": f"Answer to: {question}"}, "finish_reason": "stop"}]}
        payload = json.dumps(content).encode()
        if step == "hang":
            chat.stopped.wait(10)
            return
        if step == "drop":
            self.connection.close()
            return
        if step == "garbage":
            payload = b"<html>busy</html>"
        elif step == "no text":
            payload = b'{"choices": [{"message": {"content": null}}]}'
        elif status != 200:
            payload = json.dumps({"error": f"rejected: {question}"}).encode()
        else:
            chat.work()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        if step == "drip":
            for byte in payload[:-1]:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if chat.stopped.wait(0.1):
                    return
        self.wfile.write(payload)

    def log_message(self, *arguments):
        pass


@contextmanager
def chat_server(script=(), always=None):
    """Start a server on a free port; gives the `ChatServer` and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.chat = ChatServer(script, always)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.chat, f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.chat.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
