"""Fifty raters save scores at once, and the server is killed in the middle.

    python tests/benchmarks/ethics_load.py [--raters 50] [--seconds 60] [--pause 1]

Starts `medtune ethics serve` on an invented study. Each rater reads a page and saves a score on each axis, one after
the other, with a random pause around `--pause` seconds (people take ten times as long); now and then one changes a
score. Halfway the server's process gets SIGKILL and is started again; raters try again until they are answered. Prints
how long an answer took from sending to acknowledgement, and what of the acknowledged is not in the study's file. Bars:
95 of 100 answers within 100 ms, nothing lost.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ethics" / "web"))

import psutil
from rater_client import RaterClient

from medtune.ethics.rows import NewItem, NewRater, NewSystem
from medtune.ethics.store import Study

AXES = ("information_security", "etiology_explainability", "user_guidance")
BAR_MS = 100.0


@dataclass
class Result:
    """What a run measured.

    Args:
        raters: how many saved at once.
        seconds: how long.
        milliseconds: of each acknowledged save, the outage left out.
        failures: requests that the killed server did not answer; each was sent again.
        outage: seconds from the kill to the first answer after it.
        lost: acknowledged scores that are not in the file.
        wrong: current scores in the file that are not the last acknowledged.
        processor: seconds of processor time that the server took after its start, pages included.
    """

    raters: int
    seconds: float
    milliseconds: list[float]
    failures: int
    outage: float
    lost: list[tuple]
    wrong: list[tuple]
    processor: float

    def percentile(self, percent: int) -> float:
        """Return the milliseconds within which so many of 100 saves were acknowledged."""
        return statistics.quantiles(self.milliseconds, n=100)[percent - 1]


def make_study(path: Path, raters: int, items: int = 100) -> tuple[Study, list[str]]:
    """Make a study; returns it and the raters' tokens, in the order of their numbers."""
    words = "Rest, drink enough, and see a doctor if it does not get better within three days. "
    answers = [
        NewItem(f"row:{n}", "made-up", "en", f"What helps against cough number {n}?", words * 8) for n in range(items)
    ]
    people = [NewRater(f"Rater {n}") for n in range(raters)]
    study, tokens = Study.create(path, "Load", [NewSystem("made-up")], answers, people)
    return study, [tokens.raters[person.name] for person in people]


def start_server(study: Path, port: int) -> subprocess.Popen:
    """Start the server's process; it answers a little later."""
    command = [sys.executable, "-m", "medtune.cli", "ethics", "serve", str(study), "--port", str(port)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ | {"OMP_NUM_THREADS": "1"})


def wait_until_it_answers(port: int, seconds: float = 60.0) -> None:
    """Return once the server answers a request."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/static/icon.svg")
            if connection.getresponse().status == 200:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            connection.close()
    raise TimeoutError(f"the server did not answer within {seconds:.0f} s")


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def rate(client: RaterClient, number: int, end: float, pause: float, acknowledged: list[tuple]) -> None:
    """Save scores until the time is over; what was acknowledged is noted in its order."""
    choices = random.Random(number)
    time.sleep(choices.uniform(0, pause))
    client.enter()
    place = 0
    while time.monotonic() < end:
        place += 1
        client.read(place)
        for axis in (*AXES, AXES[choices.randrange(3)]):  # the fourth changes one of them, or sends it again
            value = choices.choice(("0", "1", "2", "cannot"))
            client.save(place, **{axis: value})
            acknowledged.append((number + 1, client.item, axis, None if value == "cannot" else int(value)))
            time.sleep(choices.uniform(0, 2 * pause))
            if time.monotonic() >= end:
                break
    client.close()


def measure(folder: Path, raters: int, seconds: float, pause: float, say: Callable[[str], None] = print) -> Result:
    """Run the raters against a server that is killed halfway."""
    path, port = folder / "load.study", free_port()
    study, tokens = make_study(path, raters, items=max(20, int(seconds / pause / 2) + 10))
    server = start_server(path, port)
    try:
        wait_until_it_answers(port)
        processor = -_processor_time(server)
        clients = [RaterClient(port, token) for token in tokens]
        notes: list[list[tuple]] = [[] for _ in clients]
        end = time.monotonic() + seconds
        threads = [
            threading.Thread(target=rate, args=(client, number, end, pause, notes[number]), daemon=True)
            for number, client in enumerate(clients)
        ]
        for thread in threads:
            thread.start()
        time.sleep(seconds / 2)
        processor += _processor_time(server)
        server.send_signal(signal.SIGKILL)
        server.wait()
        killed = time.monotonic()
        server = start_server(path, port)
        wait_until_it_answers(port)
        outage = time.monotonic() - killed
        processor -= _processor_time(server)
        say(f"killed halfway, answering again after {outage:.1f} s")
        for thread in threads:
            thread.join(timeout=120)
        if stuck := sum(thread.is_alive() for thread in threads):
            raise RuntimeError(f"{stuck} raters never came to an end")
        processor += _processor_time(server)
    finally:
        server.kill()
        server.wait()
    lost, wrong = compare(study, notes)
    study.close()
    milliseconds = [1000 * one for client in clients for one in client.seconds]
    return Result(raters, seconds, milliseconds, sum(c.failures for c in clients), outage, lost, wrong, processor)


def _processor_time(server: subprocess.Popen) -> float:
    times = psutil.Process(server.pid).cpu_times()
    return times.user + times.system


def compare(study: Study, notes: list[list[tuple]]) -> tuple[list[tuple], list[tuple]]:
    """Return acknowledged scores that the file lacks, and current ones in it that are not the last acknowledged."""
    with closing(sqlite3.connect(study.path)) as db:
        rows = db.execute("SELECT rater_id, item_id, axis, value, superseded FROM score").fetchall()
    ever = {row[:4] for row in rows}
    current = {row[:3]: row[3] for row in rows if row[4] == 0}
    last = {note[:3]: note[3] for note in (note for notes_of_one in notes for note in notes_of_one)}
    lost = [note for notes_of_one in notes for note in notes_of_one if note not in ever]
    return lost, [key for key, value in last.items() if key not in current or current[key] != value]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raters", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=1.0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = measure(Path(folder), arguments.raters, arguments.seconds, arguments.pause)
    saves = len(result.milliseconds)
    print(f"| raters | saves | saves/s | median | p95 | p99 | longest | lost | wrong |\n|{' ---: |' * 9}")
    print(
        f"| {result.raters} | {saves} | {saves / result.seconds:.0f} | {result.percentile(50):.1f} ms | "
        f"{result.percentile(95):.1f} ms | {result.percentile(99):.1f} ms | {max(result.milliseconds):.0f} ms | "
        f"{len(result.lost)} | {len(result.wrong)} |"
    )
    print(f"{result.failures} attempts failed while no server ran, and were made again; outage {result.outage:.1f} s")
    print(f"processor time of the server: {1000 * result.processor / saves:.1f} ms a save, with the pages read between")
    print(f"load average of the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if result.lost or result.wrong or result.percentile(95) > BAR_MS:
        raise SystemExit("the bar is not reached")


if __name__ == "__main__":
    main()
