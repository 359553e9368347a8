"""How well the main piece of text dumps is found, beside a floor: the whole dump taken as the piece.

In: folders with `gold.jsonl` (rows with `id`, `body`, `title`, `lang`) and `dumps/ID.txt`. Out: a table, and JSON with
`--json`. Score: mean over pages of 4-gram F1, every East Asian character a token.
"""

import argparse
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from schemas.keys import name_key
from tasks.parse import ParseError, parse_page
from tasks.parse.scripts import EAST_ASIAN

GRAM = 4
_WORDS = re.compile(r"\w+")
_CHARACTERS = re.compile(rf"[{EAST_ASIAN}]|[^\W{EAST_ASIAN}]+")


@dataclass(frozen=True, kw_only=True)
class Score:
    """The figures of one corpus: F1 of bodies and of the floor, share of exact titles, pages without an answer."""

    corpus: str
    pages: int
    body_f1: float
    floor_f1: float
    title_exact: float | None
    empty: int
    pages_per_second: float


def grams(text: str, language: str) -> Counter[tuple[str, ...]]:
    """Gives the runs of four tokens of a text with their counts."""
    tokens = (_CHARACTERS if language in {"zh", "ja", "ko"} else _WORDS).findall(text)
    return Counter(tuple(tokens[start : start + GRAM]) for start in range(max(1, len(tokens) - GRAM + 1)) if tokens)


def f1(found: str, wanted: str, language: str) -> float:
    """Gives the harmonic mean of precision and recall over runs of tokens, 0 to 1."""
    got, gold = grams(found, language), grams(wanted, language)
    shared = (got & gold).total()
    return 2 * shared / max(1, got.total() + gold.total())


def score_corpus(folder: Path) -> Score:
    """Gives the figures of a corpus folder."""
    bodies, floors, titles, empty, seconds = [], [], [], 0, 0.0
    for row, dump in _pages(folder):
        start = time.perf_counter()
        try:
            page = parse_page(dump)
            text, title = page.text, page.title
        except ParseError:
            text, title, empty = "", "", empty + 1
        seconds += time.perf_counter() - start
        language = row.get("lang") or "en"
        bodies.append(f1(text, row["body"], language))
        floors.append(f1(dump.decode("utf-8"), row["body"], language))
        if row.get("title"):
            titles.append(name_key(title) == name_key(row["title"]))
    return Score(
        corpus=folder.name, pages=len(bodies), body_f1=statistics.mean(bodies), floor_f1=statistics.mean(floors),
        title_exact=statistics.mean(titles) if titles else None, empty=empty, pages_per_second=len(bodies) / seconds,
    )  # fmt: skip


def _pages(folder: Path) -> Iterator[tuple[dict[str, str], bytes]]:
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row, (folder / "dumps" / f"{row['id']}.txt").read_bytes()


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures of the corpora named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    options = parser.parse_args(arguments)
    scores = [score_corpus(folder) for folder in options.corpora]
    print(f"{'corpus':<16}{'pages':>6}{'body F1':>9}{'floor':>8}{'title':>8}{'empty':>7}{'pages/s':>9}")
    for score in scores:
        title = f"{score.title_exact:.3f}" if score.title_exact is not None else "-"
        print(
            f"{score.corpus:<16}{score.pages:>6}{score.body_f1:>9.3f}{score.floor_f1:>8.3f}{title:>8}"
            f"{score.empty:>7}{score.pages_per_second:>9.1f}"
        )
    if options.json:
        options.json.write_text(json.dumps([asdict(score) for score in scores], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
