"""What the lake knows before a run: the inputs that were read already and would give nothing new.

In: what query reads. Out: `Known`, which the flow passes to the stages. Land decides again under its lock; this only
saves the work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.fetches import Capture

PayloadKey = tuple[str | None, str, str]


@dataclass(frozen=True, kw_only=True)
class Known:
    """Inputs that were read: (url or None, sha256 of the payload, extractor) to the article they gave.

    Only inputs whose article has had one state so far are here: of a page that changed, an old copy may be a change
    back, which land tells from the lake's newest state. Where the article changes while the run is under way, land
    takes back what was settled by this.
    """

    payloads: Mapping[PayloadKey, str] = field(default_factory=dict)

    def article_of(self, capture: Capture) -> str | None:
        """Gives the article that the same input gave before; None for an input that must be read."""
        return self.payloads.get((capture.url, capture.sha256, capture.extractor)) if capture.sha256 else None
