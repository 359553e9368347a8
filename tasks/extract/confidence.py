"""How sure each method is: the share of its mentions that were right on the development pages."""

# counted by `benchmarks/entities.py` on annotated development pages; see docs/decisions/lexicons.md
CONFIDENCE: dict[str, float] = {
    "pattern:amount": 0.93,
    "pattern:date": 0.93,
    "lexicon:own": 0.97,
    "lexicon:version": 0.95,
    "lexicon:babel": 0.95,
    "lexicon:models-dev": 0.9,
    "lexicon:cedict": 0.85,
    "evidence:title": 0.85,
    "evidence:speech": 0.85,
    "evidence:credit": 0.9,
    "evidence:transliteration": 0.9,
    "evidence:given_name": 0.9,
    "evidence:address": 0.85,
    "evidence:apposition": 0.85,
    "evidence:kind": 0.8,
    "evidence:employer": 0.8,
    "evidence:account": 0.9,
    "evidence:law": 0.85,
    "evidence:short_form": 0.85,
}
