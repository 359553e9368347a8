"""Which inputs the words of a command line stand for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.fetch import (
    AddressError,
    EmptyInputError,
    Location,
    MissingInputError,
    UnreadableInputError,
    find_inputs,
)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `pages` in the working directory: files, a hidden one, a subfolder, a hidden folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("pages/b.txt", "pages/a.html", "pages/.note", "pages/more/c.txt", "pages/.git/d.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("text")
    return tmp_path / "pages"


def names(*sources: str) -> list[str]:
    return [location.name for location in find_inputs(sources)]


def only(*sources: str) -> Location:
    (location,) = find_inputs(sources)
    return location


def test_folder_gives_its_files_recursively_and_sorted(pages: Path) -> None:
    assert names("pages") == ["pages/a.html", "pages/b.txt", "pages/more/c.txt"]


def test_hidden_folder_that_is_named_is_read(pages: Path) -> None:
    assert names("pages/.git") == ["pages/.git/d.txt"]


def test_file_address_stands_for_its_path(pages: Path) -> None:
    assert names((pages / "b.txt").as_uri()) == [str(pages / "b.txt")]


def test_file_address_of_a_folder_gives_its_files(pages: Path) -> None:
    assert names((pages / "more").as_uri()) == [str(pages / "more/c.txt")]


def test_file_address_with_escapes_is_decoded(pages: Path) -> None:
    (pages / "三 月.txt").write_text("text")
    assert names((pages / "三 月.txt").as_uri()) == [str(pages / "三 月.txt")]


def test_file_address_on_another_machine_is_an_error() -> None:
    assert isinstance(only("file://elsewhere/a.txt").error, AddressError)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("pages/*.txt", ["pages/b.txt"]),
        ("pages/?.html", ["pages/a.html"]),
        ("pages/[ab].*", ["pages/a.html", "pages/b.txt"]),
        ("pages/**/*.txt", ["pages/b.txt", "pages/more/c.txt"]),
        ("pages/**", ["pages/a.html", "pages/b.txt", "pages/more/c.txt"]),
        ("pages/*", ["pages/a.html", "pages/b.txt", "pages/more/c.txt"]),
        ("pages/.n*", ["pages/.note"]),
    ],
)
def test_glob_gives_each_match_once_as_a_shell_would(pages: Path, pattern: str, expected: list[str]) -> None:
    assert names(pattern) == expected


def test_absolute_glob_is_expanded(pages: Path) -> None:
    assert names(f"{pages}/*.txt") == [str(pages / "b.txt")]


def test_file_whose_name_has_brackets_is_itself(pages: Path) -> None:
    (pages / "a[1].txt").write_text("text")
    assert names("pages/a[1].txt") == ["pages/a[1].txt"]


def test_glob_without_a_match_is_an_error(pages: Path) -> None:
    location = only("pages/*.pdf")
    assert (location.label, type(location.error)) == ("pages/*.pdf", MissingInputError)


def test_invalid_glob_is_an_error(pages: Path) -> None:
    assert isinstance(only("pages/**x").error, MissingInputError)


def test_empty_folder_is_an_error(tmp_path: Path) -> None:
    location = only(str(tmp_path))
    assert (location.kind, type(location.error)) == ("folder", EmptyInputError)


def test_folder_of_hidden_files_only_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("text")
    assert isinstance(only(str(tmp_path)).error, EmptyInputError)


def test_empty_name_is_an_error() -> None:
    location = only("")
    assert (location.label, type(location.error)) == ("''", MissingInputError)


def test_loop_of_symbolic_links_ends(pages: Path) -> None:
    (pages / "more" / "up").symlink_to(pages, target_is_directory=True)
    (pages / "round").symlink_to(pages / "round")
    assert names("pages") == ["pages/a.html", "pages/b.txt", "pages/more/c.txt", "pages/round"]
    assert "pages/more/up/more/up/b.txt" not in names("pages/**/*.txt")


def test_symbolic_link_to_a_folder_is_followed(pages: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "e.txt").write_text("text")
    (pages / "link").symlink_to(tmp_path / "elsewhere")
    assert "pages/link/e.txt" in names("pages")


def test_broken_symbolic_link_in_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert isinstance(only(str(tmp_path)).error, MissingInputError)


def test_folder_that_may_not_be_listed_is_an_error(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list_folder = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("more"):
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {location.name: location.error for location in find_inputs(["pages"])}
    assert isinstance(found["pages/more"], UnreadableInputError)
    assert found["pages/b.txt"] is None


@pytest.fixture
def deep_folder(tmp_path: Path) -> Iterator[str]:
    """A folder 1,200 levels down; taken away again, since pytest's own clean-up recurses."""
    levels = [str(tmp_path / "d")]
    levels += [f"{levels[0]}{'/d' * level}" for level in range(1, 1200)]
    for level in levels:
        Path(level).mkdir()
    yield levels[-1]
    for level in reversed(levels):
        Path(level).rmdir()


def test_very_deep_folders_are_walked(tmp_path: Path, deep_folder: str) -> None:
    page = Path(deep_folder, "a.txt")
    page.write_text("text")
    found = names(str(tmp_path))
    found_by_glob = names(f"{tmp_path}/**")
    page.unlink()
    assert found == [str(page)]
    assert len(found_by_glob) == 1


def test_positions_count_through_all_sources(pages: Path) -> None:
    positions = [location.position for location in find_inputs(["-", "pages", "gone.txt"])]
    assert positions == [0, 1, 2, 3, 4]


def test_standard_input_keeps_its_name() -> None:
    assert (only("-").name, only("-").medium) == ("-", "standard_input")


def test_files_with_the_names_of_other_media_are_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("text")
    Path("http:\\h").write_text("text")
    assert [location.medium for location in find_inputs(["*"])] == ["file", "file"]


def test_web_address_loses_its_fragment_and_keeps_its_label() -> None:
    location = only("HTTPS://News.Example/a?b=1#top")
    assert (location.name, location.label, location.medium) == (
        "https://news.example/a?b=1",
        "HTTPS://News.Example/a?b=1#top",
        "web",
    )


@pytest.mark.parametrize(
    "address", ["ftp://news.example/a", "s3://bucket/a", "http://", "http:///a", "http://h:99999/"]
)
def test_address_that_cannot_be_used_is_an_error(address: str) -> None:
    assert isinstance(only(address).error, AddressError)


@pytest.mark.parametrize(
    "address",
    [
        "https://me:hunter2@news.example/a",
        "https://hunter2@news.example/",
        "https://me:hunter2/x@news.example/",
        "https://me:hunter2#x@news.example:y/",
        "ftp://me:hunter2@news.example/a",
        "http:/me:hunter2@news.example",
        "http:\\\\me:hunter2@news.example",
    ],
)
def test_credentials_are_refused_and_never_shown(address: str) -> None:
    location = only(address)
    assert isinstance(location.error, AddressError)
    assert "hunter2" not in f"{location} {location.error}"


def test_at_sign_in_a_path_is_no_credential() -> None:
    assert only("https://news.example/@column/a").label == "https://news.example/@column/a"


def test_label_shows_control_characters_and_undecodable_bytes_as_escapes() -> None:
    location = only("a\n\x1b[31m\udcff.txt")
    assert location.label == r"a\n\x1b[31m\udcff.txt"


@given(st.text(max_size=60))
def test_any_word_gives_locations_with_printable_labels(word: str) -> None:
    for location in find_inputs([f"no-such-folder/{word}", f"https://{word}", f"x://{word}"]):
        assert location.label
        location.label.encode("utf-8")
        assert "\n" not in location.label + str(location.error)
