"""The closed lists of values that columns share."""

PRECISIONS = ("second", "minute", "hour", "day", "week", "month")
PAGE_KINDS = ("article", "flash", "live", "video")
PARAGRAPH_KINDS = ("heading", "paragraph", "list_item", "quote", "caption", "code")
RELATED_KINDS = ("related", "recommended", "hot", "latest")
NAME_TYPES = ("PERSON", "ORG", "PRODUCT", "PLACE", "ASSET", "LAW")
MEASURE_TYPES = ("MONEY", "PERCENT", "QUANTITY", "DATE")
MENTION_TYPES = NAME_TYPES + MEASURE_TYPES
MODIFIERS = ("over", "at_least", "approx", "or_more", "or_less", "under", "order", "equivalent")
OUTCOMES = ("landed", "revised", "unchanged", "not_modified", "rejected")
REVISION_REASONS = ("first", "changed", "extractor")
