"""The language of a text, as BCP 47 tags.

In: the text of a main piece and the language that the page declares. Out: `zh-Hans`, `zh-Hant`, `en`, ... or None.
Scripts decide where they can; a statistical model (py3langid) tells languages of Latin and Cyrillic script apart.
"""

import functools
import re

from zhon import cedict

from tasks.parse.scripts import HAN, HANGUL, KANA

_HAN, _KANA, _HANGUL = (re.compile(f"[{script}]") for script in (HAN, KANA, HANGUL))
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000

# A Han character says as much as a word of four letters.
_HAN_WEIGHT = 4


def detect_language(text: str, *, declared: str | None = None) -> str | None:
    """Gives the BCP 47 tag of the language most of the text is in; None for a text without letters.

    The page's own word (`declared`) is used only where the text is too short to tell.

    >>> detect_language("中国芯片产量节节攀升"), detect_language("晶片產量節節攀升")
    ('zh-Hans', 'zh-Hant')
    >>> detect_language("The central bank kept its policy rate where it was, as most analysts had expected.")
    'en'
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    han, kana, hangul = (len(script.findall(sample)) for script in (_HAN, _KANA, _HANGUL))
    latin_and_others = letters - han - kana - hangul
    if (han + kana + hangul) * _HAN_WEIGHT >= latin_and_others:
        return _east_asian(sample, han, kana, hangul)
    if letters < 20 and declared:
        return declared.split("-")[0].lower()
    return str(_model()(sample)[0])


def usual_offset(language: str | None) -> str | None:
    """Gives the offset that outlets of a language leave out of their times; None where there is no usual one.

    >>> usual_offset("zh-Hant"), usual_offset("en")
    ('+08:00', None)
    """
    return "+08:00" if language in ("zh-Hans", "zh-Hant") else None


def _east_asian(sample: str, han: int, kana: int, hangul: int) -> str:
    if hangul > han + kana:
        return "ko"
    # Chinese texts quote Japanese names; Japanese ones hold at least a kana for every ten characters.
    if kana * 10 > han:
        return "ja"
    return chinese_script(sample)


def chinese_script(text: str) -> str:
    """Gives `zh-Hant` where characters that only traditional script has prevail, else `zh-Hans`."""
    traditional_only, simplified_only = _script_characters()
    traditional = sum(character in traditional_only for character in text)
    simplified = sum(character in simplified_only for character in text)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@functools.cache
def _script_characters() -> tuple[frozenset[str], frozenset[str]]:
    traditional, simplified = frozenset(cedict.traditional), frozenset(cedict.simplified)
    return traditional - simplified, simplified - traditional


@functools.cache
def _model():  # type: ignore[no-untyped-def]
    # Loading the model takes half a second that a run over Chinese pages need not spend.
    from py3langid import classify  # noqa: PLC0415

    return classify
