"""Reads what the lake knows before a run.

In: a location. Out: `Known`, empty where there is no lake yet.
"""

import duckdb

from schemas.known import Known
from schemas.lake import locate_lake
from schemas.lake_errors import NoLakeError, explain_failure
from tasks.query.connection import connect

# payloads of one article that has had one revision and one list
_READ_PAYLOADS = """
    WITH steady AS (
        SELECT article_id FROM history.articles GROUP BY article_id HAVING count(*) = 1
        INTERSECT
        SELECT article_id FROM history.related_lists GROUP BY article_id HAVING count(*) = 1
    )
    SELECT f.url, f.sha256, f.extractor, min(f.article_id)
    FROM history.fetches f LEFT JOIN steady s ON s.article_id = f.article_id
    WHERE f.extractor = ? AND f.sha256 IS NOT NULL AND f.outcome <> 'not_modified'
    GROUP BY f.url, f.sha256, f.extractor
    HAVING count(DISTINCT f.article_id) = 1 AND bool_and(s.article_id IS NOT NULL)"""


def read_known(lake: str, *, extractor: str) -> Known:
    """Gives the payloads that this extractor made the lake in folder `lake` of.

    Raises a LakeError for a lake that is no use.
    """
    try:
        connection = connect(lake)
    except NoLakeError:
        return Known()
    with connection:
        try:
            rows = connection.execute(_READ_PAYLOADS, [extractor]).fetchall()
        except duckdb.Error as error:
            raise explain_failure(str(error), locate_lake(lake).root) from error
    return Known(payloads={(url, sha256, extractor): article_id for url, sha256, extractor, article_id in rows})
