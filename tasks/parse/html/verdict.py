"""Whether a page is an article at all, and what it is where not.

In: the blocks of a page, its main piece, title and metadata. Out: nothing, or a `NotAnArticleError` whose message says
what was found.
"""

from collections.abc import Sequence

from tasks.parse.errors import NotAnArticleError
from tasks.parse.html.blocks import Block, Blocks
from tasks.parse.html.hints import ERROR_TITLES
from tasks.parse.html.linked_data import LinkedArticle
from tasks.parse.html.main_piece import MainPiece, is_sentence
from tasks.parse.html.meta import Meta

# A short sentence is no article yet; two or three are.
LEAST_WEIGHT = 60
# An error page says little, a teaser no more than a paragraph.
HEAVIEST_ERROR, HEAVIEST_TEASER = 1_200, 400
LEAST_TEASERS = 8
LONGEST_SHOWN_TITLE = 120


def refuse_no_article(
    page: Blocks, piece: MainPiece, own: Sequence[Block], *, title: str | None, meta: Meta, linked: LinkedArticle
) -> None:
    """Raises NotAnArticleError where `own`, the blocks that are the piece's, make no article."""
    shown = f"; its title is “{title[:LONGEST_SHOWN_TITLE]}”" if title else ""
    sentences = [block for block in own if is_sentence(block)]
    weight = sum(block.weight for block in sentences)
    link_count = sum(block.link_share > 0.5 for block in page.blocks)
    if weight < LEAST_WEIGHT:
        raise NotAnArticleError(
            f"no main piece: the page has {len(page.blocks)} lines of text, {link_count} of them links, "
            f"no running text{shown}"
        )
    if weight <= HEAVIEST_ERROR and (title or "").casefold().lstrip("#- ").startswith(ERROR_TITLES):
        raise NotAnArticleError(f"an error page and no article{shown}; fetch it again or give another address")
    headings = [b for b in page.blocks[piece.first : piece.last] if b.level and b.link_share > 0.7]
    if not _claims_to_be_article(meta, linked) and _are_teasers(headings, sentences):
        raise NotAnArticleError(
            f"a list of {len(headings)} other pieces and no article{shown}; ingest the pieces that it leads to"
        )


def _claims_to_be_article(meta: Meta, linked: LinkedArticle) -> bool:
    is_linked = any(kind.endswith(("Article", "Posting", "Report")) for kind in linked.types)
    return is_linked or meta.first("og:type") == "article"


def _are_teasers(headings: Sequence[Block], sentences: Sequence[Block]) -> bool:
    """Tells whether every piece of text has a linked heading to itself, and none is longer than teasers are."""
    if len(headings) < LEAST_TEASERS or len(sentences) > len(headings) + 1:
        return False
    return all(block.weight <= HEAVIEST_TEASER for block in sentences)
