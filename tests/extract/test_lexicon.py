"""Our own name files, the digest and the cache of the built lexicon."""

import subprocess
import sys

import pytest

from schemas.keys import name_key
from tasks.extract import lexicon_digest
from tasks.extract.names.build import build_lexicon
from tasks.extract.names.cache import read_cache, write_cache
from tasks.extract.names.sources.own_files import read_own_entries


def test_spelling_stands_in_one_line_of_our_files_only():
    owners = {}
    for entry in read_own_entries():
        for name in entry.names:
            assert owners.setdefault(name, entry) == entry, f"{name} stands twice; leave it in one line"


def test_canonical_name_is_not_shared_within_a_type():
    keys = [(entry.type, name_key(entry.name_en or entry.name_zh or "")) for entry in read_own_entries()]
    assert len(keys) == len(set(keys))


def test_wikidata_items_look_like_items_and_are_used_once():
    items = [entry.wikidata for entry in read_own_entries() if entry.wikidata]
    assert all(item[0] == "Q" and item[1:].isdigit() for item in items)
    assert len(items) == len(set(items))


def test_digest_is_eight_hexadecimal_digits():
    assert len(lexicon_digest()) == 8
    assert set(lexicon_digest()) <= set("0123456789abcdef")


def test_written_cache_is_read_back_the_same(tmp_path):
    data = build_lexicon()
    write_cache(tmp_path / "folder" / "lexicon.json", data)
    kept = read_cache(tmp_path / "folder" / "lexicon.json")
    assert kept is not None
    assert (kept.guards, kept.words, kept.families) == (data.guards, data.words, data.families)
    assert [tuple(row) for row in kept.spellings] == data.spellings
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["lexicon.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"abc\n{}"])
def test_damaged_cache_is_no_cache(tmp_path, content):
    path = tmp_path / "lexicon.json"
    path.write_bytes(content)
    assert read_cache(path) is None


def test_cache_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    write_cache(tmp_path / "file" / "lexicon.json", build_lexicon())
    assert read_cache(tmp_path / "file" / "lexicon.json") is None


def test_import_builds_no_lexicon_and_starts_no_workflow_engine():
    code = (
        "import sys, tasks.extract, tasks.extract.names.lexicon as lexicon;"
        "assert lexicon.load_lexicon.cache_info().currsize == 0; assert 'prefect' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
