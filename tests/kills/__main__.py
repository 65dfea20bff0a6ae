"""Kill a window at work, again and again: `python -m tests.kills [--times 200] [--seed 1]`.

Each time a window opens the record, its user types, ticks, lifts lines to outcomes and merges
people, and the process is killed (SIGKILL) at a random moment. Then the record must pass `check`,
and every word typed more than a second before the kill must be in it.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.check import check
from db.engine import create_store, open_store
from desktop_app.services import sample
from tests.kills.typist import word

ROOT: Final = Path(__file__).parents[2]
MAY_BE_LOST: Final = 1.0
"""Seconds of typing before the kill."""
LONGEST_LIFE: Final = 4.0
A_RECORD: Final = 20
"""Kills that one record lives through."""


@dataclass(frozen=True, slots=True)
class Kill:
    """What came of one kill.

    Attributes:
        typed: words that were typed and shown.
        lost: seconds before the kill at which the oldest word that is not on file was typed.
        problems: what `check` found, and words lost that were older than a second.
    """

    typed: int
    lost: float
    problems: tuple[str, ...]


def make_record(record: Path) -> int:
    """Fill a record with the sample centre and give the id of the session to be written down."""
    with create_store(record) as store, store.write("sample.fill") as work:
        sample.fill(work)
        rows = work.connection.exec_driver_sql("SELECT id FROM sessions WHERE state = 'drafting'")
        return int(rows.scalars().first() or 1)


def kill_once(record: Path, session_id: int, seed: int) -> Kill:
    """Let one user work, kill him, and look at what is left."""
    line = [sys.executable, "-m", "tests.kills.typist", str(record), str(session_id), str(seed)]
    life = random.Random(seed).uniform(0.2, LONGEST_LIFE)
    told: list[str] = []
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as user:
        assert user.stdout is not None
        for said in user.stdout:
            if said.startswith("begun"):
                break
        time.sleep(life)
        user.kill()
        killed = time.monotonic()
        told = user.stdout.read().splitlines()
    typed = {
        int(parts[1]): float(parts[2])
        for parts in (said.split() for said in told)
        if parts[:1] == ["typed"] and len(parts) == 3
    }
    kept = _kept_words(record)
    lost = [killed - at for number, at in typed.items() if word(seed, number) not in kept]
    problems = tuple(
        f"a word typed {ago:.2f} s before the kill is lost" for ago in lost if ago > MAY_BE_LOST
    )
    return Kill(len(typed), max(lost, default=0.0), (*_found(record), *problems))


def _kept_words(record: Path) -> str:
    query = (
        "SELECT summary_ar || ' ' || summary_fr FROM interventions"
        " UNION ALL SELECT text_ar || ' ' || text_fr FROM outcomes"
    )
    with open_store(record, writing=False) as store, store.read() as reading:
        return " ".join(reading.connection.exec_driver_sql(query).scalars())


def _found(record: Path) -> tuple[str, ...]:
    return tuple(str(problem) for problem in check(record))


def main() -> None:
    """Kill as often as is asked, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    kills: list[Kill] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(asked.times):
            record = Path(folder) / f"{number // A_RECORD}.mahdar"
            if number % A_RECORD == 0:
                session_id = make_record(record)
            kills.append(kill_once(record, session_id, asked.seed + number))
            for problem in kills[-1].problems:
                print(f"kill {number + 1} (seed {asked.seed + number}): {problem}", flush=True)
    broken = sum(bool(kill.problems) for kill in kills)
    print(
        f"{len(kills)} kills, {sum(kill.typed for kill in kills)} words typed;"
        f" oldest word lost: {max(kill.lost for kill in kills):.2f} s before its kill;"
        f" records that do not pass: {broken}"
    )
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
