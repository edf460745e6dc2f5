"""The application on a study, with and without a server on this machine."""

import pytest

pytest.importorskip("fastapi", reason="needs the extra [ethics]")

import clinic
from fastapi.testclient import TestClient

from medtune.ethics.web.app import create_app


@pytest.fixture
def make_study(tmp_path):
    made = []

    def make(few=False, **options) -> clinic.Made:
        made.append(clinic.create(tmp_path / f"study-{len(made)}.sqlite", few, **options))
        return made[-1]

    yield make
    for one in made:
        one.study.close()


@pytest.fixture
def made(make_study) -> clinic.Made:
    return make_study()


@pytest.fixture
def client(made):
    """Asks the application without a network; the server's errors come as responses."""
    with TestClient(create_app(made.study.path), follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def serve_study():
    servers = []

    def start(made: clinic.Made, **settings) -> clinic.Made:
        servers.append(clinic.Server(made, **settings))
        return made

    yield start
    for server in servers:
        server.stop()
