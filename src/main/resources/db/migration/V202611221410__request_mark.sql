-- What is to be covered on the papers that an office gives in part (区分处理), by whom and when; a mark that was taken away stays, with
-- who did it. None of it is for the public.
create table request_mark (
    id         uuid             not null primary key,
    paper      uuid             not null references request_paper (id),
    page       int,                                  -- of an area; parts of the page's width and height
    x          double precision,
    y          double precision,
    width      double precision,
    height     double precision,
    sheet      text,                                 -- of cells of a table
    cells      text,
    ground     text             not null,
    source     text             not null check (source in ('DRAWN', 'WORDS', 'FOUND', 'CELLS')),
    added_by   uuid             not null,
    added_at   timestamptz      not null,
    removed_by uuid,
    removed_at timestamptz,
    check ((page is null) = (cells is not null) and (cells is null) = (sheet is null)),
    check (page is null or (x is not null and y is not null and width is not null and height is not null))
);
create index request_mark_of on request_mark (paper) where removed_at is null;

-- Which copy for the applicant was made of which paper. Only the last one is given; an earlier one stays as evidence.
create table request_released (
    paper    uuid        not null primary key references request_paper (id),
    original uuid        not null references request_paper (id),
    marks    int         not null,
    left_over jsonb      not null,                   -- hidden words that still stand elsewhere, and whom that did not stop
    by_officer uuid      not null,
    at       timestamptz not null
);
create index request_released_of on request_released (original, at desc);

grant select, insert, update on request_mark to openland_program;
grant select, insert on request_released to openland_program;
