"""What a row is: every table of the lake declared once, and the rows that stages pass on."""

from schemas import articles, entities, fetches, mentions, related_reads, runs
from schemas.table import TABLES, Column, Means, Table

__all__ = ["TABLES", "Column", "Means", "Table", "articles", "entities", "fetches", "mentions", "related_reads", "runs"]
