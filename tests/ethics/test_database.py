"""Connections, as a server that runs for weeks needs them."""

import threading

import psutil


def test_a_thread_that_ends_takes_its_connection_along(study):
    def ask():
        assert study.raters()

    def opened():
        return sum(file.path.startswith(str(study.path)) for file in psutil.Process().open_files())

    ask()
    before = opened()
    assert before > 0
    for _ in range(20):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert opened() <= before + 4  # SQLite keeps a closed one for the next connection
