-- Who signed for somebody who was away (受委托); null for one's own post. Nobody's signature stands twice on one edition,
-- neither by his own hand nor by a delegate's.
alter table disclosure_signature add column on_behalf uuid;
create unique index disclosure_signature_once on disclosure_signature (disclosure, edition, coalesce(on_behalf, officer));

create or replace function disclosure_edition_is_reviewed() returns trigger language plpgsql as $$
declare
    signers int;
    principals int;
begin
    if not exists (select 1 from disclosure_signature
                    where disclosure = new.disclosure and edition = new.number
                      and digest = new.content_digest and post = 'SECRECY') then
        raise exception 'edition % of % carries no secrecy signature of its content', new.number, new.disclosure
            using errcode = 'integrity_constraint_violation';
    end if;
    select count(distinct officer), count(distinct coalesce(on_behalf, officer)) into signers, principals
      from disclosure_signature
     where disclosure = new.disclosure and edition = new.number and digest = new.content_digest;
    if signers < 2 or principals < 2 or not exists (select 1 from disclosure_signature
                    where disclosure = new.disclosure and edition = new.number
                      and digest = new.content_digest and post in ('LEADER', 'HEAD')) then
        raise exception 'edition % of % is not approved by a second person', new.number, new.disclosure
            using errcode = 'integrity_constraint_violation';
    end if;
    if not exists (select 1 from ledger_entry where idx = new.ledger_index and subject = new.disclosure) then
        raise exception 'edition % of % is not in the ledger', new.number, new.disclosure
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
