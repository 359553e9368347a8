"""Direct speech of a text and who speaks."""
