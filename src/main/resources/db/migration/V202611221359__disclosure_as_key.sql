-- A number as it is compared, as in Item.asKey: half width, without blanks.
create function disclosure_as_key(written text) returns text language sql immutable strict parallel safe
    return regexp_replace(normalize(written, NFKC), '[ \t\n\v\f\r]+', '', 'g');
drop index disclosure_content_by_document_number;
create index disclosure_content_by_document_number on disclosure_content (disclosure_as_key(document_number)) where document_number is not null;
