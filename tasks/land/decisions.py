"""Which reading of an article, or of its list of related reads, becomes a revision of its own.

In: what the lake knows of one article or list, and a new reading of it. Out: a verdict. Pure: reading the lake's state
is in `state`, numbering rows by a verdict in `numbering`.
"""

from dataclasses import dataclass, field
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
    """The readings of one article or list that made revisions: the latest, and the revision of each content.

    `seen_until` is the newest known time of any reading: the latest revision was still there then.
    """

    latest: Reading | None = None
    latest_revision: int = 0
    highest_revision: int = 0
    revision_of: dict[str, int] = field(default_factory=dict)
    seen_until: datetime | None = None

    def judge(self, reading: Reading, *, is_replay: bool = False) -> Verdict:
        """Gives the verdict on a reading; `is_replay` says that another extractor read the same bytes before.

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
        if self._is_late(reading, self.latest, is_replay=is_replay):
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

    def add(self, reading: Reading, verdict: Verdict) -> None:
        """Takes in a reading that made a revision."""
        self.highest_revision = max(self.highest_revision, verdict.revision)
        self.revision_of[reading.content_hash] = verdict.revision
        if not verdict.is_late:
            self.latest = reading
            self.latest_revision = verdict.revision

    def see(self, fetched_at: datetime | None) -> None:
        """Takes in the time of a reading, whatever the verdict on it was."""
        if fetched_at and (self.seen_until is None or fetched_at > self.seen_until):
            self.seen_until = fetched_at

    def _is_late(self, reading: Reading, latest: Reading, *, is_replay: bool) -> bool:
        """Whether the article was last seen after the reading; only a reading of an unknown time is never late.

        A replay of the bytes that made the latest revision is no older than it, though the page was seen again since.
        """
        if reading.fetched_at is None:
            return False
        made_at = latest.fetched_at if is_replay else None
        until = made_at or self.seen_until
        return until is not None and reading.fetched_at < until
