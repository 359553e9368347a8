"""Numbers and dates of a text: what they say, in units, currencies and days."""
