"""HTML pages: from markup to a `ParsedPage`. `read_html` is the way in; the modules here are its steps."""

from tasks.parse.html.reader import read_html

__all__ = ["read_html"]
