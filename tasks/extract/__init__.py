"""An article to mentions, measures and quotes.

Importing this package loads no lexicon: that happens at the first text.
"""

from tasks.extract.digest import lexicon_digest
from tasks.extract.text import extract_text

__all__ = ["extract_text", "lexicon_digest"]
