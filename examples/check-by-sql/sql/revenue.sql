-- The figures of the report "revenue" (docs/reference/revenue.md) in one currency, in whole minor units: the whole, then
-- each unit and kind of money. Every movement counts at the instant at which it happened.
WITH movement AS (
  SELECT at,
         json_extract(data, '$.unit')            AS unit,
         json_extract(data, '$.amount.kind')     AS kind,
         json_extract(data, '$.amount.currency') AS currency,
         json_extract(data, '$.amount.minor')    AS minor,
         CASE type WHEN 'ChargeAssessed'   THEN 'assessed'
                   WHEN 'PaymentCollected' THEN 'receipted'
                   WHEN 'PaymentRefunded'  THEN 'refunded'
                   WHEN 'AmountRemitted'   THEN 'remitted'
                   -- Where another receipt takes its place, no money has moved.
                   WHEN 'ReceiptVoided' THEN iif(json_extract(data, '$.replacedBy') IS NULL, 'voided', 'replaced')
                   END AS what
  FROM event
  WHERE type IN ('ChargeAssessed', 'PaymentCollected', 'PaymentRefunded', 'ReceiptVoided', 'AmountRemitted')),
-- held: what it adds to the money on hand.
counted AS (
  SELECT unit, kind, what, minor, at >= (unixepoch(first_day) - utc_offset * 3600) * 1000 AS within,
         CASE what WHEN 'receipted' THEN minor
                   WHEN 'refunded' THEN -minor
                   WHEN 'voided' THEN -minor
                   WHEN 'remitted' THEN -minor
                   ELSE 0 END AS held
  FROM movement
  JOIN question USING (currency)
  WHERE at < (unixepoch(end_day) - utc_offset * 3600) * 1000),
till AS (
  SELECT unit, kind,
         ifnull(sum(minor) FILTER (WHERE within AND what = 'assessed'), 0)  AS assessed,
         ifnull(sum(minor) FILTER (WHERE within AND what = 'receipted'), 0) AS receipted,
         ifnull(sum(minor) FILTER (WHERE within AND what = 'voided'), 0)    AS voided,
         ifnull(sum(minor) FILTER (WHERE within AND what = 'refunded'), 0)  AS refunded,
         ifnull(sum(minor) FILTER (WHERE within AND what = 'remitted'), 0)  AS remitted,
         ifnull(sum(held) FILTER (WHERE NOT within), 0)                     AS brought_forward,
         sum(held)                                                          AS on_hand,
         max(0, -sum(held))                                                 AS shortfall,
         count(*) FILTER (WHERE within AND what IN ('receipted', 'replaced')) AS issued,
         count(*) FILTER (WHERE within AND what = 'voided')                 AS receipts_voided,
         count(*) FILTER (WHERE within AND what = 'replaced')               AS replaced
  FROM counted GROUP BY unit, kind),
line AS (
  SELECT NULL AS unit, NULL AS kind, sum(assessed) AS assessed, sum(receipted) AS receipted, sum(voided) AS voided,
         sum(refunded) AS refunded, sum(remitted) AS remitted, sum(brought_forward) AS brought_forward,
         sum(on_hand) AS on_hand, sum(shortfall) AS shortfall, sum(issued) AS issued,
         sum(receipts_voided) AS receipts_voided, sum(replaced) AS replaced
  FROM till
  UNION ALL
  SELECT * FROM till)
SELECT unit, kind, assessed, receipted, voided,
       receipted - voided AS collected,
       refunded, remitted,
       brought_forward AS "broughtForward",
       on_hand         AS "onHand",
       shortfall,
       issued          AS "receipts.issued",
       receipts_voided AS "receipts.voided",
       replaced        AS "receipts.replaced",
       round((receipted - voided) * 1.0 / assessed, 6)    AS "rates.collectedOfAssessed",
       round(remitted * 1.0 / (receipted - voided), 6)    AS "rates.remittedOfCollected"
FROM line;
