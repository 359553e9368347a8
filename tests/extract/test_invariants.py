"""What holds for any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract import extract_text

PIECES = (
    "DeepSeek", "V4", "苹果", "Apple", "中国", "美元", "5 万", "至", "6", "%", "年", "月", "日", "4月20日",
    "Q3", "today", "「", "」", "“", "”", '"', "说", "said", "马斯克", "Tim Cook", "CEO", "Bank",
    "University of", "(ABC)", "去年", "$", "1,2", "3.5", "bn",
    "第", "一", "亿", "\n", " ", ",", "。", "·", "阿", "İ", "ﬀ", "😀", "\ud800", "\x00", "Ｖ４",
    "两日后", "《", "法》", "O'",
)  # fmt: skip
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(text=TEXTS, published_at=st.none() | st.dates())
def test_any_text_gives_true_spans_and_ordered_values(text, published_at):
    found = extract_text(text, published_at=published_at)
    end = 0
    for mention in found.mentions:
        assert text[mention.char_start : mention.char_end] == mention.text != ""
        assert mention.char_start >= end
        end = mention.char_end
    for measure in found.measures:
        assert measure.low is None or measure.high is None or measure.low <= measure.high
        assert measure.date_start is None or measure.date_end is None or measure.date_start <= measure.date_end
    for quote in found.quotes:
        assert text[quote.char_start : quote.char_end] == quote.quote


@given(text=TEXTS)
def test_same_text_gives_the_same_extraction(text):
    assert extract_text(text) == extract_text(text)


@given(text=TEXTS)
def test_measures_belong_to_mentions_and_names_to_entities(text):
    found = extract_text(text)
    places = {(m.char_start, m.char_end, m.type) for m in found.mentions}
    assert {(m.char_start, m.char_end, m.type) for m in found.measures} <= places
    assert {m.entity_id for m in found.mentions if m.entity_id} == {e.entity_id for e in found.entities}


HOSTILE = (
    "1", "1,", "1.", "「", '"a" ', "Aaaa ", "Bank Of ", "一二三四", "年", "李", "2024年", 'said "x" ', "1-2%", "CEO ",
    "中国", "$", "阿·", "《法", "Of The Act ", "A", "a-", "Mc", "O'", "John Smith ", "(",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_is_read_to_its_end(piece):
    text = piece * (60_000 // len(piece)) + "\n英伟达"
    assert extract_text(text).mentions[-1].text == "英伟达"
