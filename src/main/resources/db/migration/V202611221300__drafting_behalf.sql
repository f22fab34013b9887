-- Whose post it was when a delegate let a finding pass.
alter table drafting_override add column on_behalf uuid;

-- No list asks for the public pieces of one item any more.
drop index drafting_of_item;
