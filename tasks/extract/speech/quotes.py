"""Direct speech with its speaker: `张三说:「…」`, `「…」张三表示`, `"…," said Ana Reyes`.

In: half-width text and its settled mentions. Out: quotes with a speaker that the text names. Quote marks around a
term, a title or a slogan are no speech: nobody is said to say them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.extraction import ExtractedQuote
from tasks.extract.candidates import Candidate
from tasks.extract.speech.quote_marks import find_quoted
from tasks.extract.word_lists import one_of, read_words

_VERB = re.compile(
    rf"{one_of(read_words('chinese_quote_verbs'))}|(?:道|问|問|答|喊)(?=[:,]? ?\Z)"
    rf"|(?<![A-Za-z])(?:{one_of(read_words('english_speech_verbs'))}|according to)(?![A-Za-z])"
)
_SENTENCE_END = re.compile(r"[。!?！？\n]|(?<=[a-z0-9)])\.(?=\s)")
_CLOSES_CLAUSE = re.compile(r"[\"”」』]?\s*(?:[。.,;!?，；！？\n]|$)")
_ENDS_SPEECH = re.compile(r"[。.,!?，！？…]$")

_LISTENER = re.compile(
    r"(?:告诉|告訴|向|对|對|接受|受访|据|據|援引|引述|(?<![a-z])(?:told|tells|asked|to|telling|with))[ ]?(?:the )?\Z"
)
_LABEL = 6
_LOOK = 160
_MOST_BETWEEN = 40
_FARTHEST_VERB = 14


@dataclass(frozen=True, slots=True)
class _Attribution:
    """Who speaks, and the verb that says so; `distance` is between verb and quote."""

    speaker: Candidate
    verb: str
    distance: int


def find_quotes(text: str, original: str, mentions: Sequence[Candidate]) -> Iterator[ExtractedQuote]:
    """Gives the quotes of a text in order, each with its speaker and the verb that introduces it."""
    speakers = [
        mention for mention in mentions if mention.type in {"PERSON", "ORG"} and not _is_listener(text, mention)
    ]
    starts = [speaker.start for speaker in speakers]
    previous_end = 0
    for start, end in find_quoted(text):
        near = speakers[bisect_left(starts, start - _LOOK) : bisect_left(starts, end + _LOOK)]
        found = _find_before(text, start, end, near, previous_end) or _find_after(text, end, near)
        if found and end - start > 1:
            previous_end = end + 1
            yield ExtractedQuote(
                char_start=start, char_end=end, quote=original[start:end],
                speaker=original[found.speaker.start : found.speaker.end],
                speaker_entity_id=found.speaker.entity.entity_id if found.speaker.entity else None, verb=found.verb,
            )  # fmt: skip


def _find_before(text: str, start: int, end: int, speakers: list[Candidate], previous_end: int) -> _Attribution | None:
    """The speaker and a verb stand before the quote, in its sentence and after the quote before it."""
    sentence = _sentence_start(text, max(start - 1, 0), max(previous_end, start - _LOOK))
    lead = text[sentence : start - 1]
    has_colon = lead.rstrip().endswith((":", "："))
    verbs = list(_VERB.finditer(lead))
    here = [speaker for speaker in speakers if sentence <= speaker.start and speaker.end < start]
    for verb in reversed(verbs):
        before = [speaker for speaker in here if speaker.end <= sentence + verb.start()]
        gap = len(lead) - verb.end()
        if not before or sentence + verb.start() - before[-1].end > _FARTHEST_VERB:
            continue
        if not has_colon and _is_label(text, start, end, gap):
            continue
        if gap <= 2 or has_colon or (gap <= _MOST_BETWEEN and _CLOSES_CLAUSE.match(text, end)):
            return _Attribution(_prefer_person(before), verb[0], gap)
    if has_colon and here and verbs:
        return _Attribution(_prefer_person(here), verbs[-1][0], 0)
    return None


def _is_label(text: str, start: int, end: int, gap: int) -> bool:
    """A few characters right behind the verb are what something is called, not what is said."""
    is_short = end - start <= _LABEL and text[start] >= "\u3400"
    return is_short and gap <= 1 and text[start - 2 : start - 1] != ","


def _is_listener(text: str, mention: Candidate) -> bool:
    """Who is told, asked or cited is not who speaks."""
    return _LISTENER.search(text[max(0, mention.start - 12) : mention.start]) is not None


def _prefer_person(speakers: list[Candidate]) -> Candidate:
    """Of an organisation and its spokesman right behind, the person speaks."""
    last = speakers[-1]
    if (
        last.type == "ORG"
        and len(speakers) > 1
        and speakers[-2].type == "PERSON"
        and last.start - speakers[-2].end < 12
    ):
        return speakers[-2]
    return last


def _find_after(text: str, end: int, speakers: list[Candidate]) -> _Attribution | None:
    """The speaker stands behind the quote: in the same sentence, or at the head of the next where the quote is one."""
    is_whole = bool(_ENDS_SPEECH.search(text[max(0, end - 1) : end]))
    tail_start = end + 1
    rest = text[tail_start : tail_start + _LOOK]
    lead = re.match(r"[\s,，。.]*", rest)
    skipped = lead.end() if lead else 0
    if "\n" in rest[:skipped] and not is_whole:
        return None
    stop = _SENTENCE_END.search(rest, skipped)
    tail = rest[skipped : stop.start() if stop else len(rest)]
    base = tail_start + skipped
    if not is_whole and not rest.startswith((",", "，")) and not _VERB.match(tail):
        return None
    return _read_tail(tail, [speaker for speaker in speakers if base <= speaker.start < base + len(tail)], base)


def _read_tail(tail: str, speakers: list[Candidate], base: int) -> _Attribution | None:
    for verb in _VERB.finditer(tail):
        behind = [speaker for speaker in speakers if 0 <= speaker.start - base - verb.end() <= 30]
        before = [speaker for speaker in speakers if 0 <= verb.start() - (speaker.end - base) <= _FARTHEST_VERB]
        if verb.start() <= 1 and behind and verb[0].isascii():
            people = [speaker for speaker in behind if speaker.type == "PERSON"]
            return _Attribution((people or behind)[0], verb[0], verb.start())
        if before and before[-1].start - base <= 40:
            return _Attribution(_prefer_person(before), verb[0], verb.start())
    return None


def _sentence_start(text: str, position: int, lowest: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, lowest, position)]
    return ends[-1] if ends else lowest
