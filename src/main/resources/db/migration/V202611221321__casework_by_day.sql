-- The worklist of many offices at once (下级): read in the order of the days, whatever the office.
create index casework_clock_by_day on casework_clock (coalesce(due_at, 'infinity'::timestamptz), case_id) where met_at is null and ended_at is null;
