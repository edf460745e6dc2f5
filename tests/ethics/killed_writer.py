"""Saves scores until it is killed, and says of each that it is saved, as a server acknowledges a request."""

import sys

from medtune.ethics.store import Study

study = Study.open(sys.argv[1])
rater = int(sys.argv[2])
places = study.positions(rater)
axes = [axis.key for axis in study.rubric.axes]
for number in range(1_000_000):
    item = places[number % len(places)].item_id
    axis = axes[number // len(places) % len(axes)]
    value = (None, 0, 1, 2)[number // (len(places) * len(axes)) % 4]
    sys.stdout.write(f"{item} {axis} {value}\n")
    study.save_score(rater, item, axis, value, f"tab {number}")
    sys.stdout.write("saved\n")
    sys.stdout.flush()
