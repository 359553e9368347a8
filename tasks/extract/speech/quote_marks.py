"""Stretches between quote marks: `「…」`, `“…”`, `"…"`.

In: a text. Out: the inside of each outermost pair within a paragraph, in order. Who speaks is in `quotes`.
"""

import re
from collections.abc import Iterator

_PAIRS = {"「": "」", "『": "』", "“": "”", "„": "“", "«": "»"}
_MARK = re.compile('[「」『』“”„«»"\n]')
_LONGEST = 2000


def find_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Gives the spans inside outermost quote marks; a pair never crosses a line break.

    >>> [text[s:e] for text in ['说:「好『的』」, "ok"'] for s, e in find_quoted(text)]
    ['好『的』', 'ok']
    """
    opened, closing, depth = -1, "", 0
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark == "\n":
            opened = -1
        elif opened < 0:
            closing = _PAIRS.get(mark, mark if mark == '"' else "")
            opened, depth = (match.end() if closing else -1), 1
            opening = mark
        elif mark == closing:
            depth -= 1
            if depth == 0:
                if 0 < match.start() - opened <= _LONGEST:
                    yield opened, match.start()
                opened = -1
        elif mark == opening:
            depth += 1
