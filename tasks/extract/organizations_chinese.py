"""Chinese organisations and laws that no lexicon holds, by the words that such names are made with.

In: half-width text and the places found in it. Out: candidates for `北京某某研究院`, `公众号“某某”`, `《某某法》`.
"""

import re
from collections.abc import Iterable, Iterator

from tasks.extract.candidates import Candidate
from tasks.extract.lexicon import Lexicon
from tasks.extract.organizations_english import make_entity

_HAN = r"\u3400-\u9fff"
_PUBLIC = (
    "人民政府|政府|人民法院|法院|人民检察院|检察院|公安局|公安厅|管理局|财政局|税务局|教育局|卫健委|教育厅|财政厅|委员会|委員會|研究院|研究所|大学|大學|学院|學院|医院|醫院|协会|協會|学会|學會"
    "|基金会|基金會|商会|商會|交易所|实验室|實驗室|图书馆|博物馆|出版社|电视台|日报|晚报|中学|小学|海关|联合会|气象局|市场监管局|监管局|证监局|总局|党委|市委|省委|县委|人大常委会"
)
_PRIVATE = "股份有限公司|有限责任公司|有限公司|公司|集团|集團|银行|銀行|证券|證券|股份|事务所|基金"
_BEHIND_PLACE = re.compile(rf"(?:省|市|县|區|区|州)?([{_HAN}]{{0,12}}?)({_PUBLIC}|{_PRIVATE})(?!们|化|制|长|長|性)")
_ON_ITS_OWN = re.compile(
    rf"(?<![{_HAN}])([{_HAN}]{{2,10}}?)({_PRIVATE}|研究院|大学|学院|协会|基金会|实验室)(?![{_HAN}]*?(?:化|制)\b)"
)
_ACCOUNT = re.compile(r"(?:公众号|公眾號|微信号|视频号)[:]?[ ]?[“「『\"‘]([^“”「」『』\"‘’\n]{2,15})[”」』\"’]")
_LAW = re.compile(r"《([^《》\n]{2,40}?(?:法|法案|條例|条例|法典|协定|協定|公约|公約))》")
# words that no name of an organisation holds
_STOP = re.compile(
    r"[的了在是和与與及为為将將被把等这這那该該其某各多每从從对對向由以让使就都也有到并而且或所之不你我他它们你們家名个]|(?<!第)[一二两三四五数几]|[赴获遭称说入访携曝非年型放弃]|相关|有关|上市|国内|国外|海外|本|旗下|联合|主要|大型|中小"
)


def find_chinese_organizations(text: str, places: Iterable[Candidate], lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives organisations and laws that a place before, the kind of body or the marks around show to be such."""
    for place in places:
        if place.type == "PLACE" and (match := _BEHIND_PLACE.match(text, place.end)) and _is_body(match, lexicon):
            yield make_entity(text, place.start, match.end(), "ORG", "evidence:kind")
    for match in _ON_ITS_OWN.finditer(text):
        if (
            not _STOP.search(match[1])
            and not _holds_verb(match[1], lexicon)
            and _has_unknown_part(match[1], lexicon)
            and match[0] not in lexicon.words
        ):
            yield make_entity(text, match.start(), match.end(), "ORG", "evidence:kind")
    for match in _ACCOUNT.finditer(text):
        yield make_entity(text, match.start(1), match.end(1), "ORG", "evidence:account")
    for match in _LAW.finditer(text):
        yield make_entity(text, match.start(1), match.end(1), "LAW", "evidence:law")


def _is_body(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Behind a place, a public body is one by its kind; a company needs a part of its own."""
    stem, kind = match[1], match[2]
    if _STOP.search(stem) or _holds_verb(stem, lexicon) or len(stem) > 10:
        return False
    if re.fullmatch(_PRIVATE, kind):
        return len(stem) >= 2 and _has_unknown_part(stem, lexicon)
    return bool(stem) or kind not in _NEEDS_STEM


_NEEDS_STEM = frozenset(
    "委员会 委員會 协会 協會 学会 學會 研究院 研究所 学院 學院 医院 醫院 基金会 基金會 实验室 管理局 出版社 总局 交易所 小学 中学 大学 大學".split()
)
# verbs that names of bodies do hold
_WORK = frozenset(
    "发展 改革 管理 监督 教育 建设 规划 交通 服务 研究 投资 合作 设计 保护 监测 创新 应用 通信 信息 学习 工作 进修 检察 检验".split()
)


def _holds_verb(stem: str, lexicon: Lexicon) -> bool:
    return any((pair := stem[i : i + 2]) in lexicon.verbs and pair not in _WORK for i in range(len(stem) - 1))


def _has_unknown_part(stem: str, lexicon: Lexicon) -> bool:
    """Whether something in the stem is no word of the language: `智源` in `智源人工智能`."""
    position, unknown = 0, 0
    while position < len(stem):
        length = next((size for size in (3, 2) if stem[position : position + size] in lexicon.words), 1)
        unknown += length == 1
        position += length
    return unknown >= 2
