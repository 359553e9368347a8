-- Who is named in most articles, under which names in both languages, and since when.
SELECT e.name, e.name_zh, e.type,
       count(DISTINCT m.article_id) AS articles,
       count(*) AS mentions,
       min(m.published_at)::DATE AS since
FROM mentions m JOIN entities e USING (entity_id)
WHERE m.list_revision IS NULL  -- in the piece itself, not in its related reads
GROUP BY ALL
ORDER BY articles DESC, mentions DESC, e.name
LIMIT 10
