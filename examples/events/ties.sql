-- Event records to spells of stance, in standard SQL; docs/aggregating.md explains each step.
--
-- Reads    events: event_date DATE, actor_a and actor_b text, score from -10 to 10, reports a whole number.
-- Returns  the columns of ties.csv in a dataset of Détente.
WITH
-- The numbers of the rule: months in a period (a divisor of 12), events that a period needs to be judged,
-- events in every period that make a spell's confidence medium, and periods without judgement that a spell may span.
rule (months, least_events, sure_events, longest_gap) AS (VALUES (12, 5, 20, 1)),
-- 1. The rows that can be used: the two actors in one order, the first month of the period, the score in tenths.
usable AS (
  SELECT
    CASE WHEN actor_a < actor_b THEN actor_a ELSE actor_b END AS a,
    CASE WHEN actor_a < actor_b THEN actor_b ELSE actor_a END AS b,
    12 * EXTRACT(YEAR FROM event_date)
      + months * CAST(FLOOR((EXTRACT(MONTH FROM event_date) - 1) / (1E0 * months)) AS INTEGER) AS first_month,
    CAST(CAST(score AS DECIMAL(4, 1)) * 10 AS INTEGER) AS tenths,
    CAST(reports AS BIGINT) AS reports
  FROM rule CROSS JOIN events
  WHERE event_date IS NOT NULL AND actor_a <> '' AND actor_b <> '' AND actor_a <> actor_b
    AND score BETWEEN -10 AND 10 AND reports >= 1
),
-- 2. One row for each dyad and period.
measured AS (
  SELECT a, b, first_month, COUNT(*) AS events, SUM(reports) AS reports, SUM(tenths * reports) AS total
  FROM usable
  GROUP BY a, b, first_month
),
-- 3. The rung of the mean score, total / reports in tenths; a product in place of the quotient leaves no rounding.
judged AS (
  SELECT
    a, b, first_month, events, reports, total,
    CASE
      WHEN total >= 60 * reports THEN 3
      WHEN total >= 35 * reports THEN 2
      WHEN total >= 10 * reports THEN 1
      WHEN total > -10 * reports THEN 0
      WHEN total > -35 * reports THEN -1
      WHEN total > -60 * reports THEN -2
      ELSE -3
    END AS stance
  FROM rule CROSS JOIN measured
  WHERE events >= least_events
),
-- 4. Where a spell begins: at another stance, or after too long a gap.
marked AS (
  SELECT
    a, b, first_month, events, reports, total, stance,
    CASE
      WHEN LAG(stance) OVER (PARTITION BY a, b ORDER BY first_month) = stance
        AND first_month - LAG(first_month) OVER (PARTITION BY a, b ORDER BY first_month) <= months * (longest_gap + 1)
      THEN 0
      ELSE 1
    END AS begins
  FROM rule CROSS JOIN judged
),
-- 5. The number of a spell within its dyad: how many have begun.
numbered AS (
  SELECT
    a, b, first_month, events, reports, total, stance,
    SUM(begins) OVER (PARTITION BY a, b ORDER BY first_month ROWS UNBOUNDED PRECEDING) AS spell
  FROM marked
),
-- 6. One row for each spell.
spells AS (
  SELECT
    a, b, stance,
    MIN(first_month) AS first_month,
    MAX(first_month) AS last_period,
    SUM(events) AS events,
    MIN(events) AS fewest_events,
    SUM(reports) AS reports,
    SUM(total) AS total
  FROM numbered
  GROUP BY a, b, spell, stance
),
-- 7. The years of both ends, counted from 0, and the mean score in tenths, rounded half up. Literals such as 12E0 make
-- the quotients floating-point numbers; the floor of each is exact, because its error is far below its distance from
-- the next whole number.
dated AS (
  SELECT
    a, b, stance, events, fewest_events, reports, months, sure_events,
    first_month, CAST(FLOOR(first_month / 12E0) AS INTEGER) AS from_year,
    last_period + months - 1 AS last_month, CAST(FLOOR(last_period / 12E0) AS INTEGER) AS until_year,
    CAST(FLOOR((2 * total + reports) / (2E0 * reports)) AS INTEGER) AS mean
  FROM rule CROSS JOIN spells
),
-- 8. The months of both ends, 1 to 12, the digits of the mean score, and the counts in thousands and millions.
spelled AS (
  SELECT
    a, b, stance, events, fewest_events, reports, months, sure_events,
    from_year, first_month - 12 * from_year + 1 AS from_month,
    until_year, last_month - 12 * until_year + 1 AS until_month,
    CASE WHEN mean < 0 THEN '−' ELSE '' END AS sign,
    ABS(mean) AS tenths, CAST(FLOOR(ABS(mean) / 10E0) AS INTEGER) AS whole,
    CAST(FLOOR(events / 1E3) AS BIGINT) AS events_k, CAST(FLOOR(events / 1E6) AS BIGINT) AS events_m,
    CAST(FLOOR(reports / 1E3) AS BIGINT) AS reports_k, CAST(FLOOR(reports / 1E6) AS BIGINT) AS reports_m
  FROM dated
)
-- 9. As text: a year where a period is a year, otherwise year and month. Counts have commas, or 1984 reports would be
-- taken for a year.
SELECT
  a,
  b,
  CAST(from_year AS VARCHAR(4)) || CASE
    WHEN months = 12 THEN ''
    WHEN from_month < 10 THEN '-0' || CAST(from_month AS VARCHAR(2))
    ELSE '-' || CAST(from_month AS VARCHAR(2))
  END AS "from",
  CAST(until_year AS VARCHAR(4)) || CASE
    WHEN months = 12 THEN ''
    WHEN until_month < 10 THEN '-0' || CAST(until_month AS VARCHAR(2))
    ELSE '-' || CAST(until_month AS VARCHAR(2))
  END AS until,
  stance,
  'Mean score ' || sign || CAST(whole AS VARCHAR(2)) || '.' || CAST(tenths - 10 * whole AS VARCHAR(1))
    || ' over ' || CASE
      WHEN reports < 1000 THEN CAST(reports AS VARCHAR(3))
      WHEN reports < 1000000
        THEN CAST(reports_k AS VARCHAR(3)) || ','
          || SUBSTRING(CAST(1000 + reports - 1000 * reports_k AS VARCHAR(4)) FROM 2)
      ELSE CAST(reports_m AS VARCHAR(13)) || ','
        || SUBSTRING(CAST(1000 + reports_k - 1000 * reports_m AS VARCHAR(4)) FROM 2)
        || ',' || SUBSTRING(CAST(1000 + reports - 1000 * reports_k AS VARCHAR(4)) FROM 2)
    END
    || CASE WHEN reports = 1 THEN ' report of ' ELSE ' reports of ' END || CASE
      WHEN events < 1000 THEN CAST(events AS VARCHAR(3))
      WHEN events < 1000000
        THEN CAST(events_k AS VARCHAR(3)) || ','
          || SUBSTRING(CAST(1000 + events - 1000 * events_k AS VARCHAR(4)) FROM 2)
      ELSE CAST(events_m AS VARCHAR(13)) || ','
        || SUBSTRING(CAST(1000 + events_k - 1000 * events_m AS VARCHAR(4)) FROM 2)
        || ',' || SUBSTRING(CAST(1000 + events - 1000 * events_k AS VARCHAR(4)) FROM 2)
    END
    || CASE WHEN events = 1 THEN ' event.' ELSE ' events.' END AS why,
  'events' AS sources,
  CASE WHEN fewest_events >= sure_events THEN 'medium' ELSE 'low' END AS confidence
FROM spelled
ORDER BY a, b, "from"
