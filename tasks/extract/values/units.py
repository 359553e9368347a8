"""Which words make a number a QUANTITY or MONEY, and under which name the unit is kept.

Data only, read from `words/`: units of measure, measure words, counted nouns, currencies' signs and names.
"""

from tasks.extract.word_lists import read_table, read_words

# units kept under one name in both languages; everything else is kept as the text has it
UNIT_NAMES: dict[str, str] = {name: unit for unit, names in read_table("unit_names") for name in names.split()}
CHINESE_UNITS: frozenset[str] = read_words("measure_words") | {name for name in UNIT_NAMES if not name.isascii()}
ATTACHED_UNITS: frozenset[str] = read_words("attached_units")
# words after which a plural is no counted noun, or that are no nouns themselves though they end in s
NOT_COUNTED = read_words("not_counted")
IRREGULAR_PLURALS = read_words("irregular_plurals")
# counted nouns that follow a four-digit number which could be a year
NEVER_AFTER_A_YEAR = read_words("never_after_a_year")

_CURRENCIES = read_table("currencies")
PREFIX_CURRENCIES: dict[str, str] = {
    mark: code for code, before, _ in _CURRENCIES for mark in before.split("|") if mark
}
SUFFIX_CURRENCIES: dict[str, str] = {mark: code for code, _, after in _CURRENCIES for mark in after.split("|") if mark}
# codes behind a number count only in capitals: five "ETH" are money, five "eth" nothing
UPPER_CASE_CURRENCIES = frozenset(mark for mark, code in SUFFIX_CURRENCIES.items() if mark.upper() == code) - {"sats"}
