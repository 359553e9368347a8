"""What rules propose and how overlapping proposals are settled.

In: candidates in any order. Out: candidates that do not overlap, in the text's order. No rules of language here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schemas.extraction import NamedEntity

# between candidates of one span: what names a calendar day or a sum is the better reading than what counts
_RANK = {"MONEY": 0, "PERCENT": 1, "DATE": 2, "QUANTITY": 4}
_NAME_RANK = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """What a number or a date says; the columns of a measure without its place."""

    low: float | None = None
    high: float | None = None
    unit: str | None = None
    currency: str | None = None
    currency_inferred: str | None = None
    modifier: str | None = None
    date_start: date | None = None
    date_end: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A span that a rule takes for a mention, with the entity or the value that it stands for."""

    start: int
    end: int
    type: str
    method: str
    entity: NamedEntity | None = None
    value: Value | None = None


def settle_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Gives the candidates that stay where the longest wins, then the surer type, then the one proposed first."""
    proposed = list(candidates)
    order = sorted(range(len(proposed)), key=lambda i: (*_preference(proposed[i]), i))
    taken = bytearray(max((candidate.end for candidate in proposed), default=0))
    kept: list[Candidate] = []
    for index in order:
        candidate = proposed[index]
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.start)


def _preference(candidate: Candidate) -> tuple[int, int, int]:
    length = candidate.end - candidate.start
    return -length, _RANK.get(candidate.type, _NAME_RANK), candidate.start
