"""The lexicon made from its sources: entities, spellings with their hazards, and words that guard against them.

In: our own files and the installed packages. Out: plain lists and strings, ready to be kept as JSON.
"""

import re
from dataclasses import dataclass

import ahocorasick

from schemas.folding import fold_width
from tasks.extract.folding import fold_case
from tasks.extract.names.merging import Merged, merge_entries
from tasks.extract.names.sources.babel_places import read_babel_entries
from tasks.extract.names.sources.cedict import Dictionary, read_dictionary
from tasks.extract.names.sources.entry import Entry
from tasks.extract.names.sources.models_dev_names import read_model_entries
from tasks.extract.names.sources.own_files import read_guards, read_own_entries

Row = tuple[str, str | None, str | None, list[str], str | None, str | None]
_HAN = re.compile(r"[\u3400-\u9fff]")
_VERSION_TAIL = re.compile(r"[ -]?[A-Za-z]?\d[\w.]*$")
_LATIN_WORD = re.compile(r"[a-z]+")
_PEOPLE_OF = ("人", "籍", "话", "話", "语", "語", "货", "貨", "队", "隊")


@dataclass(frozen=True, slots=True)
class LexiconData:
    """Everything that reading names needs.

    `spellings` are (spelling, entity, source, whether it is a common word too); `guards` are words that hold a name
    and are none; `words` are the Chinese words of two or three characters, `english` the common English ones,
    `verbs` the Chinese verbs of two;
    `families` are organisations whose own name with a version is a product.
    """

    entities: list[Row]
    spellings: list[tuple[str, int, str, bool]]
    guards: list[str]
    words: str
    families: list[int]
    english: str
    verbs: str


def build_lexicon() -> LexiconData:
    """Gives the lexicon of the installed sources; takes about two seconds."""
    dictionary = read_dictionary()
    entries = [*read_own_entries(), *read_babel_entries(), *read_model_entries(), *dictionary.entries]
    owners = tuple(
        f"{name} " for entry in entries if entry.source == "own" and entry.type == "ORG" for name in entry.names
    )
    merged = merge_entries(entry for entry in entries if _is_sound(entry, owners, dictionary))
    guards = read_guards()
    spellings = [
        (spelling, index, source, is_common(spelling, dictionary))
        for spelling, (index, source) in merged.spellings.items()
        if spelling not in guards and _is_searched(spelling, source, merged.entries[index], dictionary)
    ]
    words = sorted(word for word in dictionary.words if len(word) in {2, 3} and _HAN.match(word))
    names = {spelling for spelling, *_ in spellings}
    return LexiconData(
        entities=_to_rows(merged), spellings=spellings, guards=_find_guards(names, dictionary.words),
        families=_find_families(merged), words=" ".join(words),
        english=" ".join(sorted(dictionary.english_words)), verbs=" ".join(sorted(dictionary.verbs)),
    )  # fmt: skip


def is_common(spelling: str, dictionary: Dictionary) -> bool:
    """Tells whether a name is also a common word, or several: `Meta` is, `Nvidia` is not, `苹果` is."""
    if _HAN.search(spelling):
        return spelling in dictionary.common_words
    words = _LATIN_WORD.findall(spelling.lower())
    return len(words) == 1 and words[0] in dictionary.english_words


def _is_sound(entry: Entry, owners: tuple[str, ...], dictionary: Dictionary) -> bool:
    """Of the model list, a provider called like a word and a model with its owner's name in front are left out."""
    if entry.source != "models-dev":
        return True
    name = entry.name_en or ""
    return not (is_common(name, dictionary) or (entry.type == "PRODUCT" and name.startswith(owners)))


def _is_searched(spelling: str, source: str, entry: Entry, dictionary: Dictionary) -> bool:
    """From CC-CEDICT and babel, English names are taken only where they can't be mistaken."""
    if len(spelling) < 2 or source == "own" or _HAN.search(spelling):
        return len(spelling) >= 2
    if source == "cedict":
        return entry.type != "PLACE" and " " in spelling and len(spelling) > 7
    return len(spelling) > 3 and not is_common(spelling, dictionary)


def _to_rows(merged: Merged) -> list[Row]:
    aliases: list[list[str]] = [[] for _ in merged.entries]
    for spelling, (index, _) in merged.spellings.items():
        aliases[index].append(spelling)
    return [_to_row(entry, names) for entry, names in zip(merged.entries, aliases, strict=True)]


def _to_row(entry: Entry, names: list[str]) -> Row:
    aliases = sorted(set(names) - {entry.name_en, entry.name_zh})
    return entry.type, entry.name_en, entry.name_zh, aliases, entry.wikidata, entry.symbol


def _find_guards(spellings: set[str], words: set[str]) -> list[str]:
    """Words that hold a Chinese name without being one: the name inside them is none."""
    automaton = ahocorasick.Automaton()
    for spelling in spellings:
        if _HAN.search(spelling):
            automaton.add_word(spelling, spelling)
    automaton.make_automaton()
    return sorted({word for word in words - spellings if _guards(word, automaton)} | read_guards())


def _guards(word: str, automaton: "ahocorasick.Automaton") -> bool:
    return any(
        not (word.startswith(spelling) and word.endswith(_PEOPLE_OF) and len(word) == len(spelling) + 1)
        for _, spelling in automaton.iter(word)
    )


def _find_families(merged: Merged) -> list[int]:
    """Organisations that sell versions of their own name: `DeepSeek`, by the product `DeepSeek V3`."""
    heads = {
        spelling[: match.start()]
        for spelling, (index, _) in merged.spellings.items()
        if merged.entries[index].type == "PRODUCT" and (match := _VERSION_TAIL.search(spelling))
    }
    owners = {merged.spellings[head][0] for head in heads & merged.spellings.keys()}
    return sorted(index for index in owners if merged.entries[index].type == "ORG")


def fold(text: str) -> str:
    """Gives the form in which spellings and texts are compared, of the same length."""
    return fold_case(fold_width(text))
