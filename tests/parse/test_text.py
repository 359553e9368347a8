"""Text and language, as the tables hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.folding import fold_width
from tasks.parse.language import detect_language
from tasks.parse.text import normalize_text


@given(st.text())
def test_normalizing_is_idempotent_and_leaves_no_odd_white_space(text: str) -> None:
    once = normalize_text(text)
    assert normalize_text(once) == once
    assert once == once.strip()
    assert "\n" not in once
    assert "  " not in once


def test_long_run_of_combining_marks_is_cut() -> None:
    assert len(normalize_text("a" + "\u0301\u0316" * 100_000)) < 40


@given(st.text())
def test_folding_width_keeps_offsets(text: str) -> None:
    assert len(fold_width(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("中国芯片产量节节攀升,但先进制程产能依然稀缺。", "zh-Hans"),
        ("晶片產量節節攀升,但先進製程產能依然稀缺。", "zh-Hant"),
        ("DeepSeek V4 与 LongCat 同时发布,NVIDIA 的 CUDA 生态面临考验。", "zh-Hans"),
        ("The regulator said on Tuesday that it would review the licence of the exchange.", "en"),
        ("Die Behörde teilte am Dienstag mit, dass sie die Lizenz der Börse überprüfen werde.", "de"),
        ("規制当局は火曜日、取引所の免許を見直すと発表した。", "ja"),
        ("규제 당국은 화요일 거래소 면허를 재검토하겠다고 밝혔다.", "ko"),
    ],
)
def test_language_is_that_of_most_of_the_text(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_text_without_letters_has_no_language() -> None:
    assert detect_language("2026 — 3.5%") is None


def test_declared_language_decides_only_for_short_texts() -> None:
    assert detect_language("GPT OpenAI", declared="fr-CA") == "fr"
    assert detect_language("中国芯片产量节节攀升", declared="en") == "zh-Hans"
