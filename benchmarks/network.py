"""Times the temporal network on a made-up chronicle: half of the events dated by the day, one in fifty orders wrong.

python benchmarks/network.py [--events N]
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from chronotope.resolve.network import Bound, Constraint, Kind, Point, tighten

DAYS = 2000
ORDERS: tuple[Kind, ...] = ("stated order", "cause", "inferred order")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=400_000)
    count = parser.parse_args().events
    # The same network in every run.
    dice = random.Random(1)  # noqa: S311
    days = [dice.randrange(DAYS) for _ in range(count)]
    bounds = [bound for event, day in enumerate(days) if dice.random() < 0.5 for bound in dated(event, day)]
    constraints = [ordered(days, dice) for _ in range(count)]
    wall, processor = time.perf_counter(), time.process_time()
    network = tighten(bounds, constraints)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} events, {len(bounds):,} bounds, {len(constraints):,} constraints")
    print(f"{len(network.conflicts):,} conflicts, {wall:.1f} s ({processor:.1f} s of processor), {memory:,.0f} MB")


def dated(event: int, day: int) -> Iterator[Bound]:
    """The bounds of an event that lies within a day."""
    first = datetime(2015, 1, 1) + timedelta(days=day)
    last = first + timedelta(days=1, seconds=-1)
    for point in (Point(name(event), "begin"), Point(name(event), "end")):
        yield Bound(point, "earliest", first, "dated", unit="day")
        yield Bound(point, "latest", last, "dated", unit="day")


def ordered(days: list[int], dice: random.Random) -> Constraint:
    """One of two events before the other, by their true days or, now and then, against them."""
    pair = sorted(dice.sample(range(len(days)), 2), key=days.__getitem__, reverse=dice.random() < 0.02)
    earlier, later = map(name, pair)
    kind = dice.choice(ORDERS)
    return Constraint(Point(earlier, "begin"), Point(later, "begin"), kind, f"after {earlier}", f"before {later}")


def name(event: int) -> str:
    return f"event/{event:016x}"


if __name__ == "__main__":
    main()
