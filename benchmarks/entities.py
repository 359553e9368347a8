"""Quality and speed of mentions on an annotated text: strict precision, recall and F1 by type, characters a second.

In: a text and its gold mentions, one JSON object a line with `start`, `end`, `type`; lines with `"doubt": true` mark
stretches that count neither for nor against. Strict means the same span and the same type.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from tasks.extract import extract_text

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How a type's mentions compare with gold: right ones, wrong ones, missed ones."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the found that are right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where gold is empty."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold(path: Path) -> tuple[set[Span], list[tuple[int, int]]]:
    """Gives the gold spans and the stretches in doubt."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = {(row["start"], row["end"], row["type"]) for row in rows if not row.get("doubt")}
    return gold, [(row["start"], row["end"]) for row in rows if row.get("doubt")]


def score_by_type(gold: set[Span], found: Iterable[Span], doubts: list[tuple[int, int]]) -> dict[str, Score]:
    """Gives the score of each type and of all together under `ALL`.

    >>> score_by_type({(0, 2, "ORG")}, [(0, 2, "ORG"), (3, 5, "ORG")], [])["ALL"]
    Score(right=1, wrong=1, missed=0)
    """
    counted = {span for span in found if not any(start < span[1] and span[0] < end for start, end in doubts)}
    names = sorted({name for _, _, name in gold | counted})
    scores = {name: _score({g for g in gold if g[2] == name}, {f for f in counted if f[2] == name}) for name in names}
    return scores | {"ALL": _score(gold, counted)}


def _score(gold: set[Span], found: set[Span]) -> Score:
    return Score(len(gold & found), len(found - gold), len(gold - found))


def measure_speed(text: str, published_at: date | None) -> float:
    """Gives characters a second on one core over at least a second of work; the lexicon is loaded before."""
    extract_text(text, published_at=published_at)
    started, rounds = time.perf_counter(), 0
    while time.perf_counter() - started < 1.0:
        extract_text(text, published_at=published_at)
        rounds += 1
    return rounds * len(text) / (time.perf_counter() - started)


def print_table(scores: dict[str, Score], speed: float) -> None:
    """Prints a line a type and the speed."""
    print(f"{'type':9s} {'gold':>5s} {'right':>5s} {'P':>6s} {'R':>6s} {'F1':>6s}")
    for name, score in scores.items():
        gold = score.right + score.missed
        print(f"{name:9s} {gold:5d} {score.right:5d} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}")
    print(f"{speed:,.0f} characters a second")


def main(arguments: list[str]) -> None:
    """Scores one text, prints the table and writes JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="gold mentions, JSON lines")
    parser.add_argument("--text", type=Path, required=True, help="the text that gold annotates")
    parser.add_argument("--published-at", type=date.fromisoformat, help="day of publication, YYYY-MM-DD")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args(arguments)
    text = options.text.read_text(encoding="utf-8")
    gold, doubts = read_gold(options.gold)
    mentions = extract_text(text, published_at=options.published_at).mentions
    scores = score_by_type(gold, [(m.char_start, m.char_end, m.type) for m in mentions], doubts)
    speed = measure_speed(text, options.published_at)
    print_table(scores, speed)
    if options.json:
        figures = {name: asdict(score) | {"f1": score.f1} for name, score in scores.items()}
        options.json.write_text(json.dumps({"scores": figures, "characters_per_second": speed}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
