"""Extractions to rows: spans, entities and hashes."""

from dataclasses import replace

from schemas.draft import Batch, Draft
from schemas.extraction import ExtractedMeasure, ExtractedMention, ExtractedQuote, Extraction, NamedEntity
from tasks.link import link_batch
from tests.clean.test_clean_batch import PAGE, clean

ORG = NamedEntity(
    entity_id="e1", type="ORG", name="NVIDIA", name_zh="英伟达", name_en="NVIDIA", aliases=("輝達", "Nvidia")
)
NAMED = ExtractedMention(
    char_start=0, char_end=5, text="Chips", type="ORG", confidence=0.9, method="lexicon:own", entity_id="e1"
)
COUNTED = ExtractedMention(char_start=6, char_end=8, text="by", type="QUANTITY", confidence=0.9, method="pattern")
TITLE = Extraction(
    mentions=(NAMED, COUNTED),
    measures=(ExtractedMeasure(char_start=6, char_end=8, type="QUANTITY", low=1, high=2, unit="chips"),),
    quotes=(ExtractedQuote(char_start=0, char_end=5, quote="Chips", speaker="A", verb="said"),),
    entities=(ORG,),
)


def link(**extractions: Extraction) -> Draft:
    found = tuple((part.replace("_", ":"), extraction) for part, extraction in extractions.items())
    (draft,) = link_batch(Batch(items=(replace(clean(PAGE), extractions=found),))).items
    return draft


def test_measure_belongs_to_the_mention_of_its_span_and_type() -> None:
    draft = link(title=TITLE)
    (measure,) = draft.measures
    (counted,) = (mention for mention in draft.mentions if mention.type == "QUANTITY")
    assert measure.mention_id == counted.mention_id
    assert len({mention.mention_id for mention in draft.mentions}) == len(draft.mentions)


def test_only_parts_of_related_reads_carry_a_list_revision() -> None:
    draft = link(title=TITLE, related_1_title=TITLE)
    assert {(mention.part, mention.list_revision) for mention in draft.mentions} == {
        ("title", None),
        ("related:1:title", 1),
    }


def test_entity_is_one_row_however_often_it_is_named() -> None:
    (entity,) = link(title=TITLE, body=TITLE, related_1_title=TITLE).entities
    assert (entity.entity_id, entity.name_zh, entity.aliases) == ("e1", "英伟达", ("Nvidia", "輝達"))


def test_what_is_found_in_related_reads_leaves_the_articles_hash() -> None:
    plain, related = link(title=TITLE), link(title=TITLE, related_1_title=TITLE)
    assert plain.article.extraction_hash == related.article.extraction_hash
    assert plain.related_list.extraction_hash != related.related_list.extraction_hash
    assert link(title=Extraction()).article.extraction_hash != plain.article.extraction_hash
