"""Which reading of an article, or of its list of related reads, becomes a revision of its own.

In: what the lake knows of one article or list, and a new reading of it. Out: a verdict. Pure: reading the lake's state
is in `state`, numbering rows by a verdict in `numbering`.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An article or a list as it was read once: hashes of what the page says and of what was found in it."""

    content_hash: str
    extraction_hash: str
    extractor: str
    fetched_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a reading is worth: the revision it makes, or, where `reason` is None, the one it repeats.

    `is_late` says that a newer reading was known: the revision lands and does not become the latest.
    """

    revision: int
    reason: str | None
    is_late: bool = False


@dataclass
class Timeline:
    """The readings of one article or list that made revisions: the latest, and the revision of each content."""

    latest: Reading | None = None
    latest_revision: int = 0
    highest_revision: int = 0
    revision_of: dict[str, int] = field(default_factory=dict)

    def judge(self, reading: Reading) -> Verdict:
        """Gives the verdict on a reading.

        >>> timeline = Timeline()
        >>> first = Reading(content_hash="a", extraction_hash="x", extractor="1", fetched_at=None)
        >>> timeline.judge(first)
        Verdict(revision=1, reason='first', is_late=False)
        >>> timeline.add(first, timeline.judge(first))
        >>> timeline.judge(first)
        Verdict(revision=1, reason=None, is_late=False)
        """
        following = self.highest_revision + 1
        if self.latest is None:
            return Verdict(revision=following, reason="first")
        if _is_older(reading, self.latest):
            if reading.content_hash in self.revision_of:
                return Verdict(revision=self.revision_of[reading.content_hash], reason=None)
            return Verdict(revision=following, reason="changed", is_late=True)
        if reading.content_hash != self.latest.content_hash:
            return Verdict(revision=following, reason="changed")
        if reading.extractor != self.latest.extractor and reading.extraction_hash != self.latest.extraction_hash:
            return Verdict(revision=following, reason="extractor")
        return self.repeat()

    def repeat(self) -> Verdict:
        """Gives the verdict on a reading that says nothing new: it repeats the latest revision."""
        return Verdict(revision=self.latest_revision, reason=None)

    def confirm(self, content_hash: str, fetched_at: datetime | None) -> None:
        """Notes that the latest revision was still there at a later time, if that is its content."""
        if self.latest and self.latest.content_hash == content_hash:
            self.confirm_latest(fetched_at)

    def confirm_latest(self, fetched_at: datetime | None) -> None:
        """Notes that the latest revision was still there at a later time; one of unknown time stays so."""
        if self.latest and self.latest.fetched_at and fetched_at and fetched_at > self.latest.fetched_at:
            self.latest = replace(self.latest, fetched_at=fetched_at)

    def add(self, reading: Reading, verdict: Verdict) -> None:
        """Takes in a reading that made a revision."""
        self.highest_revision = max(self.highest_revision, verdict.revision)
        self.revision_of[reading.content_hash] = verdict.revision
        if not verdict.is_late:
            self.latest = reading
            self.latest_revision = verdict.revision


def _is_older(reading: Reading, other: Reading) -> bool:
    return bool(reading.fetched_at and other.fetched_at and reading.fetched_at < other.fetched_at)
