"""From the markup of a page to a `ParsedPage`.

In: decoded markup, the page's address and time of fetching where known. Out: a `ParsedPage`. Raises `NotAnArticleError`
for pages without a main piece and `TooComplexError` for markup that no page needs. How each part is found is in the
modules beside this one.
"""

from datetime import datetime

from schemas.keys import name_key
from schemas.page import ParsedPage, ParsedParagraph
from tasks.parse.html.addresses import absolute_address
from tasks.parse.html.blocks import Block, Blocks, split_blocks
from tasks.parse.html.dates import date_in_address, find_dates, find_time_element
from tasks.parse.html.lead import find_lead
from tasks.parse.html.linked_data import LinkedArticle, read_linked_data
from tasks.parse.html.main_piece import MainPiece, find_main_piece
from tasks.parse.html.meta import Meta, read_meta
from tasks.parse.html.paragraphs import choose_paragraphs
from tasks.parse.html.people import find_authors, find_publisher
from tasks.parse.html.related_lists import SideList, find_lists
from tasks.parse.html.related_reads import read_related
from tasks.parse.html.surroundings import read_surroundings
from tasks.parse.html.title import find_title
from tasks.parse.html.topics import find_tags
from tasks.parse.html.tree import Tree, parse_tree
from tasks.parse.html.verdict import refuse_no_article
from tasks.parse.language import detect_language, usual_offset
from tasks.parse.vocabulary import says_partial

LONGEST_TITLE = 120
# Blocks at the foot of the piece and below it that may say that it is cut.
FOOT_ABOVE, FOOT_BELOW = 3, 8
_IMAGE_NAMES = ("og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url")


def read_html(markup: str, *, url: str | None = None, fetched_at: datetime | None = None) -> ParsedPage:
    """Gives the article that a page's markup holds; addresses in it are absolute where `url` is known."""
    tree = parse_tree(markup)
    page, meta, linked = split_blocks(tree), read_meta(tree), read_linked_data(tree)
    piece, lists = find_main_piece(page), find_lists(page)
    title = find_title(tree, page, piece, meta, linked)
    headline = _place_of_title(page, piece, title)
    language = _language_of(tree, page, piece)
    offset = usual_offset(language)
    around = read_surroundings(page, piece, headline, assumed_offset=offset)
    said = around.said
    lead = find_lead(page, piece, headline, meta.first("og:description", "description", "twitter:description"))
    own = choose_paragraphs(_own_blocks(page, (*lead, *piece.kept), lists, around.places), title=title)
    refuse_no_article(page, piece, own, title=title, meta=meta, linked=linked)
    paragraphs = tuple(ParsedParagraph(kind=block.kind, text=block.text, level=block.level) for block in own)
    base = _base_of(tree, meta, url)
    marked = find_dates(meta, linked, assumed_offset=offset)
    published = marked.published or said.published or find_time_element(tree, page, assumed_offset=offset)
    return ParsedPage(
        title=title or paragraphs[0].text[:LONGEST_TITLE],
        paragraphs=paragraphs,
        page_kind="live" if "LiveBlogPosting" in linked.types else "article",
        is_partial=_is_partial(page, piece),
        authors=said.credited_authors or find_authors(tree, meta, linked) or said.authors,
        publisher=said.publisher or find_publisher(meta, linked, url),
        credit=said.credit.credit,
        credit_platform=said.credit.platform,
        credit_line=said.credit_line,
        translators=said.translators,
        published=published or date_in_address(url),
        updated=marked.updated or said.updated,
        language=language,
        tags=find_tags(tree, meta, linked),
        canonical_url=absolute_address(meta.link("canonical") or meta.first("og:url"), base),
        image_url=absolute_address(_image_of(meta, linked), base),
        related_reads=read_related(page, lists, url=base, fetched_at=fetched_at),
    )


def _own_blocks(page: Blocks, places: tuple[int, ...], lists: list[SideList], around: frozenset[int]) -> list[Block]:
    """Gives the blocks of these places that belong to no list of other pieces and are no dateline or credit line."""
    listed = {place for side in lists for place in range(side.heading, side.last)}
    return [page.blocks[place] for place in places if place not in around and place not in listed]


def _place_of_title(page: Blocks, piece: MainPiece, title: str | None) -> int | None:
    """Gives the place of the block that prints the title: the last above the piece, else the first in it."""
    key = name_key(title or "")
    places = [place for place, block in enumerate(page.blocks[: piece.last]) if key and name_key(block.text) == key]
    start = piece.kept[0] if piece.kept else piece.first
    above = [place for place in places if place <= start]
    return above[-1] if above else next(iter(places), None)


def _base_of(tree: Tree, meta: Meta, url: str | None) -> str | None:
    """Gives the address that references on the page are relative to; a page without one may name its own."""
    own = url or absolute_address(meta.link("canonical"), None) or absolute_address(meta.first("og:url"), None)
    return absolute_address(next((element.get("href") for element in tree.find("base")), None), own) or own


def _is_partial(page: Blocks, piece: MainPiece) -> bool:
    last = piece.kept[-1] + 1
    return any(says_partial(block.text) for block in page.blocks[max(0, last - FOOT_ABOVE) : last + FOOT_BELOW])


def _language_of(tree: Tree, page: Blocks, piece: MainPiece) -> str | None:
    declared = next((language for element in tree.find("html") if (language := element.get("lang"))), None)
    return detect_language("\n".join(page.blocks[place].text for place in piece.kept), declared=declared)


def _image_of(meta: Meta, linked: LinkedArticle) -> str | None:
    return meta.first(*_IMAGE_NAMES) or next(iter(linked.addresses("image")), None) or meta.link("image_src")
