"""The SELECT of each view of schema `main`, by the view's name.

Latest revisions are what is left when the superseded ones are taken away: an anti-join with a small append-only table
costs half of a search for the highest revision. Names without a schema in front are never used: a view must bind in
whatever catalog the lake is attached as.
"""
# ruff: noqa: S608

# articles with one list need no look: only the others can have a list that is not the latest
_STALE_LISTS = """
    SELECT l.article_id, l.list_revision
    FROM history.related_lists l
    JOIN (
        SELECT article_id, max(list_revision) FILTER (NOT is_late) AS latest
        FROM history.related_lists GROUP BY article_id HAVING count(*) > 1
    ) n ON n.article_id = l.article_id AND n.latest <> l.list_revision"""

# one anti-join by equal keys: own parts go with their revision, parts of a list (0 stands for none) with their list's
_CURRENT_PARTS = f"""
    ANTI JOIN (
        SELECT article_id, revision, 0 AS list_revision FROM history.superseded
        UNION ALL
        SELECT article_id, 0 AS revision, list_revision FROM ({_STALE_LISTS})
    ) s
        ON s.article_id = p.article_id
        AND s.revision = CASE WHEN p.list_revision IS NULL THEN p.revision ELSE 0 END
        AND s.list_revision = coalesce(p.list_revision, 0)"""

_ARTICLE_KEYS = """
    SELECT match_key, any_value(article_id) AS related_article_id
    FROM (
        SELECT canonical_url AS match_key, article_id FROM history.articles WHERE canonical_url IS NOT NULL
        UNION
        SELECT title_key, article_id FROM history.articles
    )
    GROUP BY match_key HAVING count(*) = 1"""

# An article that was read without its address can only be found by its title.
_KEYS_WITHOUT_ADDRESS = """
    SELECT title_key AS match_key, any_value(article_id) AS related_article_id
    FROM (SELECT DISTINCT title_key, article_id FROM history.articles WHERE canonical_url IS NULL)
    GROUP BY title_key HAVING count(*) = 1"""

_RESOLVED_MERGES = """
    WITH RECURSIVE newest AS (
        SELECT m.old_id, m.entity_id, m.reason, m.run_id
        FROM history.entity_merges m
        LEFT JOIN history.runs r ON r.run_id = m.run_id AND r.state = 'started'
        QUALIFY row_number() OVER (
            PARTITION BY m.old_id ORDER BY r.started_at DESC NULLS LAST, m.run_id DESC, m.entity_id
        ) = 1
    ),
    step AS (SELECT * FROM newest WHERE old_id <> entity_id),
    reach AS (
        SELECT old_id, entity_id FROM step
        UNION
        SELECT reach.old_id, step.entity_id FROM reach JOIN step ON step.old_id = reach.entity_id
    ),
    target AS (
        SELECT
            reach.old_id,
            coalesce(min(reach.entity_id) FILTER (beyond.old_id IS NULL), min(reach.entity_id)) AS entity_id
        FROM reach LEFT JOIN step beyond ON beyond.old_id = reach.entity_id
        GROUP BY reach.old_id
    )
    SELECT step.old_id, target.entity_id, step.reason, step.run_id
    FROM step JOIN target ON target.old_id = step.old_id
    WHERE step.old_id <> target.entity_id"""

_NEWEST_ENTITIES = """
    SELECT * FROM history.entities
    QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY revision DESC) = 1"""

_ENTITIES = f"""
    WITH newest AS ({_NEWEST_ENTITIES}),
    first_seen AS (
        SELECT coalesce(m.entity_id, e.entity_id) AS entity_id, min(e.first_seen_at) AS first_seen_at
        FROM history.entities e LEFT JOIN main.entity_merges m ON m.old_id = e.entity_id
        GROUP BY ALL
    ),
    merged AS (
        SELECT m.entity_id, flatten(list(list_concat(n.aliases, [n.name, n.name_zh, n.name_en]))) AS names
        FROM main.entity_merges m JOIN newest n ON n.entity_id = m.old_id
        GROUP BY m.entity_id
    )
    SELECT n.* REPLACE (
        CASE
            WHEN merged.names IS NULL THEN n.aliases
            ELSE list_sort(list_distinct(list_filter(
                list_concat(n.aliases, merged.names), lambda alias: alias IS NOT NULL AND alias <> n.name)))
        END AS aliases,
        f.first_seen_at AS first_seen_at
    )
    FROM newest n
    JOIN first_seen f ON f.entity_id = n.entity_id
    LEFT JOIN merged ON merged.entity_id = n.entity_id
    ANTI JOIN main.entity_merges m ON m.old_id = n.entity_id"""

_DUPLICATES = """
    WITH named AS (
        SELECT article_id, max(similarity) AS similarity, arg_max(run_id, similarity) AS run_id
        FROM (
            SELECT article_id, similarity, run_id FROM history.duplicates
            UNION ALL
            SELECT other_article_id, similarity, run_id FROM history.duplicates
        )
        GROUP BY article_id
    )
    SELECT
        a.article_id, named.similarity, named.run_id,
        first_value(a.article_id) OVER (
            PARTITION BY a.text_hash ORDER BY a.published_at NULLS LAST, a.first_seen_at, a.article_id
        ) AS duplicate_of
    FROM main.articles a JOIN named ON named.article_id = a.article_id
    QUALIFY duplicate_of <> a.article_id"""

_OWN_NAMES = "FROM main.mentions WHERE list_revision IS NULL AND entity_id IS NOT NULL"

_ENTITY_DAILY = f"""
    SELECT
        m.entity_id, e.name, e.type, m.day,
        count(*) AS mention_count, count(DISTINCT m.article_id) AS article_count
    FROM (
        SELECT entity_id, article_id, CAST(published_at AT TIME ZONE 'UTC' AS DATE) AS day
        {_OWN_NAMES} AND published_at IS NOT NULL
    ) m
    JOIN main.entities e ON e.entity_id = m.entity_id
    GROUP BY m.entity_id, e.name, e.type, m.day"""

_ENTITY_PAIRS = f"""
    WITH named AS (SELECT DISTINCT article_id, entity_id {_OWN_NAMES}),
    pairs AS (
        SELECT a.entity_id, b.entity_id AS other_entity_id, count(*) AS article_count
        FROM named a JOIN named b ON b.article_id = a.article_id AND b.entity_id > a.entity_id
        GROUP BY ALL
    )
    SELECT pairs.*, e.name, o.name AS other_name
    FROM pairs
    JOIN main.entities e ON e.entity_id = pairs.entity_id
    JOIN main.entities o ON o.entity_id = pairs.other_entity_id"""

_ARTICLE_FEED = f"""
    WITH per_entity AS (SELECT article_id, entity_id, count(*) AS n {_OWN_NAMES} GROUP BY ALL),
    top AS (
        SELECT p.article_id, list(e.name ORDER BY p.n DESC, e.name)[1:8] AS entities
        FROM per_entity p JOIN main.entities e ON e.entity_id = p.entity_id
        GROUP BY p.article_id
    ),
    counts AS (
        SELECT article_id, count(*) AS mention_count FROM main.mentions WHERE list_revision IS NULL GROUP BY article_id
    )
    SELECT
        a.*, coalesce(top.entities, []) AS entities, coalesce(counts.mention_count, 0) AS mention_count,
        CAST(coalesce(l.read_count, 0) AS BIGINT) AS related_count, d.duplicate_of
    FROM (SELECT * REPLACE (coalesce(canonical_url, url) AS url) FROM main.articles) a
    LEFT JOIN top ON top.article_id = a.article_id
    LEFT JOIN counts ON counts.article_id = a.article_id
    LEFT JOIN main.related_lists l ON l.article_id = a.article_id
    LEFT JOIN main.duplicates d ON d.article_id = a.article_id
    ORDER BY coalesce(a.published_at, a.first_seen_at) DESC, a.article_id"""

_RESOLVED = "coalesce(r.entity_id, p.entity_id) AS entity_id"

VIEW_SQL: dict[str, str] = {
    "articles": "SELECT a.* FROM history.articles a ANTI JOIN history.superseded s USING (article_id, revision)",
    "paragraphs": "SELECT p.* FROM history.paragraphs p ANTI JOIN history.superseded s USING (article_id, revision)",
    "related_lists": f"""
        SELECT l.* FROM history.related_lists l
        ANTI JOIN ({_STALE_LISTS}) t ON t.article_id = l.article_id AND t.list_revision = l.list_revision""",
    "related_reads": f"""
        SELECT r.* EXCLUDE (title_key), coalesce(k.related_article_id, n.related_article_id) AS related_article_id
        FROM history.related_reads r
        ANTI JOIN ({_STALE_LISTS}) t ON t.article_id = r.article_id AND t.list_revision = r.list_revision
        LEFT JOIN ({_ARTICLE_KEYS}) k ON k.match_key = r.match_key
        LEFT JOIN ({_KEYS_WITHOUT_ADDRESS}) n ON n.match_key = r.title_key""",
    "mentions": f"""
        SELECT p.* REPLACE ({_RESOLVED})
        FROM (SELECT p.* FROM history.mentions p {_CURRENT_PARTS}) p
        LEFT JOIN main.entity_merges r ON r.old_id = p.entity_id""",
    "measures": f"SELECT p.* FROM history.measures p {_CURRENT_PARTS}",
    "quotes": f"""
        SELECT p.* REPLACE (coalesce(r.entity_id, p.speaker_entity_id) AS speaker_entity_id)
        FROM (SELECT p.* FROM history.quotes p {_CURRENT_PARTS}) p
        LEFT JOIN main.entity_merges r ON r.old_id = p.speaker_entity_id""",
    "entities": _ENTITIES,
    "entity_merges": _RESOLVED_MERGES,
    "duplicates": _DUPLICATES,
    "fetches": "SELECT * FROM history.fetches",
    "runs": """
        SELECT * FROM history.runs
        QUALIFY row_number() OVER (PARTITION BY run_id ORDER BY state = 'started', ended_at DESC) = 1""",
    "checks": "SELECT * FROM history.checks",
    "schema_versions": "SELECT * FROM history.schema_versions",
    "entity_daily": _ENTITY_DAILY,
    "entity_pairs": _ENTITY_PAIRS,
    "rejects": "SELECT * FROM history.fetches WHERE outcome = 'rejected'",
    "article_feed": _ARTICLE_FEED,
}
