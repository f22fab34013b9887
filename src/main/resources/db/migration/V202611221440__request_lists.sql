-- The book opens on what is not answered yet, however many years of answers lie beside it.
create index request_request_running on request_request (office, stage) where stage not in ('CLOSED', 'WITHDRAWN');
