"""The first elements of markup, which tell pages, feeds, sitemaps and images apart.

Data of `kinds`, nothing else. The first bytes of formats that are no text are in `schemas.signatures`.
"""

FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
IMAGE_ROOTS = frozenset({"svg"})
HTML_ROOTS = frozenset(
    {
        "a", "address", "article", "aside", "b", "base", "blockquote", "body", "br", "button", "center", "code",
        "dd", "div", "dl", "dt", "em", "figure", "font", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "li", "link", "main", "meta", "nav",
        "noscript", "ol", "p", "pre", "script", "section", "span", "strong", "style", "table", "tbody", "td",
        "template", "th", "title", "tr", "u", "ul", "video",
    }
)  # fmt: skip
HTML_MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
