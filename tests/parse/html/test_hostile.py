"""Broken, hostile and huge markup: a result or a named error, in bounded time."""

import contextlib
import json
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.parse.errors import ParseError
from tasks.parse.html import read_html
from tasks.parse.html.tree import LONGEST_MARKUP, MOST_TAGS, TooComplexError, parse_tree

SENTENCE = "The port of Northshore will double its cranes this year, the harbour office said on Tuesday."
LINKED = '{"@type": "NewsArticle", "headline": "Port", "author": {"name": "Ida Berg"}}'
PAGE = (
    "<html lang=en><head><title>Port | Courier</title><meta name=author content='Ida Berg'>"
    f'<link rel=canonical href=/a><script type="application/ld+json">{LINKED}</script></head>'
    f"<body><nav><a href=/>Home</a></nav><article><h1>Port</h1><time datetime=2026-02-03>then</time>"
    f"<p>{SENTENCE}</p><ul><li>{SENTENCE}!</ul></article><aside><h3>Related Reads</h3>"
    "<a href=/b><h4>Why shipyard loans fail</h4></a><p>9h ago</p></aside></body></html>"
)
# Of the processor, not of the clock; quadratic work on these takes a minute and more.
MOST_SECONDS = 10.0
ARTICLE = f"<article><h1>Port</h1><p>{SENTENCE}<p>{SENTENCE}!</article>"

BOMBS: dict[str, Callable[[], str]] = {
    "nested divs": lambda: "<div>" * 100_000 + SENTENCE,
    "nested inline elements": lambda: "<b>" * 100_000 + SENTENCE,
    "nested lists": lambda: "<ul><li>" * 50_000 + SENTENCE,
    "nested tables": lambda: "<table><tr><td>" * 20_000 + SENTENCE,
    "nested links": lambda: "<a href=/x>" * 50_000 + SENTENCE,
    "related headings at depth": lambda: "<div><h3>Related</h3>" * 30_000 + SENTENCE,
    "time elements at depth": lambda: "<div><time>soon</time>" * 30_000 + SENTENCE,
    "nested time elements": lambda: f"{ARTICLE}<div>{'<time>' * 30_000}",
    "nested time elements with text": lambda: f"{ARTICLE}<div>{'<time>soon' * 30_000}",
    "nested tags": lambda: f"{ARTICLE}<div>{'<span><a rel=tag>' * 30_000}",
    "nested tags with text": lambda: f"{ARTICLE}<div>{'<span><a rel=tag>port' * 30_000}",
    "nested bylines": lambda: f"{ARTICLE}<div>{'<div class=byline>by' * 30_000}",
    "nested properties": lambda: f"{ARTICLE}<div>{'<div itemprop=author>by' * 30_000}",
    "nested titles": lambda: f"{ARTICLE}<div>{'<svg><title>port' * 30_000}",
    "an endless role above many headings": lambda: (
        f"{ARTICLE}<div role={'a' * 5_000_000}>{'<h3>Related</h3><p>y</p>' * 20_000}"
    ),
    "an endless relation above many cards": lambda: (
        f"{ARTICLE}<a href=/b rel={'a' * 5_000_000}>{'<h3>Related</h3><p>Why shipyard loans fail' * 20_000}"
    ),
    "an endless type above many properties": lambda: (
        f"{ARTICLE}<div itemtype={'a' * 5_000_000}>{'<i itemprop=x>y</i>' * 20_000}"
    ),
    "blanks in JSON": lambda: f"{ARTICLE}<script type='application/ld+json'>{{{' ' * 200_000}x</script>",
    "blanks around no JSON": lambda: f"{ARTICLE}<script type='application/ld+json'>x{' ' * 200_000}x</script>",
    "blanks in a tag": lambda: f"{ARTICLE}<meta name=keywords content='x{' ' * 1_000_000}x'>",
    "blanks in a time": lambda: f"{ARTICLE}<time datetime='x{' ' * 1_000_000}x'>",
    "blanks in a style": lambda: f"{ARTICLE}<p style='{'display' + ' ' * 1_000_000}'>",
    "a million attributes": lambda: "<div " + " ".join(f"a{n}=1" for n in range(1_000_000)) + f">{SENTENCE}",
    "an endless class name": lambda: f"<div class='{'ad-' * 1_000_000}'>{SENTENCE}</div>",
    "an endless line": lambda: f"<p>{SENTENCE * 20_000}</p>",
    "an endless title": lambda: f"<title>{'a - ' * 500_000}</title><p>{SENTENCE}</p>",
    "endless JSON": lambda: f"<script type='application/ld+json'>{'[' * 500_000}</script><p>{SENTENCE}</p>",
    "wide JSON": lambda: f"<script type='application/ld+json'>[{'{},' * 200_000}{{}}]</script><p>{SENTENCE}</p>",
    "open brackets": lambda: "<" * 150_000 + SENTENCE,
    "open comments": lambda: "<!--" * 100_000 + SENTENCE,
    "ampersands": lambda: "&" * 1_000_000 + SENTENCE,
    "NUL bytes": lambda: f"\x00<p>\x00{SENTENCE}\x00</p>\x00" * 100,
    "lone surrogates": lambda: f"<p>\ud800{SENTENCE}\udfff</p>",
    "an XML declaration": lambda: f"<?xml version='1.0' encoding='gbk'?><p>{SENTENCE}</p>",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_ends_in_a_page_or_a_named_error(bomb: Callable[[], str]) -> None:
    start = time.process_time()
    with contextlib.suppress(ParseError):
        assert read_html(bomb(), url="https://news.example/a").paragraphs
    assert time.process_time() - start < MOST_SECONDS


def test_more_tags_than_any_page_has_are_refused_before_parsing() -> None:
    with pytest.raises(TooComplexError, match="tags, more than"):
        read_html("<i>" * (MOST_TAGS + 1))


def test_more_characters_than_any_page_has_are_refused_before_parsing() -> None:
    with pytest.raises(TooComplexError, match="characters, more than"):
        read_html("a" * (LONGEST_MARKUP + 1))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_mutated_markup_never_raises_anything_but_named_errors(data: st.DataObject) -> None:
    markup = PAGE
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(markup)))
        end = data.draw(st.integers(start, min(len(markup), start + 40)))
        noise = data.draw(
            st.one_of(
                st.text(max_size=6),
                st.sampled_from(["<", ">", "</p>", "<a>", "'", '"', "<svg>", "<!--", "]]>", "\\", "&#0;"]),
            )
        )
        markup = markup[:start] + noise + markup[end:]
    try:
        page = read_html(markup, url="https://news.example/a")
    except ParseError:
        return
    assert page.title
    assert page.paragraphs
    assert all(paragraph.text == paragraph.text.strip() != "" for paragraph in page.paragraphs)


@given(st.text(max_size=300))
def test_any_text_gives_a_page_or_a_named_error(text: str) -> None:
    with contextlib.suppress(ParseError):
        assert read_html(text, url=text).paragraphs


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "@type",
                        "@graph",
                        "@id",
                        "headline",
                        "author",
                        "name",
                        "publisher",
                        "datePublished",
                        "image",
                        "url",
                        "keywords",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
    )
)
@settings(deadline=None)
def test_any_linked_data_is_survived(value: object) -> None:
    head = f'<script type="application/ld+json">{json.dumps(value)}</script>'
    page = read_html(f"{head}<h1>Port</h1><p>{SENTENCE}</p>")
    assert all(isinstance(author, str) and author for author in page.authors)


@given(st.text("<>abcdiv/ph1=' ", max_size=200))
def test_every_text_of_a_tree_is_inside_its_element(markup: str) -> None:
    tree = parse_tree(markup)
    for element in tree.elements:
        assert element.index < element.end <= len(tree.elements)
        assert all(child.parent is element for child in element.children if not isinstance(child, str))
