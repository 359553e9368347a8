"""What can be wrong with an input.

Every message is one line: what is wrong with which input, and what to do. The name of the class stands in
`fetches.error_type`, the message in `fetches.error`.
"""


class FetchError(Exception):
    """An input that gives no payload to read."""


class MissingInputError(FetchError):
    """Nothing stands at the place that was named."""


class EmptyInputError(FetchError):
    """The input is there and holds nothing."""


class TooLargeError(FetchError):
    """The input is larger than a page can be, as it stands or unpacked."""


class UnreadableInputError(FetchError):
    """The input is there and can't be read: no permission, not a file, damaged."""


class UnsupportedKindError(FetchError):
    """The input is of a kind that holds no page, or of one that newslake doesn't read."""


class AddressError(FetchError):
    """The address can't be used: of an unknown scheme, malformed, or with credentials in it."""


class UnreachableError(FetchError):
    """The site gave no answer, or not in time."""


class RedirectError(FetchError):
    """The site sends on to where newslake doesn't follow, or too often."""


class HttpError(FetchError):
    """The site answered with something else than the page."""
