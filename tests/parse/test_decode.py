"""Bytes to text: encodings declared, undeclared and wrongly declared; binary data; text that was encoded twice."""

import codecs
import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.parse.decode import BinaryDataError, Decoded, decode_payload
from tasks.parse.errors import UnreadableError
from tasks.parse.mojibake import repair_mojibake

SIMPLIFIED = (
    "北岸的造船厂今年接到了四十二艘货轮的订单，厂长周启明说，工人已经三班轮换。",
    "央行周三宣布维持利率不变，并表示将继续观察房价与就业的变化。",
    "“我们不怕慢，只怕站。”她在发布会上这样回答记者的提问。",
)
TRADITIONAL = (
    "北岸的造船廠今年接到了四十二艘貨輪的訂單，廠長周啟明說，工人已經三班輪換。",
    "央行週三宣布維持利率不變，並表示將繼續觀察房價與就業的變化。",
    "「我們不怕慢，只怕站。」她在發布會上這樣回答記者的提問。",
)
WESTERN = "Le café du marché – « très cher », dit Zoë – a fermé en août."
CODECS = {"utf-8": "utf-8", "gb18030": "gb18030", "big5hkscs": "big5", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be"}


def pieces_of(text: str) -> st.SearchStrategy[str]:
    """Gives stretches of a text, 12 characters and longer."""
    starts = st.integers(0, len(text) - 12)
    return starts.flatmap(lambda start: st.integers(start + 12, len(text)).map(lambda end: text[start:end]))


simplified_pieces = pieces_of("".join(SIMPLIFIED))
traditional_pieces = pieces_of("".join(TRADITIONAL))


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_undeclared_simplified_text_is_read_in_gb18030(text: str) -> None:
    assert decode_payload(text.encode("gb18030")) == Decoded(text=text, charset="gb18030")


@pytest.mark.parametrize("text", TRADITIONAL)
def test_undeclared_traditional_text_is_read_in_big5(text: str) -> None:
    assert decode_payload(text.encode("big5hkscs")) == Decoded(text=text, charset="big5")


@pytest.mark.parametrize("text", TRADITIONAL)
def test_undeclared_traditional_text_in_gbk_is_not_taken_for_big5(text: str) -> None:
    assert decode_payload(text.encode("gbk")) == Decoded(text=text, charset="gb18030")


@given(text=simplified_pieces, codec=st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]))
def test_simplified_text_of_any_encoding_decodes_back(text: str, codec: str) -> None:
    assert decode_payload(text.encode(codec)) == Decoded(text=text, charset=CODECS[codec])


@given(text=traditional_pieces, codec=st.sampled_from(["utf-8", "big5hkscs"]))
def test_traditional_text_of_any_encoding_decodes_back(text: str, codec: str) -> None:
    assert decode_payload(text.encode(codec)) == Decoded(text=text, charset=CODECS[codec])


@given(text=st.text(st.characters(codec="gb18030", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_text_after_a_mark_decodes_back_whatever_it_says(text: str) -> None:
    for mark, codec in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        assert decode_payload(mark + text.encode(codec)).text == repair_mojibake(text)


@given(text=simplified_pieces)
def test_a_character_cut_at_the_end_is_dropped(text: str) -> None:
    for codec in ("utf-8", "gb18030"):
        assert decode_payload(text.encode(codec)[:-1]).text == text[:-1]


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_named_error(content: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert isinstance(decode_payload(content).text, str)


@pytest.mark.parametrize("declared", ["gbk", "big5", "iso-8859-1", "shift_jis", "no-such-label", "utf-16", ""])
def test_clear_utf8_wins_over_a_wrong_declaration(declared: str) -> None:
    content = SIMPLIFIED[0].encode()
    assert decode_payload(content, declared=declared) == Decoded(text=SIMPLIFIED[0], charset="utf-8")


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "big5"])
def test_clear_gb18030_wins_over_a_wrong_declaration(declared: str) -> None:
    content = SIMPLIFIED[0].encode("gb18030")
    assert decode_payload(content, declared=declared) == Decoded(text=SIMPLIFIED[0], charset="gb18030")


def test_accented_utf8_declared_as_gbk_stays_utf8() -> None:
    assert decode_payload(WESTERN.encode(), declared="gbk") == Decoded(text=WESTERN, charset="utf-8")


def test_a_few_declared_chinese_characters_are_not_taken_for_utf8() -> None:
    assert decode_payload("模".encode("gbk"), declared="gbk") == Decoded(text="模", charset="gb18030")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="big5">',
        "<meta http-equiv=Content-Type content='text/html; charset=Big5'>",
        '<?xml encoding="big5"?>',
    ],
)
def test_a_declaration_in_the_page_is_followed(declaration: str) -> None:
    page = declaration + "<p>艾"
    assert decode_payload(page.encode("big5")).text == page


def test_a_declaration_beyond_the_first_bytes_is_not_sought() -> None:
    page = " " * 5000 + '<meta charset="iso-8859-2">' + "Łódź"
    assert decode_payload(page.encode("iso-8859-2")).charset == "windows-1252"


def test_the_transport_wins_over_the_page() -> None:
    content = '<meta charset="iso-8859-1">Łódź i Kraków'.encode("iso-8859-2")
    assert decode_payload(content, declared="iso-8859-2").text.endswith("Łódź i Kraków")


def test_undeclared_western_text_is_read_in_windows_1252() -> None:
    assert decode_payload(WESTERN.encode("cp1252")) == Decoded(text=WESTERN, charset="windows-1252")


def test_chinese_far_below_a_page_of_ascii_is_found() -> None:
    content = b"<p>x</p>" * 20_000 + SIMPLIFIED[0].encode("gb18030")
    assert decode_payload(content).charset == "gb18030"


def test_utf8_with_one_broken_byte_stays_utf8() -> None:
    content = "".join(SIMPLIFIED).encode() + b"\xff end"
    assert decode_payload(content).charset == "utf-8"


@pytest.mark.parametrize(
    "text", ["only lower case words and one résumé in a row of them", "les mots ne sont que minuscules été"]
)
def test_one_byte_text_is_not_taken_for_utf16(text: str) -> None:
    assert decode_payload(text.encode("latin-1")) == Decoded(text=text, charset="windows-1252")


def test_empty_content_is_empty_text() -> None:
    assert decode_payload(b"") == Decoded(text="", charset="utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 20, b"\xff\xd8\xff\xe0JFIF", b"GIF89a..", b"%PDF-1.7 text", b"PK\x03\x04text",
        b"\x1f\x8b\x08text", bytes(range(256)) * 4, b"\x00" * 100, b"RIFF\x01\x02\x03\x04WEBPVP8 ",
        b"text\x00\x01\x02" * 50, b"BZh91AY&SYtext", b"ID3\x03\x00text", b"\x00\x00\x00\x18ftypmp42text",
        b"a" * 257 + b"ustar\x00", b"BM\x10\x00\x00\x00\x00\x00\x00\x00text", b"MIME-Version: 1.0\r\n",
    ],
)  # fmt: skip
def test_binary_data_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(BinaryDataError, match=r"not a page|binary"):
        assert decode_payload(content).charset


@pytest.mark.parametrize("start", ["BZh", "BZh9", "ID3", "GIF89a", "PAR1", "fLaC", "wOF2", "ARROW1", "OggS", "Rar!"])
def test_text_that_begins_as_a_format_does_is_text(start: str) -> None:
    text = f"{start} is how such files begin, the harbour office said."
    assert decode_payload(text.encode()) == Decoded(text=text, charset="utf-8")


def test_this_source_file_is_read_as_it_is() -> None:
    source = Path(__file__)
    assert decode_payload(source.read_bytes()).charset == "utf-8"


def test_double_encoding_of_a_whole_text_is_undone() -> None:
    twice = WESTERN.encode().decode("cp1252")
    assert repair_mojibake(twice) == WESTERN


@pytest.mark.parametrize("text", [*SIMPLIFIED, *TRADITIONAL])
def test_chinese_read_as_latin1_is_repaired(text: str) -> None:
    assert decode_payload(text.encode().decode("latin-1").encode()).text == text


@pytest.mark.parametrize(
    "text", ["Ã", "São Tomé", "naïve “quotes”", "São â€", "Â£5 und £6", "ÃÃÃ AÃO", *SIMPLIFIED, WESTERN]
)
def test_doubtful_text_is_left_alone(text: str) -> None:
    assert repair_mojibake(text) == text


@given(st.text(max_size=200))
def test_repair_is_idempotent_on_what_it_left(text: str) -> None:
    repaired = repair_mojibake(text)
    assert repaired == text or len(repaired) < len(text)


def test_long_hostile_input_takes_bounded_time() -> None:
    for content in (b"\xc3" * 2_000_000, b"\xe4\xb8" * 1_000_000, b"<meta " * 400_000, "â".encode() * 500_000):
        assert decode_payload(content).charset
