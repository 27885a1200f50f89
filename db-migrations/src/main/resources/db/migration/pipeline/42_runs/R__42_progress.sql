-- How far a run or an artist is. Nothing here is counted twice: the queues themselves say what is left, their archives
-- what is done, and the dead letter queues what failed.

create or replace function run_notes(p_artist_id uuid, p_catalogue text) returns jsonb
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select coalesce(jsonb_agg(n.note order by n.place, n.note), '[]')
from artists a
cross join lateral (
    select
        1 as place,
        format(
            '%s has too many releases of %s to read them all: %s were left out',
            l.catalogue,
            a.name,
            l.left_out) as note
    from catalogue_listings l
    where l.artist_id = a.id
        and l.catalogue = coalesce(p_catalogue, l.catalogue)
        and l.left_out > 0
    union all
    select
        2,
        format(
            '%s has too many recordings of %s to read them all: %s were left out, and songs that are not on the newest official releases are looked up album by album',
            l.source,
            a.name,
            s.left_out)
    from artist_lookups l
    join source_artists s on s.source = l.source and s.artist_id = l.source_artist_id
    where l.artist_id = a.id
        and s.left_out > 0
        -- Where the releases are the catalogue, no recordings are listed.
        and l.source is distinct from p_catalogue
) as n
where a.id = p_artist_id
$$;

comment on function run_notes(uuid, text) is
    'What was left out on purpose of an artist, in sentences; of listings of p_catalogue, or of all where that is null';

create or replace function discovery_run_progress(p_correlation_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    run run_outcomes;
    progress record;
    -- Whoever is told that a run is complete searches for what it found.
    added_up_later boolean;
begin
    select r.*
    into run
    from run_outcomes r
    where r.correlation_id = p_correlation_id;
    if not found then
        raise exception 'p_correlation_id names no run: %', coalesce(p_correlation_id::text, 'null')
            using errcode = 'P0002';
    end if;

    with stage as materialized (
        select s.place, s.queue_name, n.pending, n.in_flight, n.active, n.done, n.dead, n.last_done
        from
            pipeline_stages() as s,
            run_stage(s.queue_name, p_correlation_id) as n
    ),
    -- For everybody or, when it has had its share, for this run alone.
    parked as materialized (
        select s.place, s.queue_name, p.provider, max(p.until) as until, p.required, s.in_flight,
            (array_agg(p.reason order by p.until desc))[1] as reason
        from stage s
        join (
            select everybody.queue_name, everybody.provider, everybody.parked_until as until, everybody.required,
                everybody.reason
            from stage_parks() as everybody
            union all
            select this_run.queue_name, this_run.provider, this_run.until, this_run.required, this_run.reason
            from run_parks(p_correlation_id) as this_run
        ) as p on p.queue_name = s.queue_name
        where s.pending + s.in_flight > 0
        group by s.place, s.queue_name, p.provider, p.required, s.in_flight
    ),
    held as materialized (
        select p.place, p.provider, p.until
        from parked p
        where p.required
            or p.in_flight = 0
    )
    select
        (
            select jsonb_agg(
                jsonb_build_object(
                    'queue', s.queue_name,
                    'pending', s.pending,
                    'in_flight', s.in_flight,
                    'done', s.done,
                    'dead', s.dead)
                order by s.place)
            from stage s
        ) as stages,
        (
            select coalesce(
                jsonb_agg(
                    jsonb_build_object('provider', w.provider, 'until', w.until, 'reason', w.reason)
                    order by w.until),
                '[]')
            from (
                select distinct on (p.provider) p.provider, p.until, p.reason
                from parked p
                order by p.provider, p.until desc
            ) as w
        ) as waiting,
        (select sum(s.pending + s.in_flight) from stage s) as left_over,
        (select sum(s.done) from stage s) as done,
        (select sum(s.dead) from stage s) as dead,
        (select max(s.last_done) from stage s) as last_done,
        -- Waiting only when every stage that has work waits: for a provider, or put off behind a stage that does, as songs
        -- are until their artist's tracks are listed. The first stage in the pipeline names the reason.
        (
            select format(
                'waiting for %s until %s',
                h.provider,
                to_char(h.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
            from held h
            where not exists (
                select
                from stage s
                where s.pending + s.in_flight > 0
                    and s.place not in (select held.place from held)
                    and (
                        s.active > 0
                        or s.place < (select min(held.place) from held)))
            order by h.place, h.until desc
            limit 1
        ) as held_by
    into progress;
    added_up_later := progress.left_over = 0
        and exists (
            select
            from stale_summaries s
            where s.noted_at <= progress.last_done);

    return jsonb_build_object(
        'correlation_id', run.correlation_id,
        'asked', run.asked,
        'state', case
            when run.outcome in ('ambiguous', 'not_found', 'refused') then run.outcome
            when progress.left_over > 0 then coalesce(progress.held_by, run.outcome)
            when added_up_later then 'running'
            when progress.dead > 0 then 'complete with failures'
            -- An old run's archived messages may be purged, but its artist was found and nothing is left.
            when progress.done > 0 or run.outcome = 'running' then 'complete'
            else run.outcome
        end,
        'artist_id', run.artist_id,
        'artist_name', (select a.name from artists a where a.id = run.artist_id),
        'candidates', run.candidates,
        'stages', progress.stages,
        'waiting', progress.waiting,
        'estimate', run_cost(p_correlation_id),
        'notes', run_notes(run.artist_id, run.asked ->> 'catalogue'),
        'started_at', run.started_at,
        'finished_at', case
            when run.finished_at is not null then run.finished_at
            when progress.left_over = 0 and not added_up_later then progress.last_done
        end);
end
$$;

comment on function discovery_run_progress(uuid) is
    'How far a run is: {correlation_id, asked, state, artist_id, artist_name, candidates, stages: [{queue, pending, in_flight, done, dead}], waiting: [{provider, until, reason}], estimate: [{provider, bucket, calls, exact, used}], notes: [what was left out on purpose], started_at, finished_at}. state is queued, running, waiting for ... until ..., ambiguous, not_found, refused, complete or complete with failures';

-- Not joined but in the list of columns: there a count of runs, or the last five of a thousand, ask about no other run.
create or replace view discovery_runs as
select
    r.id,
    r.correlation_id,
    r.asked,
    discovery_run_progress(r.correlation_id) ->> 'state' as state,
    r.artist_id,
    r.candidates,
    r.started_at,
    (discovery_run_progress(r.correlation_id) ->> 'finished_at')::timestamptz as finished_at,
    r.updated_at
from run_outcomes r;

comment on view discovery_runs is
    'One row a run: what was asked, and how far it is at this moment. state and finished_at follow from the queues, as discovery_run_progress tells them';
comment on column discovery_runs.id is 'Row id';
comment on column discovery_runs.correlation_id is 'Names the run everywhere; every message of the run carries it as _correlationId';
comment on column discovery_runs.asked is 'The request: artistName or artistId (of Spotify or MusicBrainz), and the catalogue that is asked';
comment on column discovery_runs.state is
    'queued, running, waiting for ... until ..., ambiguous, not_found, refused, complete or complete with failures';
comment on column discovery_runs.artist_id is 'The artist that was settled on; null before, and when there is none';
comment on column discovery_runs.candidates is 'Array of the artists who could be meant, when the name is ambiguous; else empty';
comment on column discovery_runs.started_at is 'When it began';
comment on column discovery_runs.finished_at is 'When its last message was done with; null as long as there is work left';
comment on column discovery_runs.updated_at is 'When the artist stage last answered';
