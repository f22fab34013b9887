-- What administrators say of the rules in the packs: that somebody has now read the law (an unverified rule begins to count),
-- and what an office has set where the law leaves it open (地方参数). Rows are ended, never changed.
create table catalogue_rule_confirmation (
    id         uuid        not null primary key,
    obligation text        not null,
    source     text        not null check (length(trim(source)) >= 4),
    officer    uuid        not null,
    at         timestamptz not null,
    ended_at   timestamptz,
    ended_by   uuid
);
create unique index catalogue_rule_confirmed on catalogue_rule_confirmation (obligation) where ended_at is null;

-- clock null: the office keeps to the rule as it is written (a rule that holds only where it was chosen)
create table catalogue_rule_setting (
    id         uuid        not null primary key,
    office     uuid        not null references office_office (id),
    obligation text        not null,
    clock      text,
    basis      text        not null check (length(trim(basis)) >= 4),
    officer    uuid        not null,
    at         timestamptz not null,
    ended_at   timestamptz,
    ended_by   uuid
);
create unique index catalogue_rule_set on catalogue_rule_setting (office, obligation) where ended_at is null;

grant select, insert, update on catalogue_rule_confirmation, catalogue_rule_setting to openland_program;
grant select (obligation, source, at, ended_at) on catalogue_rule_confirmation to openland_reader;
grant select (office, obligation, clock, basis, at, ended_at) on catalogue_rule_setting to openland_reader;
