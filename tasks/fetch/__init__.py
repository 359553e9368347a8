"""Bytes: files, folders, globs, standard input and single pages over HTTP.

In: the words of a command line. Out: payloads of pages, and the rows of inputs that are settled already.
"""

from tasks.fetch.addresses import parse_web_address
from tasks.fetch.batch import FetchSettings, fetch_batch, fetch_one
from tasks.fetch.errors import (
    AddressError,
    EmptyInputError,
    FetchError,
    HttpError,
    MissingInputError,
    RedirectError,
    TooLargeError,
    UnreachableError,
    UnreadableInputError,
    UnsupportedKindError,
)
from tasks.fetch.locations import Location, find_inputs, hide_credentials, label_source

__all__ = [
    "AddressError",
    "EmptyInputError",
    "FetchError",
    "FetchSettings",
    "HttpError",
    "Location",
    "MissingInputError",
    "RedirectError",
    "TooLargeError",
    "UnreachableError",
    "UnreadableInputError",
    "UnsupportedKindError",
    "fetch_batch",
    "fetch_one",
    "find_inputs",
    "hide_credentials",
    "label_source",
    "parse_web_address",
]
