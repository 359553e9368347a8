"""The views of schema `main`, each declared once: what is true now, read from the observations in `history`.

In: the declared tables. Out: `View` objects that give the columns and the DDL of a view. The SQL of each stands in
`schemas.view_sql`. Nothing here touches a database.
"""

from dataclasses import dataclass

from schemas.table import TABLES, Column, Means
from schemas.view_sql import VIEW_SQL


@dataclass(frozen=True, kw_only=True)
class View:
    """One view of schema `main`: name, meaning, and the columns that its SELECT gives, in order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def ddl(self) -> str:
        """The CREATE VIEW statement of the view in schema `main` of the catalog in use."""
        names = ", ".join(column.name for column in self.columns)
        return f"CREATE VIEW main.{self.name} AS SELECT {names} FROM ({VIEW_SQL[self.name]})"  # noqa: S608 - constants


def _of_table(name: str) -> tuple[Column, ...]:
    return tuple(column for column in TABLES[name].columns if not column.means.is_history_only)


def _pick(table: str, *names: str) -> tuple[Column, ...]:
    by_name = {column.name: column for column in TABLES[table].columns}
    return tuple(by_name[name] for name in names)


def _column(name: str, sql_type: str, meaning: str, *, unit: str | None = None) -> Column:
    return Column(name=name, sql_type=sql_type, is_nullable=False, means=Means(meaning, unit=unit))


def _nullable(name: str, sql_type: str, meaning: str) -> Column:
    return Column(name=name, sql_type=sql_type, is_nullable=True, means=Means(meaning))


_ENTITY = _column("entity_id", "VARCHAR", "the entity, merges resolved")
_ARTICLE_COUNT = _column("article_count", "BIGINT", "articles that name it", unit="articles")
_DUPLICATE_OF = "earliest article with the same text, by time of publication, then by first sight"

# a view stands after those that it reads
_DECLARATIONS = (
    View(name="articles", meaning="The latest revision of each article.", columns=_of_table("articles")),
    View(
        name="paragraphs", meaning="Paragraphs of the latest revision of each article.", columns=_of_table("paragraphs")
    ),
    View(
        name="related_lists",
        meaning="The latest list of related reads of each article.",
        columns=_of_table("related_lists"),
    ),
    View(
        name="related_reads",
        meaning="What each article's page offers to read beside it, by its latest list.",
        columns=(
            *_of_table("related_reads"),
            _nullable(
                "related_article_id",
                "VARCHAR",
                "article in the lake that it leads to, however late that one arrived; NULL where ambiguous",
            ),
        ),
    ),
    View(
        name="entity_merges",
        meaning="Ids that were given up, each with the entity that its merges end in.",
        columns=_of_table("entity_merges"),
    ),
    View(
        name="entities",
        meaning="One row an entity, as its newest row has it; what was merged into it gives its names as aliases.",
        columns=_of_table("entities"),
    ),
    View(
        name="mentions",
        meaning="Mentions in the latest revision of each article and in its latest list, entity merges resolved.",
        columns=_of_table("mentions"),
    ),
    View(name="measures", meaning="Values of the mentions in view `mentions`.", columns=_of_table("measures")),
    View(
        name="quotes",
        meaning="Direct speech in the latest revision of each article and in its latest list, entity merges resolved.",
        columns=_of_table("quotes"),
    ),
    View(
        name="duplicates",
        meaning="Articles whose text an earlier article has too: one page saved twice, or a republished piece.",
        columns=(
            *_pick("duplicates", "article_id"),
            _column("duplicate_of", "VARCHAR", _DUPLICATE_OF),
            *_pick("duplicates", "similarity", "run_id"),
        ),
    ),
    View(name="fetches", meaning=TABLES["fetches"].meaning, columns=_of_table("fetches")),
    View(
        name="runs",
        meaning="One row a run: as it ended, else as it started; a row that stays `started` runs or died.",
        columns=_of_table("runs"),
    ),
    View(name="checks", meaning=TABLES["checks"].meaning, columns=_of_table("checks")),
    View(name="schema_versions", meaning=TABLES["schema_versions"].meaning, columns=_of_table("schema_versions")),
    View(
        name="entity_daily",
        meaning="How often each entity is named in articles published on a day (related reads left out).",
        columns=(
            _ENTITY,
            *_pick("entities", "name", "type"),
            _column("day", "DATE", "day of publication, UTC"),
            _column("mention_count", "BIGINT", "times that the day's articles name it", unit="mentions"),
            _ARTICLE_COUNT,
        ),
    ),
    View(
        name="entity_pairs",
        meaning="Entities that are named in the same article (related reads left out), each pair once.",
        columns=(
            _ENTITY,
            _column("other_entity_id", "VARCHAR", "the other entity; its id is the greater of the two"),
            *_pick("entities", "name"),
            _column("other_name", "VARCHAR", "canonical name of the other"),
            _column("article_count", "BIGINT", "articles that name both", unit="articles"),
        ),
    ),
    View(
        name="rejects",
        meaning="Inputs that gave no article, with the reason.",
        columns=_pick(
            "fetches", "fetch_id", "run_id", "source", "kind", "location", "url", "fetched_at", "http_status",
            "media_type", "byte_count", "sha256", "error_type", "error",
        ),
    ),
    View(
        name="article_feed",
        meaning="What a reader of today's news wants: an article a row, newest first, with what it is about.",
        columns=(
            *_pick("articles", "article_id", "published_at", "published_precision", "title"),
            *_pick("articles", "publisher", "credit", "language", "page_kind"),
            _column("entities", "VARCHAR[]", "names of the entities it names most often, at most 8, most named first"),
            _column("mention_count", "BIGINT", "mentions in title, body and credit", unit="mentions"),
            _column("related_count", "BIGINT", "related reads that its page offers", unit="reads"),
            _nullable("duplicate_of", "VARCHAR", _DUPLICATE_OF + "; NULL for that one itself"),
            _nullable("url", "VARCHAR", "canonical address, else the one it was read from"),
            *_pick("articles", "first_seen_at"),
        ),
    ),
)  # fmt: skip

VIEWS: dict[str, View] = {view.name: view for view in _DECLARATIONS}
