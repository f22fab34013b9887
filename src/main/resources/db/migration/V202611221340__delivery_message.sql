-- What goes out by mail: queued in the transaction of the act that it tells of, sent by whichever process is at it.
create table delivery_message (
    id          uuid        not null primary key,          -- also the Message-ID: a repeated sending can be told from another mail
    channel     text        not null check (channel in ('MAIL')),
    recipient   text        not null,
    subject     text        not null,
    body        text        not null,
    reference   text        not null,                      -- what it tells of; told to the same recipient once
    unsubscribe text        not null default '',           -- an address that ends such mails; empty for officers
    state       text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    tries       int         not null default 0,
    created_at  timestamptz not null,
    next_at     timestamptz not null,                      -- not tried before
    tried_at    timestamptz,
    sent_at     timestamptz,
    error       text        not null default '',
    unique (channel, recipient, reference),
    check ((state = 'SENT') = (sent_at is not null))
);
create index delivery_message_waiting on delivery_message (next_at, id) where state = 'WAITING';
create index delivery_message_tried on delivery_message (tried_at) where tried_at is not null;
create index delivery_message_done on delivery_message (created_at) where state <> 'WAITING';

-- Addresses are nobody's but the program's; what is done with is forgotten after a while.
grant select, insert, update, delete on delivery_message to openland_program;
