-- What is asked: edit this, or UPDATE it before the other scripts are read.
DROP TABLE IF EXISTS question;
CREATE TABLE question AS
SELECT '2018-01-01' AS first_day,  -- the first local date of the period
       '2019-01-01' AS end_day,    -- the local date after its last
       7            AS utc_offset, -- hours; Việt Nam has kept one offset, without summer time, since 1975
       'VND'        AS currency;
