"""What can be wrong with a page: every error that reading one may raise."""


class ParseError(ValueError):
    """A payload that gives no page; the message says what was found and what to do."""


class UnreadableError(ParseError):
    """Bytes that are no text in any known encoding."""


class NotAnArticleError(ParseError):
    """A readable page without a main piece."""


class TruncatedPageError(NotAnArticleError):
    """A page whose end is missing."""


class ReaderError(ParseError):
    """A page on which the reader itself failed; the message names the error, which is a bug to report."""
