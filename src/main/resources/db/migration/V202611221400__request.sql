-- Information requests (依申请公开). What happened stands in request_event and is never changed; stage, clock and outcome are
-- computed from it and kept beside it. None of it is for the public: only what was published as a disclosure is.

-- What an office says of itself to applicants, and what the law leaves it to choose.
create table request_desk (
    office       uuid    not null primary key references office_office (id),
    unit         text    not null,                  -- 政府信息公开工作机构
    address      text    not null,
    postcode     text    not null,
    phone        text    not null,
    fax          text    not null,
    mail         text    not null,
    hours        text    not null,
    review_body  text    not null,                  -- 行政复议机关
    court        text    not null,
    review_channel text  not null default '',       -- where an application for review can be sent over the internet
    web_confirms boolean not null default true,     -- an automatic receipt on this site is the confirmation of both sides (our reading)
    fees         boolean not null default false,    -- 国办函〔2020〕109号: decided case by case even then
    payment_days int     not null default 20 check (payment_days between 1 and 90),
    number_word  text    not null                   -- QHSQ
);

-- Who asks. Contact and name are no one's business but the office's; identity papers lie apart, encrypted.
create table request_applicant (
    id           uuid not null primary key,
    kind         text not null check (kind in ('PERSON', 'COMPANY', 'RESEARCH', 'CHARITY', 'LAW', 'OTHER')),
    name         text not null,
    name_digest  bytea not null,                    -- of kind, name and number of the paper: who asks again is found by it
    contact      text not null,                     -- of an organisation: the person to speak to
    phone        text not null,
    mail         text not null,
    address      text not null,
    postcode     text not null
);
create index request_applicant_again on request_applicant (name_digest);

create table request_identity (
    applicant   uuid        not null references request_applicant (id),
    n           int         not null,
    sort        text        not null,               -- 居民身份证, 统一社会信用代码证书 …
    name        text        not null,
    sealed      bytea       not null,               -- AES-256-GCM; the key is not in the database
    kept_at     timestamptz not null,
    purge_on    date        not null,
    primary key (applicant, n)
);
create index request_identity_purge on request_identity (purge_on);

-- One application form; each thing it asks for is a request of its own (一事一申请).
create table request_filing (
    id          uuid        not null primary key,
    office      uuid        not null references office_office (id),
    applicant   uuid        not null references request_applicant (id),
    channel     text        not null,
    arrived_on  date        not null,
    filed_at    timestamptz not null,
    form        text        not null,               -- 提供政府信息的形式
    delivery    text        not null,               -- 获取的方式
    help        text        not null,               -- 阅读困难、视听障碍需要的帮助
    oral        boolean     not null default false, -- written down by an officer (条例第二十九条)
    code_n      int         not null default 0,     -- how many query codes there were before this one; the codes themselves are kept nowhere
    client_key  text        unique,                 -- the same form sent twice is one filing
    filed_by    uuid
);
create index request_filing_of on request_filing (applicant);

-- Numbers of requests and of letters; none is given twice.
create table request_number (
    word text not null,
    year int  not null,
    last int  not null,
    primary key (word, year)
);

create table request_request (
    id             uuid        not null primary key,
    filing         uuid        not null references request_filing (id),
    office         uuid        not null references office_office (id),
    number         text        not null unique,
    asked          text        not null,             -- what is asked for: name, number or description
    asked_digest   bytea       not null,             -- of the normalised text: the same thing asked again is found by it
    purpose        text        not null,             -- 2008: 特殊需要; empty since
    stage          text        not null,
    regime         text,                             -- null before it is received
    received_on    date,                             -- day 0, null before
    case_id        uuid        references casework_case (id),
    unit           text        not null default '',  -- who handles it in the office
    handler        uuid,
    reply          text,                             -- reply type, once closed
    reply_part     text,                             -- where one type counts in several rows of the old form
    closed_on      date,                             -- the day the first answer counts as given
    in_time        boolean,
    extended       boolean     not null default false,
    counted_days   int,
    excluded_days  int,
    applicant_kind text        not null,
    channel        text        not null,
    redo_of        uuid        references casework_case (id),  -- the case of the answer that a decision ordered again, while it is open
    confirm_case   uuid        references casework_case (id),  -- the confirmation with the applicant, due the day the letter came
    follows        uuid        references request_request (id),-- asks for a newer version, or was handed over from
    version        int         not null default 0    -- how many events
);
create index request_request_of_office on request_request (office, received_on desc, id);
create index request_request_open on request_request (office, stage) where closed_on is null;
create index request_request_closed on request_request (office, closed_on) where closed_on is not null;
create index request_request_of_filing on request_request (filing);
create index request_request_same on request_request (asked_digest);
create index request_request_follows on request_request (follows) where follows is not null;
create index request_request_case on request_request (case_id);

create table request_event (
    request uuid        not null references request_request (id),
    n       int         not null,
    move    text        not null,
    on_day  date        not null,                    -- the day that counts in law
    at      timestamptz not null,                    -- when it was written down
    officer uuid,                                    -- null: the applicant, a third party or the program
    remark  text        not null,
    detail  jsonb       not null,
    to_stage text       not null,
    primary key (request, n)
);

-- Somebody is asked for a view: a third party (silence leaves it to the office) or an organ that made it as well (silence consents).
create table request_consultation (
    id          uuid        not null primary key,
    request     uuid        not null references request_request (id),
    kind        text        not null check (kind in ('THIRD_PARTY', 'ORGAN')),
    asked       text        not null,                -- whom
    contact     text        not null,
    mail        text        not null,
    question    text        not null,                -- what is asked; says nothing of the applicant
    sent_on     date        not null,
    reached_on  date,                                -- from then on they have 15 working days
    answer      text        check (answer in ('AGREES', 'REFUSES', 'PARTLY', 'SILENT')),
    reason      text        not null default '',
    answered_on date,
    link_digest bytea       unique                   -- of the one-time link
);
create index request_consultation_of on request_consultation (request);

-- Files of a request. Who sees which is decided in one place.
create table request_paper (
    id           uuid        not null primary key,
    request      uuid        not null references request_request (id),
    role         text        not null,
    consultation uuid        references request_consultation (id),
    sha256       text        not null,
    name         text        not null,
    size         bigint      not null,
    text         text        not null default '',    -- of a released copy: what can be read without seeing
    added_at     timestamptz not null,
    added_by     uuid,
    given_on     date                                -- of a copy that went out with a signed reply: since then it is the applicant's
);
create index request_paper_of on request_paper (request, added_at);

-- What was looked for where, and what was found (检索记录): the proof of 经检索没有.
create table request_search (
    id      uuid        not null primary key,
    request uuid        not null references request_request (id),
    place   text        not null,                    -- which system, archive or unit
    words   text        not null,
    found   text        not null,
    on_day  date        not null,
    officer uuid        not null,
    at      timestamptz not null
);
create index request_search_of on request_search (request, at);

-- The reply that is drafted, reviewed and signed. Signatures are bound to its digest.
create table request_draft (
    request uuid        not null primary key references request_request (id),
    content jsonb       not null,
    digest  bytea       not null,
    officer uuid        not null,
    at      timestamptz not null
);

create table request_signature (
    request uuid        not null references request_request (id),
    n       int         not null,                    -- the event
    step    text        not null,
    digest  bytea       not null,
    officer uuid        not null,
    at      timestamptz not null,
    primary key (request, n)
);

-- Letters that went out or are about to, as they were signed.
create table request_letter (
    id        uuid        not null primary key,
    request   uuid        not null references request_request (id),
    kind      text        not null,
    number    text        not null,
    content   jsonb       not null,
    digest    bytea       not null,
    consultation uuid     references request_consultation (id),
    made_at   timestamptz not null,
    made_by   uuid,
    way       text        not null default '',       -- 当面, 邮寄, 电子
    proof     text        not null default '',       -- number of the registered mail, who signed
    sent_on   date
);
create index request_letter_of on request_letter (request, made_at);

-- What an applicant does against a reply (救济): each with its own clock, which is a case.
create table request_remedy (
    id          uuid        not null primary key,
    request     uuid        not null references request_request (id),
    kind        text        not null check (kind in ('REVIEW', 'SUIT_DIRECT', 'SUIT_AFTER', 'COMPLAINT')),
    procedure   text        not null check (procedure in ('SIMPLE', 'ORDINARY', '')),
    body        text        not null,                -- review body or court
    number      text        not null,
    copy_on     date        not null,                -- the copy was received
    case_id     uuid        references casework_case (id),
    answered_on date,
    result      text        check (result in ('UPHELD', 'CORRECTED', 'OTHER')),
    decided_on  date,
    redo_by     date,
    lesson      text        not null default '',
    at          timestamptz not null,
    officer     uuid        not null
);
create index request_remedy_of on request_remedy (request);

grant select, insert, update on request_desk, request_applicant, request_filing, request_number, request_request, request_consultation, request_paper,
    request_draft, request_letter, request_remedy to openland_program;
grant select, insert on request_event, request_search, request_signature to openland_program;
grant select, insert, delete on request_identity to openland_program;
