"""Chinese people that no lexicon holds, where the text itself says that they are people.

In: half-width text. Out: candidates for `首席执行官张三`, `张三表示`, `作者:张三`, `阿瑟·克拉克`. A rule that fits only
roughly is left out: one wrong guess would be counted for every time it stands in the lake.
"""

import re
from collections.abc import Iterator

from schemas.extraction import NamedEntity
from schemas.keys import entity_id_of
from tasks.extract.candidates import Candidate
from tasks.extract.lexicon import Lexicon
from tasks.extract.word_lists import chinese_surnames

_HAN = r"\u3400-\u9fff"
_TITLES = (
    "首席执行官|首席執行官|CEO|CTO|CFO|COO|董事长|董事長|总裁|總裁|创始人|創始人|创办人|創辦人|总经理|總經理|院长|院長|教授|主席|部长|部長|局长|局長|市长|市長"
    "|省长|书记|書記|主任|记者|記者|分析师|分析師|研究员|研究員|经济学家|經濟學家|科学家|科學家|发言人|發言人|总监|總監|博士|院士|律师|律師|作家|导演|導演"
    "|演员|演員|主编|主編|行长|行長|会长|會長|秘书长|秘書長|总统|總統|总理|總理|首相|议员|議員|大使|站长|校长|校長|经理|經理|合伙人|合夥人|顾问|顧問|策略师"
    "|首席\\w{2,4}官|负责人|負責人|掌门人|队长|隊長|主教练|通讯员|摄影师|馆长|理事长"
)
_SAYS = (
    "表示|认为|認為|指出|坦言|强调|強調|透露|介绍|介紹|告诉|告訴|提出|直言|回应|回應|补充|補充|写道|寫道|解释|解釋|预计|預計|宣布|提到|称|稱|说|說|谈到|談到|看来|看來"
    "|坦承|总结|分析|回忆|呼吁|发文"
)
_AFTER_NAME = rf"(?=[^{_HAN}]|$|{_SAYS}|[在曾也则則还還就与與和等是为為对對将將向于於从從因及以至的]|近日|今日|日前|当时|先生|女士)"
_BOUNDARY_CHARS = "在的说說称稱曾也将將就与與是则則于於从從因及以表对對向和等为為还還认認指介强透告提"
_BY_TITLE = re.compile(rf"(?:{_TITLES})(?:兼\w{{2,6}})?[ :]?")
_BY_SPEECH = re.compile(
    rf"(?:^|[\n。!?;,:、“「『\"( ])(?=[{_HAN}]{{2,4}}(?:曾|也|则|則|还|還|近日|今日|日前)?(?:{_SAYS}))", re.MULTILINE
)
_BY_CREDIT = re.compile(
    r"(?:作者|撰文|编辑|編輯|记者|記者|编译|編譯|译者|譯者|责编|责任编辑|責任編輯|校对|采写|实习生|通讯员|出品人|文|图)[ ]?[:/|丨][ ]?"
)
_LISTED = re.compile(r"[ ]?[、,/ 和&][ ]?")
_TRANSLITERATION = (
    "阿埃艾爱愛安昂奥奧巴拜班邦保鲍鮑贝貝本比彼毕畢别別宾賓波伯博勃卜布采查察仓茨茲兹次达達戴丹当當道德登迪狄蒂第丁东東杜敦顿頓多厄恩尔爾法凡范方菲费費芬丰弗福夫富盖蓋甘冈岡高戈哥格葛根"
    "贡贡古瓜圭郭哈海汉漢汗豪赫黑亨洪侯胡华華怀霍基吉济加贾賈简簡姜杰傑金京久居喀卡凯凱坎康考柯科克肯孔库庫夸奎昆拉腊莱萊兰蘭朗劳勞勒雷蕾里理利莉立丽麗连廉良列烈林琳龄留刘劉柳龙龍隆卢盧鲁魯路"
    "伦倫罗羅洛吕呂马馬玛瑪迈邁麦麥曼芒毛梅门門蒙孟米密缅敏明摩莫姆木穆拿那纳納娜南瑙内內尼涅宁寧纽紐农農努诺諾欧歐帕派潘庞佩彭蓬皮珀平坡普奇齐齊恰强乔喬切琴丘琼让讓热熱仁日荣榮茹瑞若撒萨薩塞赛賽"
    "桑瑟森沙莎山珊尚绍紹舍申生圣聖施诗詩石史什士舒双斯思松苏蘇索塔泰坦汤湯唐陶特滕提铁汀廷通图圖土托脱瓦旺万萬威韦韋维維魏温溫文翁沃乌烏吾伍武西锡錫希悉夏香肖歇谢謝辛欣兴星休修雪逊遜雅亚亞延扬揚尧"
    "耶叶葉伊易因英永尤于约約月泽澤扎詹章珍芝朱兹茲祖佐兆治智"
)
_FOREIGN = re.compile(
    rf"(?<![{_TRANSLITERATION}·])([{_TRANSLITERATION}]{{2,6}}(?:[·•・][{_TRANSLITERATION}]{{2,7}}){{1,3}})"
)


def find_chinese_people(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Gives people that a title, a verb of speech, a credit or a middle dot shows to be people."""
    for pattern, method in ((_BY_TITLE, "evidence:title"), (_BY_SPEECH, "evidence:speech")):
        for match in pattern.finditer(text):
            if span := _match_name(text, match.end(), lexicon):
                yield make_person(text, *span, method)
    yield from _find_credited(text, lexicon)
    for match in _FOREIGN.finditer(text):
        yield make_person(text, match.start(1), match.end(1), "evidence:transliteration")


def make_person(text: str, start: int, end: int, method: str) -> Candidate:
    """Gives a candidate for a person that is known by this name alone."""
    name = text[start:end]
    is_latin = name.isascii()
    entity = NamedEntity(
        entity_id=entity_id_of("PERSON", name), type="PERSON", name=name,
        name_en=name if is_latin else None, name_zh=None if is_latin else name,
    )  # fmt: skip
    return Candidate(start=start, end=end, type="PERSON", method=method, entity=entity)


_GIVEN = re.compile(rf"[{_HAN}]+")
_ADDRESSES = frozenset(
    "警官 先生 女士 小姐 老师 老師 教授 总 总裁 经理 經理 律师 律師 主任 医生 醫生 博士 组长 部长 局长 市长 校长 院长 董事 记者 同志 师傅 大爷 阿姨 队长 书记 太太 某 某某".split()
)
# surnames that are words as well
_WORDLIKE_SURNAMES = "曾任于向时常安万金方高古连经应许解商关管温满游容房车习钟凡华文张乌何卫严简"
_NAME_END = re.compile(_AFTER_NAME)


def _match_name(text: str, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A surname with one or two more characters, where what follows shows that the name ends there."""
    surname = next((length for length in (2, 1) if text[start : start + length] in chinese_surnames()), 0)
    if not surname:
        return None
    for length in (surname + 2, surname + 1):
        name = text[start : start + length]
        is_open = _GIVEN.match(text, start + length) is not None
        if (
            len(name) == length
            and _is_name(name, surname, lexicon, is_open=is_open)
            and _NAME_END.match(text, start + length)
        ):
            return start, start + length
    return None


def _is_name(name: str, surname: int, lexicon: Lexicon, *, is_open: bool) -> bool:
    """`is_open` where more characters follow: then a linking word is rather a word than part of the name."""
    given = name[surname:]
    if given in _ADDRESSES or (name[0] in _WORDLIKE_SURNAMES and given in lexicon.words):
        return False
    if not _GIVEN.fullmatch(given) or given[-1] in _VERB_CHARS or (given[-1] in _LINK_CHARS and is_open):
        return False
    return name not in lexicon.words and not (len(name) == 3 and name[:2] in lexicon.words and surname == 1)


def _find_credited(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    for match in _BY_CREDIT.finditer(text):
        position = match.end()
        while span := _match_name(text, position, lexicon):
            yield make_person(text, *span, "evidence:credit")
            listed = _LISTED.match(text, span[1])
            if not listed:
                break
            position = listed.end()
