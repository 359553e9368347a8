"""Words in markup that tell what an element is for: tags, roles, and words of class names and ids, as data.

Out: look-ups on elements. What follows from them is decided in `blocks` and `main_piece`.
"""

import re

from tasks.parse.html.tree import Element

BLOCK_TAGS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol option p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
SKIPPED_TAGS = frozenset("script style noscript template head iframe textarea input".split())
# Without text of a piece, unless broken markup leaves one of them open around everything.
SILENT_TAGS = frozenset("svg math object embed button select audio video canvas map progress meter".split())
HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
# Hints on these hold for the page and not for a part of it.
WHOLE_PAGE_TAGS = frozenset(
    ["html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "em", "b", "i", "strong", "#root"]
)
_FURNITURE_TAGS = frozenset(["nav", "footer", "aside", "menu", "dialog"])
_FURNITURE_ROLES = frozenset(
    [
        "navigation",
        "complementary",
        "contentinfo",
        "banner",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tooltip",
    ]
)
_NEGATIVE_WORDS = (
    "ad ads adbox adslot advert adverts advertisement advertising advertorial sponsor sponsored promo promos promotion promoted "
    "author-bio author-box authorbox author-card author-info author-profile about-author about-the-author post-author bio byline breadcrumb "
    "breadcrumbs cookie cookies consent gdpr "
    "footer foot footnote-nav copyright disclaimer legal "
    "nav navbar navigation navigator menu submenu sidebar side-bar sider pager pagination prev-next prevnext pagenav "
    "newsletter newsletters subscribe subscription signup sign-up login mailing optin "
    "related relate recommend recommended recommendation recommendations recirc recirculation outbrain taboola "
    "readmore read-more more-stories more-news more-articles see-also also-read popular trending most-read mostread latest-news "
    "hot-news hotnews rank ranking ranklist teaser teasers "
    "share shares sharing sharebar social socials social-media follow-us followus addtoany addthis "
    "tags tag-list taglist keywords toc table-of-contents "
    "popup modal overlay lightbox banner toolbar tooltip skip-link skip-link screen-reader-text sr-only visually-hidden visuallyhidden "
    "print-only noprint no-print meta-info post-meta entry-meta article-meta postmeta credit-line rating ratings vote poll survey "
    "shopping product-card cta call-to-action donate donation app-download download-app qrcode qr-code "
    "dateline timestamp infobox-ad jp-relatedposts yarpp sharedaddy wp-block-latest-posts"
).split()
# Unlike those above, these are right even about most of a page's text.
_COMMENT_WORDS = (
    "comment comments commentlist comment-list comments-area disqus disqus-thread discussion respond replies".split()
)
_BODY_WORDS = (
    "entry-content post-content article-content article-body articlebody article-text article__body post-body story-body "
    "storybody post__content entry__content article__content content-body news-content newscontent articlecontent"
).split()
_CAPTION_WORDS = "caption captions thumb-caption image-caption img-caption photo-caption wp-caption-text media-caption credit image-credit photo-credit".split()


def _any_word(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?:$|[\s_-])")


_ADVERTISEMENT = _any_word("ad ads advert adverts advertisement sponsored sponsor outbrain taboola".split())
_MENU_TAGS = frozenset(["nav", "menu", "footer"])
_MENU_ROLES = frozenset(["navigation", "menu", "menubar", "contentinfo"])
_NEGATIVE = _any_word(_NEGATIVE_WORDS)
_COMMENT = _any_word(_COMMENT_WORDS)
_BODY = _any_word(_BODY_WORDS)
_CAPTION = _any_word(_CAPTION_WORDS)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INVISIBLE_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST_HINT_CHARACTERS = 300


def is_furniture_element(element: Element) -> bool:
    """Tells whether tag or role say that an element belongs to the site's frame."""
    return element.tag in _FURNITURE_TAGS or element.attributes.get("role", "").lower() in _FURNITURE_ROLES


def words_of(element: Element) -> str:
    """Gives an element's class names and id in lower case, words parted by hyphens; empty where it has none."""
    names = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"[:MOST_HINT_CHARACTERS]
    return _CAMEL.sub("-", names).lower() if len(names) > 1 else ""


def is_negative(words: str) -> bool:
    """Tells whether class or id say that an element is no part of a main piece."""
    return _NEGATIVE.search(words) is not None


def is_comment(words: str) -> bool:
    """Tells whether class or id say that an element holds readers' comments."""
    return _COMMENT.search(words) is not None


def is_body(words: str) -> bool:
    """Tells whether class or id say that an element holds the text of a piece."""
    return _BODY.search(words) is not None


def is_caption(words: str) -> bool:
    """Tells whether class or id say that an element describes a picture."""
    return _CAPTION.search(words) is not None


def is_hidden(element: Element) -> bool:
    """Tells whether an element says itself that it is not shown."""
    attributes = element.attributes
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style")
    return style is not None and _INVISIBLE_STYLE.search(style) is not None


def is_navigation(element: Element) -> bool:
    """Tells whether an element is a menu of the site."""
    return element.tag in _MENU_TAGS or element.attributes.get("role", "").lower() in _MENU_ROLES


def is_advertisement(element: Element) -> bool:
    """Tells whether an element says itself that it is paid for."""
    return "sponsored" in element.attributes.get("rel", "").lower() or _ADVERTISEMENT.search(words_of(element)) is not None
