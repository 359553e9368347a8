"""Direct speech with its speaker; quote marks around terms and slogans are no speech."""

import pytest

from tasks.extract import extract_text


def read_quotes(text):
    return [(q.speaker, q.quote) for q in extract_text(text).quotes]


@pytest.mark.parametrize(
    ("text", "speaker", "quote"),
    [
        ("马斯克说:「工厂明年开工。」", "马斯克", "工厂明年开工。"),
        ("马斯克在节目中称,新厂的进度「超出所有人的预料」。", "马斯克", "超出所有人的预料"),
        ("“我们会守住质量这条线。”雷军表示。", "雷军", "我们会守住质量这条线。"),
        ("「质量这条线要守住。」\n\n小米创始人雷军的话,说出了难处。", "雷军", "质量这条线要守住。"),
        ("雷军有这样一个比喻:“造车是长跑。”", "雷军", "造车是长跑。"),
        ('"We will open the plant in spring," said Tim Cook.', "Tim Cook", "We will open the plant in spring,"),
        ('Tim Cook said: "The plant opens in spring."', "Tim Cook", "The plant opens in spring."),
        ("“The plant opens in spring,” Tim Cook said.", "Tim Cook", "The plant opens in spring,"),
    ],
)
def test_speech_has_its_speaker(text, speaker, quote):
    assert read_quotes(text) == [(speaker, quote)]


def test_quote_points_to_the_entity_of_its_speaker():
    found = extract_text("马斯克说:「工厂明年开工。」")
    assert found.quotes[0].speaker_entity_id == found.mentions[0].entity_id
    assert found.quotes[0].verb == "说"


@pytest.mark.parametrize(
    "text",
    [
        "所谓「鲶鱼效应」已经显现。",
        "大模型正从「能用」走向「好用」。",
        "雷军表示,公司将推进“双轨”战略落地。",
        "用户深夜的一句「想吃火锅」。",
        'The "forward guidance" debate goes on.',
        "他们告诉路透社,这是“例行检查”,没有其他说法",
    ],
)
def test_term_or_slogan_in_marks_is_no_speech(text):
    assert read_quotes(text) == []


def test_marks_never_pair_across_a_line_break():
    assert read_quotes("马斯克说:「工厂\n明年开工。」") == []
