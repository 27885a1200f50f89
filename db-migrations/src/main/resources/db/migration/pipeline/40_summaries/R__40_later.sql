-- Adding up later: for whoever changes the credits of many, one transaction after the other.

create or replace function summarise_later() returns boolean
language sql
volatile
set search_path = pg_catalog, pg_temp
as $$
select set_config('producer_discovery.summaries', 'later', true) is not null
$$;

comment on function summarise_later() is
    'Until this transaction ends, notes whose credits it changes for summarise_stale instead of adding them up at its commit. Returns true';

create or replace function summarise_stale(p_limit integer) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_producers uuid[];
    v_notes integer;
begin
    perform check_argument(p_limit between 1 and 100000, 'p_limit', p_limit::text, 'be from 1 to 100000');
    -- Two at once would add up the same people one after the other.
    if not pg_catalog.pg_try_advisory_xact_lock(hashtextextended('producer-discovery:stale summaries', 1)) then
        return 0;
    end if;
    with taken as (
        delete from stale_summaries s
        where s.ctid = any (array(
            select o.ctid
            from stale_summaries o
            order by o.noted_at
            limit p_limit))
        returning s.producer_id
    )
    select
        array_agg(distinct t.producer_id),
        count(*)
    into
        v_producers,
        v_notes
    from taken t;
    if v_notes > 0 then
        -- A statement later, so that it sees whatever the notes are about.
        perform refresh_producer_summaries(v_producers);
    end if;
    return v_notes;
end
$$;

comment on function summarise_stale(integer) is
    'Adds up anew the credits of those whom at most p_limit of the oldest notes name, and drops these. Returns how many notes; 0 also while another session does it';
