-- PostgreSQL's advisory locks with names in the place of numbers. They belong to the session and end with it.
-- What the system locks for itself has numbers made with seed 1, so that no name given here can be one of them.

create or replace function advisory_key(p_key text) returns bigint
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(p_key <> '', 'p_key', p_key, 'not be empty');
    return hashtextextended(p_key, 0);
end
$$;

comment on function advisory_key(text) is 'The 64-bit number under which a named lock is kept';

create or replace function pg_try_advisory_lock(p_key text) returns boolean
language sql
set search_path = pg_catalog, public, pg_temp
as $$
select pg_catalog.pg_try_advisory_lock(advisory_key(p_key))
$$;

comment on function pg_try_advisory_lock(text) is 'Takes the named lock for this session; false when another session has it';

-- pg_locks shows the high half of the key as classid and the low half as objid, and objsubid 1 for 64-bit keys.
create or replace function advisory_lock_holders(p_key text) returns table (pid integer)
language plpgsql
volatile
set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- Before the search, which would not look at a bad name while nobody has a lock.
    wanted bigint := advisory_key(p_key);
begin
    return query
        select l.pid
        from pg_locks l
        where l.locktype = 'advisory'
            and l.granted
            and l.objsubid = 1
            and l.database = (select d.oid from pg_database d where d.datname = current_database())
            and (l.classid::bigint << 32) | l.objid::bigint = wanted;
end
$$;

comment on function advisory_lock_holders(text) is 'The sessions that have the named lock';

create or replace function pg_advisory_unlock(p_key text) returns boolean
language sql
set search_path = pg_catalog, public, pg_temp
as $$
-- Asked first, because PostgreSQL warns in addition to saying no.
select case
    when exists (
        select
        from advisory_lock_holders(p_key) as h
        where h.pid = pg_backend_pid()
    ) then pg_catalog.pg_advisory_unlock(advisory_key(p_key))
    else false
end
$$;

comment on function pg_advisory_unlock(text) is 'Gives back the named lock; false when this session does not have it';

create or replace function pg_advisory_lock_exists(p_key text) returns boolean
language sql
set search_path = pg_catalog, public, pg_temp
as $$
select exists (select from advisory_lock_holders(p_key))
$$;

comment on function pg_advisory_lock_exists(text) is 'Whether any session has the named lock';

create or replace function pg_advisory_lock_timeout(p_key text, p_timeout_ms int) returns boolean
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    before text := current_setting('lock_timeout');
begin
    perform require_not_negative('p_timeout_ms', p_timeout_ms);
    if p_timeout_ms = 0 then
        -- For the setting, zero would mean to wait for ever.
        return pg_try_advisory_lock(p_key);
    end if;
    begin
        perform set_config('lock_timeout', p_timeout_ms::text, true);
        perform pg_catalog.pg_advisory_lock(advisory_key(p_key));
        perform set_config('lock_timeout', before, true);
        return true;
    exception
        -- Leaving the block by an error also restores the setting.
        when lock_not_available then
            return false;
    end;
end
$$;

comment on function pg_advisory_lock_timeout(text, int) is
    'Waits up to so many milliseconds for the named lock; false when it was not free in time';

create or replace function pg_force_advisory_unlock_all(p_key text) returns table (pid int, released boolean)
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    holder integer;
begin
    for holder in select h.pid from advisory_lock_holders(p_key) as h loop
        pid := holder;
        if holder = pg_backend_pid() then
            while pg_advisory_unlock(p_key) loop
                null;
            end loop;
            released := true;
        else
            -- A lock of another session ends only with that session. Wait until it is gone, so that the answer is true.
            released := pg_terminate_backend(holder, 5000);
        end if;
        return next;
    end loop;
end
$$;

comment on function pg_force_advisory_unlock_all(text) is
    'Takes the named lock from whoever has it, by ending their sessions. The owner of the database must be a member of pg_signal_backend';
