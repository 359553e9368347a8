"""Finds the inputs that the words on a command line stand for.

In: paths of files and folders, globs, `-`, http(s) and file addresses. Out: one `Location` an input, numbered in
order; what can't be found is a location with its error, so that it becomes a rejected row. No file is opened here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tasks.fetch.addresses import WEB_SCHEMES, label_of, parse_web_address, path_of_file_address, scheme_of
from tasks.fetch.errors import AddressError, EmptyInputError, FetchError, MissingInputError
from tasks.fetch.files import explain
from tasks.fetch.folders import is_folder, is_glob, walk_folder, walk_glob
from tasks.fetch.labels import printable

STANDARD_INPUT = "-"
Medium = Literal["file", "standard_input", "web"]


@dataclass(frozen=True, kw_only=True)
class Location:
    """One input: a path, `-` or an http(s) address, its place in the run, and what is wrong with it already.

    `name` is what is opened, `label` what rows and messages show: without credentials and control characters.
    """

    name: str
    label: str
    medium: Medium = "file"
    position: int = 0
    kind: str = "unknown"
    error: FetchError | None = None

    @property
    def subject(self) -> str:
        """The input as a sentence names it."""
        return "standard input" if self.medium == "standard_input" else self.label


def find_inputs(sources: Sequence[str]) -> Iterator[Location]:
    """Gives the inputs that the sources stand for, in order: folders recursively and sorted, hidden files left out.

    >>> [location.label for location in find_inputs(["-", "https://news.example/a"])]
    ['-', 'https://news.example/a']
    """
    found = (location for source in sources for location in _expand(source))
    return (replace(location, position=position) for position, location in enumerate(found))


def hide_credentials(source: str) -> str:
    """Gives a source that can still be opened where it could before, for what stores it: paths stay as they are.

    >>> hide_credentials("ftp://me:secret@news.example/a"), hide_credentials("pages/me:secret@home.txt")
    ('ftp://***@news.example/a', 'pages/me:secret@home.txt')
    """
    return source if scheme_of(source) is None else label_of(source)


def label_source(source: str) -> str:
    """Gives a source as settings, logs and messages may show it: without credentials and control characters.

    >>> label_source("https://me:secret@news.example/a")
    'https://***@news.example/a'
    """
    return printable(source) if scheme_of(source) is None else label_of(source)


def _expand(source: str) -> Iterator[Location]:
    scheme = scheme_of(source)
    if not source:
        yield _place_wrong("''", MissingInputError("'' names no input: give a path, `-` or an address"))
    elif source == STANDARD_INPUT:
        yield Location(name=source, label=source, medium="standard_input")
    elif scheme is None:
        yield from _expand_path(source)
    elif scheme in WEB_SCHEMES:
        yield _place_web_address(source)
    else:
        yield from _expand_file_address(source, scheme)


def _place_web_address(address: str) -> Location:
    try:
        return Location(name=str(parse_web_address(address)), label=label_of(address), medium="web")
    except AddressError as error:
        return _place_wrong(label_of(address), error)


def _expand_file_address(address: str, scheme: str) -> Iterator[Location]:
    label = label_of(address)
    if scheme != "file":
        yield _place_wrong(
            label, AddressError(f"{label} has the scheme {scheme}, which newslake can't read: give http, https or file")
        )
        return
    try:
        path = path_of_file_address(address)
    except AddressError as error:
        yield _place_wrong(label, error)
    else:
        yield from _expand_path(path)


def _expand_path(path: str) -> Iterator[Location]:
    label = printable(path)
    if is_glob(path):
        yield from _expand_glob(path, label)
    elif is_folder(path):
        empty = EmptyInputError(f"{label} is a folder without visible files: name one with pages in it")
        yield from _or_else(_place_all(walk_folder(path)), Location(name=path, label=label, kind="folder", error=empty))
    else:
        yield Location(name=path, label=label)


def _expand_glob(pattern: str, label: str) -> Iterator[Location]:
    no_match = MissingInputError(f"{label} matches no visible file: check the pattern and the folder")
    try:
        yield from _or_else(_place_all(walk_glob(pattern)), _place_wrong(label, no_match))
    except (ValueError, NotImplementedError, RecursionError) as error:
        yield _place_wrong(label, MissingInputError(f"{label} can't be expanded ({error}): name files or folders"))


def _place_all(paths: Iterable[tuple[str, OSError | None]]) -> Iterator[Location]:
    for path, error in paths:
        label = printable(path)
        yield Location(name=path, label=label, error=explain(error, label) if error else None)


def _place_wrong(label: str, error: FetchError) -> Location:
    return Location(name=label, label=label, error=error)


def _or_else(locations: Iterator[Location], otherwise: Location) -> Iterator[Location]:
    first = next(locations, otherwise)
    yield first
    yield from locations
