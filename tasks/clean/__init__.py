"""A page to the rows of its article: addresses, identity, hashes, paragraphs with their offsets.

In: pages that were read. Out: drafts. Language and text are settled in parse, revisions in land.
"""

from tasks.clean.addresses import canonical_url_of, site_of
from tasks.clean.batch import clean_batch

__all__ = ["canonical_url_of", "clean_batch", "site_of"]
