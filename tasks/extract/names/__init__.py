"""Names of a text: from the lexicon, from what the text itself shows, and their short forms."""
