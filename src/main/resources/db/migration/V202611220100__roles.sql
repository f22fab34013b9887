-- The program and the public readers are roles without login; the login user, who owns the tables, takes them on.
-- A server may hold several of our databases, and two may come here at once: what the other made is as good.
do $$
declare
    wanted text;
    member text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
    foreach wanted in array array['openland_program', 'openland_reader'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null;
        end;
        for attempt in 1..5 loop
            exit when pg_has_role(current_user, wanted, member);
            begin
                execute format('grant %I to current_user', wanted);
            exception when unique_violation or internal_error then   -- the other is granting the same
                perform pg_sleep(0.1);
            end;
        end loop;
    end loop;
exception when insufficient_privilege then
    raise exception 'The user % may not make or take the roles openland_program and openland_reader.', current_user
        using errcode = 'OL001';
end
$$;

revoke all on schema public from public;
grant usage on schema public to openland_program, openland_reader;
