"""Sums, percentages and quantities with their values, by the words around the number."""

from datetime import date

import pytest

from tasks.extract import extract_text


def read_measures(text, **options):
    found = extract_text(text, **options)
    spans = {(m.char_start, m.char_end): m.text for m in found.mentions}
    return [(spans[m.char_start, m.char_end], m) for m in found.measures if m.type != "DATE"]


def read_one(text, **options):
    (pair,) = read_measures(text, **options)
    return pair


@pytest.mark.parametrize(
    ("text", "span", "low", "currency"),
    [
        ("这笔融资约 3 亿港元。", "3 亿港元", 3e8, "HKD"),
        ("罚款1,200万元", "1,200万元", 1.2e7, "CNY"),
        ("罰款１，２００萬元", "１，２００萬元", 1.2e7, "CNY"),
        ("出资两千三百万美元", "两千三百万美元", 2.3e7, "USD"),
        ("合计3亿5000万元", "3亿5000万元", 3.5e8, "CNY"),
        ("a fund of US$1.2bn", "US$1.2bn", 1.2e9, "USD"),
        ("it cost R50bn in all", "R50bn", 5e10, "ZAR"),
        ("raised €3 million", "€3 million", 3e6, "EUR"),
        ("paid 5 million US dollars", "5 million US dollars", 5e6, "USD"),
        ("moved 250 ETH on chain", "250 ETH", 250, "ETH"),
        ("paid RMB 40 million", "RMB 40 million", 4e7, "CNY"),
    ],
)
def test_sum_of_money_has_value_and_currency(text, span, low, currency):
    found, measure = read_one(text)
    assert (found, measure.type, measure.low, measure.currency) == (span, "MONEY", pytest.approx(low), currency)


def test_money_that_names_no_currency_has_only_an_inferred_one():
    _, measure = read_one("这家厂商的千亿投入")
    assert (measure.type, measure.low, measure.currency, measure.currency_inferred) == ("MONEY", 1e11, None, "CNY")


def test_yen_sign_is_the_yuan_in_chinese_and_the_yen_about_japan():
    assert read_one("售价¥300", language="zh-Hans")[1].currency == "CNY"
    assert read_measures("In Japan a ticket is ¥300", language="en")[0][1].currency == "JPY"


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("部署了 5 万至 6 万张算力卡", "5 万至 6 万张", 5e4, 6e4),
        ("部署了 5 万-6 万张", "5 万-6 万张", 5e4, 6e4),
        ("grew 7-10 times", "7-10 times", 7, 10),
        ("costs $5-7 each", "$5-7", 5, 7),
        ("about $1.2 to $1.5 billion", "$1.2 to $1.5 billion", 1.2e9, 1.5e9),
        ("yields of 12-14%+ a year", "12-14%+", 12, 14),
        ("增速在30%到40%之间", "30%到40%", 30, 40),
    ],
)
def test_range_is_one_span_with_both_ends(text, span, low, high):
    found, measure = read_measures(text)[0]
    assert (found, measure.low, measure.high) == (span, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("下调 0.5 个百分点", "0.5 个百分点", 0.5, "pp"),
        ("占百分之三十五", "百分之三十五", 35, "%"),
        ("up 3.2 per cent", "3.2 per cent", 3.2, "%"),
        ("fell by 0.25 percentage points", "0.25 percentage points", 0.25, "pp"),
    ],
)
def test_percent_is_in_percent_points(text, span, value, unit):
    found, measure = read_one(text)
    assert (found, measure.type, measure.low, measure.unit) == (span, "PERCENT", value, unit)


@pytest.mark.parametrize(
    ("text", "span", "unit"),
    [
        ("关闭了21 家门店", "21 家", "家"),
        ("tools for 35 insurers and banks", "35 insurers", "insurers"),
        ("six major currencies rose", "six major currencies", "currencies"),
        ("a 6-inch wafer", "6-inch", "inch"),
        ("a 12-person team", "12-person", "person"),
        ("降息25个基点", "25个基点", "bp"),
        ("采用7nm工艺", "7nm", "nm"),
        ("万亿参数模型", "万亿参数", "parameter"),
        ("打磨十几年", "十几年", "year"),
        ("a wait of two weeks", "two weeks", "week"),
    ],
)
def test_quantity_holds_its_unit(text, span, unit):
    found, measure = read_one(text)
    assert (found, measure.type, measure.unit) == (span, "QUANTITY", unit)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("良率突破 80%", "over"), ("至少 21 家", "at_least"), ("约 21 家", "approx"), ("28nm 以上", "or_more"),
        ("14nm 及以下", "or_less"), ("不足 30%", "under"), ("等效7nm", "equivalent"), ("over $2 billion", "over"),
        ("more than 40 companies", "over"), ("nearly 3%", "approx"), ("万卡集群", "order"), ("20余家", "over"),
        ("数百亿元", "approx"), ("moreover 40 companies", None),
    ],
)  # fmt: skip
def test_word_of_degree_is_the_modifier_and_not_in_the_span(text, modifier):
    assert read_one(text)[1].modifier == modifier


@pytest.mark.parametrize(
    "text",
    [
        "一个问题",
        "第三家",
        "多次会谈",
        "几个人说",
        "版本 1.0 发布",
        "GPT-5 is out",
        "单位:万元",
        "早上八点",
        "万一下雨",
        "读万卷书",
    ],
)
def test_ordinals_vague_words_and_labels_are_no_amounts(text):
    assert read_measures(text) == []


def test_full_width_and_half_width_read_alike():
    wide, narrow = read_one("增长１２．５％"), read_one("增长12.5%")
    assert (wide[1].low, wide[1].unit) == (narrow[1].low, narrow[1].unit) == (12.5, "%")


def test_small_sum_of_pounds_without_a_sign_is_a_weight():
    assert read_one("it weighs 3 pounds")[1].unit == "pound"


def test_year_before_a_plural_is_a_date():
    (mention,) = extract_text("the 2026 results are due", published_at=date(2026, 4, 30)).mentions
    assert (mention.text, mention.type) == ("2026", "DATE")
