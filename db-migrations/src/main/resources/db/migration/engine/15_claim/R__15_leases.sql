-- What can be a lease, a number of them, and a delay.

-- A test of its own, which is free where it holds: calling a function that raises costs a worker more than the look itself.
create or replace function is_lease(p_lease interval) returns boolean
language sql
immutable
parallel safe
return p_lease > interval '0' and p_lease <= interval '30 days';

comment on function is_lease(interval) is
    'Whether this can be a lease: some time, and not so much that a message of a dead worker would be lost';

create or replace function check_lease(p_name text, p_lease interval) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(is_lease(p_lease), p_name, p_lease::text, 'be longer than zero and at most 30 days');
end
$$;

comment on function check_lease(text, interval) is 'Raises 22023 for what is no lease';

-- Asked in one go: most calls are for one message.
create or replace function check_leases(p_msg_ids bigint[], p_read_cts integer[]) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if cardinality(p_msg_ids) > 10000 or cardinality(p_read_cts) > 10000 then
        perform require_few('p_msg_ids', cardinality(p_msg_ids), null, 10000);
        perform require_few('p_read_cts', cardinality(p_read_cts), null, 10000);
    end if;
end
$$;

comment on function check_leases(bigint[], integer[]) is 'Raises 22023 for more leases than a worker can hold';

create or replace function check_delay(p_name text, p_delay interval) returns void
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_delay >= interval '0' and p_delay <= interval '3650 days',
        p_name,
        p_delay::text,
        'be from zero to 3650 days');
end
$$;

comment on function check_delay(text, interval) is 'Raises 22023 for a delay that is negative, or beyond what anybody means';
