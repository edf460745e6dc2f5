"""Where the server listens, and `medtune ethics serve` as a process."""

import shutil
import signal
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from medtune.ethics.web.serve import check_settings, is_loopback, open_socket


def check(host="127.0.0.1", port=8000, certificate=None, key=None, allow_plain_http=False):
    check_settings(host, port, certificate, key, allow_plain_http)


def test_this_machine_only_is_fine():
    for host in ("127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost", "LOCALHOST"):
        assert is_loopback(host)
        check(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "study.example.org", "127.0.0.1.example.org", ""])
def test_beyond_this_machine_needs_https_or_a_word(host):
    assert not is_loopback(host)
    with pytest.raises(ValueError, match="without HTTPS would send links and scores in plain text"):
        check(host)
    check(host, allow_plain_http=True)


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(ValueError, match=r"(?s)belong together.*without HTTPS|without HTTPS.*port 70000") as error:
        check("0.0.0.0", 70000, key="x")
    assert len(str(error.value).splitlines()) == 3


def test_certificates_that_are_none(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        check(certificate=tmp_path / "nowhere", key=tmp_path / "nowhere")
    (tmp_path / "words").write_text("words")
    with pytest.raises(ValueError, match="no certificate with its key"):
        check(certificate=tmp_path / "words", key=tmp_path / "words")


def test_a_port_that_is_taken():
    with open_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"cannot listen on 127.0.0.1, port {port}: Address already in use"):
            open_socket("127.0.0.1", port)
    with pytest.raises(OSError, match=r"cannot listen on 300\.1\.1\.1"):
        open_socket("300.1.1.1", 0)


@contextmanager
def process(made, *words):
    """The command, until it says where it listens; ended as Ctrl+C ends it."""
    command = [sys.executable, "-m", "medtune.cli", "ethics", "serve", str(made.study.path), "--port", "0", *words]
    # Where the tests run in the background, Ctrl+C is ignored, and a process inherits that.
    heeds = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **heeds)
    try:
        line = server.stdout.readline()
        assert line.startswith(f"serving {made.study.path} at http"), server.stderr.read()
        yield line.split()[3]
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=30)
        assert server.returncode == 130
        for token in (made.admin, *made.raters):
            assert token not in out + err
    finally:
        server.kill()
        server.wait()


def ask(url, context=None, form=None):
    try:
        opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), NoRedirect)
        return opener.open(urllib.request.Request(url, data=form), timeout=20)
    except urllib.error.HTTPError as error:
        return error


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def test_the_command_serves_and_ends(made):
    with process(made) as address:
        assert address.startswith("http://127.0.0.1:")
        answer = ask(f"{address}/r/{made.raters[0]}")
        assert answer.status == 200
        assert "server" not in answer.headers
        assert ask(f"{address}/nowhere").status == 404
        answer = ask(f"{address}/enter", form=f"token={made.raters[0]}".encode())
        assert answer.status == 303
        assert "Secure" not in answer.headers["set-cookie"]
        port = address.rpartition(":")[2]
        request = urllib.request.Request(f"{address}/", headers={"host": f"evil.example:{port}"})
        with pytest.raises(urllib.error.HTTPError, match="421"):
            urllib.request.urlopen(request, timeout=20)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl, to make a certificate")
def test_the_command_serves_https(made, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run([*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    with process(made, "--certificate", certificate, "--key", key) as address:
        address = address.replace("127.0.0.1", "localhost")
        trusting = ssl.create_default_context(cafile=certificate)
        answer = ask(f"{address}/enter", trusting, f"token={made.raters[0]}".encode())
        assert answer.status == 303
        assert answer.headers["set-cookie"].startswith("__Host-medtune-session=")
        assert "Secure" in answer.headers["set-cookie"]
        assert answer.headers["strict-transport-security"]


@pytest.mark.slow
def test_behind_a_proxy_the_address_is_the_one_it_names(made):
    with process(made, "--behind-proxy") as address:

        def guess(who):
            headers = {"x-forwarded-for": who, "x-forwarded-proto": "https", "host": "ratings.example.org"}
            try:
                return urllib.request.urlopen(urllib.request.Request(f"{address}/r/x", headers=headers), timeout=20)
            except urllib.error.HTTPError as error:
                return error

        assert [guess("192.0.2.1").status for _ in range(11)] == [404] * 10 + [429]
        assert guess("192.0.2.2").status == 404
        assert "Secure" in ask(f"{address}/enter", form=f"token={made.raters[0]}".encode()).headers["set-cookie"]
