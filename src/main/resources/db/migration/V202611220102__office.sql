-- Offices (机构) with history, officers, posts, and what sign-in needs.
create extension if not exists btree_gist;

create table office_office (
    id         uuid primary key,
    created_at timestamptz not null
);

-- What an office was called, and where it stood, from … to (the last day excluded).
create table office_span (
    office     uuid not null references office_office,
    valid_from date not null,
    valid_to   date,
    code       text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{1,31}$'),
    name       text not null check (length(name) between 2 and 100),
    level      text not null check (level in ('MINISTRY', 'PROVINCE', 'CITY', 'COUNTY')),
    rank       smallint generated always as
                   (case level when 'MINISTRY' then 0 when 'PROVINCE' then 1 when 'CITY' then 2 else 3 end) stored,
    region     text not null check (region ~ '^[0-9]{6}$'),
    parent     uuid references office_office,
    primary key (office, valid_from),
    check (valid_to > valid_from),
    check (parent <> office),
    exclude using gist (office with =, daterange(valid_from, valid_to) with &&),
    exclude using gist (lower(code) with =, daterange(valid_from, valid_to) with &&)
);
create index office_span_parent on office_span (parent);
create index office_span_code on office_span (lower(code));

create table office_successor (
    office    uuid primary key references office_office,
    successor uuid not null references office_office,
    since     date not null,
    check (successor <> office)
);

create table office_officer (
    id            uuid primary key,
    name          text not null unique check (name ~ '^[a-z][a-z0-9._-]{1,31}$'),
    display_name  text not null check (length(display_name) between 1 and 50),
    office        uuid not null references office_office,
    password_hash text not null check (password_hash like '$argon2id$%'),
    active        boolean not null default true,
    created_at    timestamptz not null
);
create index office_officer_office on office_officer (office);

-- Who holds which post of which office. The separate administrators (三权分立) are branches of their own:
-- no person holds posts of two branches at one time.
create table office_post (
    officer    uuid not null references office_officer,
    office     uuid not null references office_office,
    post       text not null check (post in ('DRAFTER', 'SECRECY', 'LEADER', 'HEAD', 'DESK', 'IMPORTER',
                                             'SYSADMIN', 'SECADMIN', 'AUDITOR')),
    branch     text generated always as
                   (case when post in ('SYSADMIN', 'SECADMIN', 'AUDITOR') then post else 'BUSINESS' end) stored,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    granted_by uuid references office_officer,
    taken_by   uuid references office_officer,
    check (valid_to >= valid_from),
    constraint office_post_once exclude using gist
        (officer with =, office with =, post with =, tstzrange(valid_from, valid_to) with &&),
    constraint office_post_separate exclude using gist
        (officer with =, branch with <>, tstzrange(valid_from, valid_to) with &&)
);
create index office_post_office on office_post (office);

-- Bearer tokens of the officers' API: only SHA-256 of the token is kept.
create table office_token (
    hash       bytea primary key check (length(hash) = 32),
    officer    uuid not null references office_officer,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index office_token_officer on office_token (officer);

-- How often something was tried: per sign-in name and per address, both as digests.
create table office_attempt (
    key   bytea primary key check (length(key) = 32),
    count int not null,
    since timestamptz not null
);
create index office_attempt_since on office_attempt (since);

-- The one-time code of /setup; at most one row.
create table office_setup (
    one       boolean primary key default true check (one),
    code_hash bytea not null,
    printed_at timestamptz not null
);

grant select, insert on office_office, office_successor to openland_program;
grant select, insert, update on office_span, office_officer, office_post to openland_program;
grant select, insert, update, delete on office_token, office_attempt, office_setup to openland_program;
grant select on office_office, office_span, office_successor to openland_reader;
