"""Mentions to entities: the rows of what was extracted.

In: drafts with extractions. Out: drafts with rows. Related reads lead to articles by their `match_key`, which the
views resolve, so that an article may arrive after the page that offers it.
"""

from tasks.link.batch import link_batch

__all__ = ["link_batch"]
