-- 负面清单 (negative list): what an office may not publish. A row is a version of an entry and is never changed; it counts
-- once a second person has accepted it, until a later version of the entry is accepted.
create table catalogue_negative_version (
    id           uuid        not null primary key,
    entry        uuid        not null,
    office       uuid        not null references office_office (id),
    kind         text        not null check (kind in ('ITEM', 'TERM', 'PLACE', 'DOCUMENT_CLASS')),
    what         text        not null check (length(trim(what)) > 0),
    category     text        not null check (category in ('ARTICLE_14', 'ARTICLE_15', 'ARTICLE_16')),
    basis        text        not null check (length(trim(basis)) > 0),
    grade        text        check (grade in ('TOP_SECRET', 'SECRET', 'CONFIDENTIAL')),
    years        int,
    valid_from   date        not null,
    valid_to     date        check (valid_to >= valid_from),
    metres       numeric     check (metres > 0),
    square_km    numeric     check (square_km > 0),
    ends         boolean     not null,
    proposed_by  uuid        not null,
    proposed_at  timestamptz not null,
    check (grade is null or category = 'ARTICLE_14'),
    -- 保守国家秘密法 2024, art. 20: 30, 20 and 10 years at the most
    check ((grade is null) = (years is null)),
    check (years between 1 and case grade when 'TOP_SECRET' then 30 when 'SECRET' then 20 else 10 end)
);
create index catalogue_negative_version_by_entry on catalogue_negative_version (entry);
create index catalogue_negative_version_by_office on catalogue_negative_version (office);

create table catalogue_negative_confirmation (
    version  uuid        not null primary key references catalogue_negative_version (id),
    n        bigint      generated always as identity unique,
    officer  uuid        not null,
    accepted boolean     not null,
    at       timestamptz not null
);

-- What the public may see of the lists: never a word or a place.
create view catalogue_negative_public as
    select office, kind, case when kind in ('ITEM', 'DOCUMENT_CLASS') then what end as what, category, basis, grade, years,
           valid_from, valid_to
      from (select distinct on (v.entry) v.* from catalogue_negative_version v
              join catalogue_negative_confirmation c on c.version = v.id and c.accepted
             order by v.entry, c.n desc) newest
     where not ends;

grant select, insert on catalogue_negative_version, catalogue_negative_confirmation to openland_program;
grant select on catalogue_negative_public to openland_reader;
