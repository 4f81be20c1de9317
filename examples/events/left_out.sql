-- How many event records ties.sql uses and why it leaves the others out, in standard SQL.
SELECT fate, COUNT(*) AS events
FROM (
  SELECT
    CASE
      WHEN event_date IS NULL THEN 'left out: no date'
      WHEN actor_a IS NULL OR actor_b IS NULL OR actor_a = '' OR actor_b = '' THEN 'left out: no second actor'
      WHEN actor_a = actor_b THEN 'left out: one actor twice'
      WHEN score IS NULL THEN 'left out: no score'
      WHEN score NOT BETWEEN -10 AND 10 THEN 'left out: score beyond -10 to 10'
      WHEN reports IS NULL OR reports < 1 THEN 'left out: no report'
      ELSE 'used'
    END AS fate
  FROM events
) AS fates
GROUP BY fate
ORDER BY fate
