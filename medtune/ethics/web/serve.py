"""`medtune ethics serve`: where the server listens, and what it refuses to be reached by."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from pathlib import Path

import uvicorn

from medtune.ethics.web.app import create_app

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def serve(
    study: str | Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    certificate: str | Path | None = None,
    key: str | Path | None = None,
    behind_proxy: bool = False,
    allow_plain_http: bool = False,
) -> None:
    """Serve a study to raters and its administrator until interrupted.

    Args:
        study: the file of `medtune ethics create`.
        host: address to listen on; only this machine by default.
        port: to listen on; 0 takes a free one, which is printed.
        certificate: PEM file with the server's certificate and its chain, for HTTPS.
        key: PEM file with the certificate's private key.
        behind_proxy: a proxy with HTTPS stands before the server; browsers are told to use HTTPS only, and the proxy
            (on this machine, or as the environment variable `FORWARDED_ALLOW_IPS` says) is believed who asks.
        allow_plain_http: listen beyond this machine without HTTPS; anybody on the way can then read links and scores.

    Raises:
        ValueError: all that is wrong with the settings, or with the study.
        FileNotFoundError: the study, the certificate or the key is not there.
        OSError: the port is taken, or the address is not this machine's.
    """
    check_settings(host, port, certificate, key, allow_plain_http)
    secure = behind_proxy or certificate is not None
    # On this machine the names are known, and a page of another site whose name is made to lead here is refused.
    hosts = LOOPBACK_NAMES if is_loopback(host) and not behind_proxy else None
    app = create_app(study, hosts, secure)
    with open_socket(host, port) as listening:
        config = uvicorn.Config(
            app,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            # A personal link is in the address of a request: requests are not logged.
            access_log=False,
            log_level="warning",
            server_header=False,
            proxy_headers=behind_proxy,
            ws="none",
            timeout_keep_alive=30,
            timeout_graceful_shutdown=5,
        )
        scheme, port = "http" if certificate is None else "https", listening.getsockname()[1]
        print(f"serving {study} at {scheme}://{_bracketed(host)}:{port} (Ctrl+C ends it)", flush=True)
        uvicorn.Server(config).run(sockets=[listening])


def check_settings(
    host: str, port: int, certificate: str | Path | None, key: str | Path | None, allow_plain_http: bool
) -> None:
    """Check where and how the server is to listen; arguments and errors as in `serve`."""
    problems = []
    if (certificate is None) != (key is None):
        problems.append("a certificate and its key belong together: give both, or neither")
    if certificate is None and not is_loopback(host) and not allow_plain_http:
        problems.append(
            f"listening on {host} without HTTPS would send links and scores in plain text: give --certificate and "
            "--key, or listen on 127.0.0.1 behind a proxy with HTTPS, or say --allow-plain-http"
        )
    if not 0 <= port <= 65535:
        problems.append(f"port {port}: 0 (a free one) to 65535 is allowed")
    if problems:
        raise ValueError("\n".join(problems))
    if certificate is not None:
        _check_certificate(Path(certificate), Path(key))


def _check_certificate(certificate: Path, key: Path) -> None:
    for path in (certificate, key):
        if not path.is_file():
            raise FileNotFoundError(f"{path} is not there: a PEM file is needed")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password=_no_password)
    except ssl.SSLError as error:
        raise ValueError(f"{certificate} and {key} are no certificate with its key in PEM format: {error}") from None


def _no_password() -> str:
    raise ValueError("the private key has a password: a key without one is needed, in a file only you can read")


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a host name or address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def open_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Args:
        host: name or address of this machine.
        port: 0 takes a free one.

    Raises:
        OSError: the port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=256)
    except OSError as error:
        reason = str(error.strerror).partition(" (while")[0]
        raise OSError(f"cannot listen on {host}, port {port}: {reason}") from None
