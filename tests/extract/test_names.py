"""Names: one entity for all spellings, case, word borders, versions, and what the text itself shows."""

import pytest

from tasks.extract import extract_text


def read_names(text):
    found = extract_text(text)
    return [(m.text, m.type) for m in found.mentions if m.entity_id]


def ids_of(text):
    return {m.entity_id for m in extract_text(text).mentions}


def test_all_spellings_in_both_languages_are_one_entity():
    assert len(ids_of("英伟达、輝達、NVIDIA和Nvidia")) == 1


def test_entity_carries_both_names_under_the_english_one():
    (entity,) = extract_text("台積電擴產").entities
    assert (entity.name, entity.name_zh, entity.symbol) == ("TSMC", "台积电", "TSM")


def test_spelling_without_space_is_the_same_product():
    assert len(ids_of("DeepSeek V4, DeepSeekV4 and DeepSeek-V4")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新品 Kimi K2.6 上线", [("Kimi K2.6", "PRODUCT")]),
        ("新品 Qwen3-Max 上线", [("Qwen3-Max", "PRODUCT")]),
        ("昇腾 910C 出货", [("昇腾 910C", "PRODUCT")]),
        ("the iPhone 17 Pro Max", [("iPhone 17 Pro Max", "PRODUCT")]),
        ("打开美团 App 下单", [("美团 App", "PRODUCT")]),
        ("华为昇腾芯片", [("华为", "ORG"), ("昇腾", "PRODUCT")]),
        ("DeepSeek 团队", [("DeepSeek", "ORG")]),
    ],
)
def test_version_and_edition_belong_to_the_product(text, expected):
    assert read_names(text) == expected


def test_bare_version_is_the_product_named_before():
    assert len(ids_of("Llama K7 came first. Then K7 grew.")) == 1


def test_number_with_a_unit_is_no_version():
    assert ("ChatGPT", "PRODUCT") in read_names("ChatGPT 3 月新增用户")


def test_longest_name_wins_over_the_place_in_it():
    assert read_names("中国人民银行在北京") == [("中国人民银行", "ORG"), ("北京", "PLACE")]


def test_word_that_holds_a_name_guards_against_it():
    assert read_names("他们长期合作,民主党派参政") == []


@pytest.mark.parametrize("text", ["tell us more", "an apple a day", "near the river", "the block of flats"])
def test_common_word_in_small_letters_is_no_name(text):
    assert read_names(text) == []


def test_common_word_is_a_name_where_its_capital_stands_inside_a_sentence():
    assert read_names("Shares of Apple rose. Apple gained.") == [("Apple", "ORG"), ("Apple", "ORG")]
    assert read_names("Apple pie is sweet.") == []


def test_fruit_is_no_company_without_a_hint_of_one():
    assert read_names("妈妈买了三斤苹果") == []
    assert read_names("苹果公司更新了手机,苹果股价上涨") == [("苹果公司", "ORG"), ("苹果", "ORG")]


def test_ticker_is_a_token_only_in_a_text_about_tokens():
    assert read_names("沪ICP备 ICP 许可") == []
    assert ("ICP", "ASSET") in read_names("加密市场中 ICP 上涨")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司首席执行官顾明远表示,产能不足。", "顾明远"),
        ("顾明远认为,产能不足。", "顾明远"),
        ("作者:于晓岚", "于晓岚"),
        ("导演艾拉·本特说", "艾拉·本特"),
        ("according to Priya Ramanathan of the team", "Priya Ramanathan"),
        ("its CEO Torvald Vikstrom resigned", "Torvald Vikstrom"),
        ("Torvald Vikstrom, chief economist at a bank", "Torvald Vikstrom"),
    ],
)
def test_person_that_no_lexicon_holds_is_shown_by_the_text(text, name):
    assert (name, "PERSON") in read_names(text)


def test_later_surname_is_the_person_named_in_full():
    found = extract_text("Priya Ramanathan spoke. Later Ramanathan left.")
    assert [m.text for m in found.mentions] == ["Priya Ramanathan", "Ramanathan"]
    assert len({m.entity_id for m in found.mentions}) == 1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("a loan from Harrow Vellum Capital was repaid", "Harrow Vellum Capital", "ORG"),
        ("he joined the University of Ostrava in time", "University of Ostrava", "ORG"),
        ("they backed the Clean Rivers Act of 2031 at once", "Clean Rivers Act of 2031", "LAW"),
        ("北京鲲粟人工智能研究院发布报告", "北京鲲粟人工智能研究院", "ORG"),
        ("来自公众号“灰犀观察”", "灰犀观察", "ORG"),
        ("依据《滨海湿地保护条例》处理", "滨海湿地保护条例", "LAW"),
    ],
)
def test_body_and_law_that_no_lexicon_holds_are_shown_by_their_words(text, name, kind):
    assert (name, kind) in read_names(text)


def test_kind_of_firm_is_no_name():
    assert read_names("they raised venture money, Venture Capital in short, from a Central Bank") == []


def test_abbreviation_in_brackets_stands_for_the_name_before():
    found = extract_text("last year the Ostrava Robotics Institute (ORI) moved to a new site, and ORI grew.")
    named = [(m.text, m.entity_id) for m in found.mentions if m.entity_id]
    assert [name for name, _ in named] == ["Ostrava Robotics Institute", "ORI", "ORI"]
    assert len({entity_id for _, entity_id in named}) == 1


def test_owner_beside_it_shows_that_a_word_is_a_product():
    assert read_names("腾讯混元更新") == [("腾讯", "ORG"), ("混元", "PRODUCT")]
    assert read_names("混元之气") == []
