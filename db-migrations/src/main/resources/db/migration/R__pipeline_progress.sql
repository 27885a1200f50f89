-- How far a run or an artist is. Nothing here is counted twice: the queues themselves say what is left, their archives
-- what is done, and the dead letter queues what failed.

create or replace function pipeline_stages() returns table (place integer, queue_name text)
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
values
    (1, 'artist_discovery'),
    (2, 'album_discovery'),
    (3, 'track_discovery'),
    (4, 'producer_identification'),
    (5, 'social_enrichment')
$$;

comment on function pipeline_stages() is 'The five stages, in the order in which work passes through them';

create or replace function begin_discovery_run(p_correlation_id uuid, p_asked jsonb) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(p_correlation_id is not null, 'p_correlation_id', null, 'not be null');
    perform require_object('p_asked', p_asked);
    perform field_short_text(p_asked, 'artistName', 500);
    perform field_short_text(p_asked, 'artistId', 500);
    insert into run_outcomes (correlation_id, asked)
    values (p_correlation_id, p_asked)
    on conflict (correlation_id) do nothing;
    if not found then
        return false;
    end if;
    perform estimate_run(p_correlation_id);
    return true;
end
$$;

comment on function begin_discovery_run(uuid, jsonb) is
    'Opens a discovery run, keeps what was asked and estimates what it will cost; false when it is open already';

create or replace function record_discovery_outcome(
    p_correlation_id uuid,
    p_state text,
    p_artist_id uuid,
    p_candidates jsonb
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_state in ('queued', 'running', 'ambiguous', 'not_found', 'refused'),
        'p_state',
        p_state,
        'be one of queued, running, ambiguous, not_found, refused');
    if p_artist_id is not null then
        perform require_artist('p_artist_id', p_artist_id);
    end if;
    perform check_argument(
        p_candidates is null or jsonb_typeof(p_candidates) = 'array',
        'p_candidates',
        left(p_candidates::text, 200),
        'be a JSON array');
    update run_outcomes r
    set outcome = p_state,
        artist_id = coalesce(p_artist_id, r.artist_id),
        candidates = coalesce(p_candidates, '[]'),
        finished_at = case when p_state in ('ambiguous', 'not_found', 'refused') then now() end
    where r.correlation_id = p_correlation_id;
    if not found then
        raise exception 'p_correlation_id names no run: %', coalesce(p_correlation_id::text, 'null')
            using errcode = 'P0002';
    end if;
end
$$;

comment on function record_discovery_outcome(uuid, text, uuid, jsonb) is
    'Notes what the artist stage made of a run: running with the artist, ambiguous with candidates, not_found or refused. A null artist keeps the one that is known; null candidates are none';

-- What it returns has changed since it was released.
drop function if exists run_stage(text, uuid);

create function run_stage(p_queue_name text, p_correlation_id uuid)
returns table (
    pending bigint,
    in_flight bigint,
    active bigint,
    done bigint,
    dead bigint,
    last_done timestamptz
)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- "message ? ..." repeats the condition of the partial indexes, without which they would not be used.
    return query execute format(
        'select
            waiting.pending,
            waiting.in_flight,
            waiting.active,
            finished.done,
            failed.dead,
            greatest(finished.last_done, failed.last_dead)
        from
            (
                select
                    count(*) filter (where not leased) as pending,
                    count(*) filter (where leased) as in_flight,
                    count(*) filter (where leased or due) as active
                from (
                    select
                        q.read_ct > 0
                            and q.vt > clock_timestamp()
                            and not is_delayed(q.headers, q.vt) as leased,
                        q.vt <= clock_timestamp() as due
                    from %s as q
                    where q.message ? ''_correlationId''
                        and q.message ->> ''_correlationId'' = $1
                ) as each
            ) as waiting,
            (
                select count(*) as done, max(a.archived_at) as last_done
                from %s as a
                where a.message ? ''_correlationId''
                    and a.message ->> ''_correlationId'' = $1
            ) as finished,
            (
                select count(*) as dead, max(d.enqueued_at) as last_dead
                from %s as d
                where d.message ? ''_correlationId''
                    and d.message ->> ''_correlationId'' = $1
            ) as failed',
        get_queue_table_name_safe(p_queue_name),
        queue_archive_table(p_queue_name),
        get_queue_table_name_safe(dead_letter_queue_of(p_queue_name)))
    using p_correlation_id::text;
end
$$;

comment on function run_stage(text, uuid) is
    'A run''s messages in one stage, by what became of them; active are those in hand and those that can be taken now';

create or replace function discovery_run_progress(p_correlation_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    run run_outcomes;
    progress record;
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

    return jsonb_build_object(
        'correlation_id', run.correlation_id,
        'asked', run.asked,
        'state', case
            when run.outcome in ('ambiguous', 'not_found', 'refused') then run.outcome
            when progress.left_over > 0 then coalesce(progress.held_by, run.outcome)
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
        'started_at', run.started_at,
        'finished_at', case
            when run.finished_at is not null then run.finished_at
            when progress.left_over = 0 then progress.last_done
        end);
end
$$;

comment on function discovery_run_progress(uuid) is
    'How far a run is: {correlation_id, asked, state, artist_id, artist_name, candidates, stages: [{queue, pending, in_flight, done, dead}], waiting: [{provider, until, reason}], estimate: [{provider, bucket, calls, exact, used}], started_at, finished_at}. state is queued, running, waiting for ... until ..., ambiguous, not_found, refused, complete or complete with failures';

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
comment on column discovery_runs.asked is 'The request: artistName or artistId (of Spotify)';
comment on column discovery_runs.state is
    'queued, running, waiting for ... until ..., ambiguous, not_found, refused, complete or complete with failures';
comment on column discovery_runs.artist_id is 'The artist that was settled on; null before, and when there is none';
comment on column discovery_runs.candidates is 'Array of the artists who could be meant, when the name is ambiguous; else empty';
comment on column discovery_runs.started_at is 'When it began';
comment on column discovery_runs.finished_at is 'When its last message was done with; null as long as there is work left';
comment on column discovery_runs.updated_at is 'When the artist stage last answered';

create or replace function artist_producers(p_artist_id uuid) returns table (producer_id uuid)
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select distinct coalesce(p.merged_into, p.id)
from normalized_tracks n
join tracks t on t.song_id = n.id
join track_producers c on c.track_id = t.id
join producers p on p.id = c.producer_id
where n.artist_id = p_artist_id
    and role_produces(c.role)
$$;

comment on function artist_producers(uuid) is 'Who produced an artist''s songs, in the roles producer, co-producer and additional';

create or replace function index_queue_by_name(p_queue_name text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    table_name text := 'q_' || ascii_lower(p_queue_name);
    index_name text := table_name || '_artist_idx';
begin
    -- Before, the database's locale decided which letters are the same.
    execute format('drop index if exists pgmq.%I', table_name || '_artist_name_idx');
    if to_regclass(format('pgmq.%I', index_name)) is null then
        execute format(
            'create index %I on pgmq.%I (small_letters(message ->> ''artistName'')) where message ? ''artistName''',
            index_name,
            table_name);
    end if;
end
$$;

comment on function index_queue_by_name(text) is
    'Indexes the messages of a queue by the artist''s name in the body, however it is capitalised';

create or replace function count_artist_messages(p_queue_name text, p_artist_id uuid) returns bigint
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    counted bigint;
    artist artists;
    stage text := regexp_replace(p_queue_name, '_dlq$', '');
begin
    if stage = 'artist_discovery' then
        select a.*
        into artist
        from artists a
        where a.id = p_artist_id;
        execute format(
            'select count(*)
            from %s as q
            where (q.message ? ''artistId'' and q.message ->> ''artistId'' = $1)
                or (q.message ? ''artistName'' and small_letters(q.message ->> ''artistName'') = small_letters($2))',
            get_queue_table_name_safe(p_queue_name))
        into counted
        using artist.spotify_id, artist.name;
    elsif stage = 'social_enrichment' then
        execute format(
            'select count(*)
            from %s as q
            where q.message ? ''producerId''
                and q.message ->> ''producerId'' = any (array(select p.id::text from artist_producers($1) as p (id)))',
            get_queue_table_name_safe(p_queue_name))
        into counted
        using p_artist_id;
    else
        execute format(
            'select count(*)
            from %s as q
            where q.message ? ''artistId''
                and q.message ->> ''artistId'' = $1',
            get_queue_table_name_safe(p_queue_name))
        into counted
        using p_artist_id::text;
    end if;
    return counted;
end
$$;

comment on function count_artist_messages(text, uuid) is 'How many messages of a stage, or of its dead letter queue, concern an artist';

create or replace function check_artist_pipeline_progress(artist_id uuid) returns jsonb
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    artist artists;
    albums_found bigint;
    tracks_found bigint;
    producers_found bigint;
    pending jsonb;
    failed jsonb;
    pending_total bigint;
begin
    perform require_artist('artist_id', check_artist_pipeline_progress.artist_id);
    select a.*
    into artist
    from artists a
    where a.id = check_artist_pipeline_progress.artist_id;

    select count(*)
    into albums_found
    from artist_albums l
    where l.artist_id = artist.id;

    select count(*)
    into tracks_found
    from normalized_tracks n
    join tracks t on t.song_id = n.id
    where n.artist_id = artist.id;

    select count(*)
    into producers_found
    from artist_producers(artist.id);

    select
        jsonb_object_agg(s.queue_name, s.pending),
        jsonb_object_agg(s.queue_name, s.failed),
        sum(s.pending)
    into pending, failed, pending_total
    from (
        select
            stage.queue_name,
            count_artist_messages(stage.queue_name, artist.id) as pending,
            count_artist_messages(dead_letter_queue_of(stage.queue_name), artist.id) as failed
        from pipeline_stages() as stage
    ) as s;

    return jsonb_build_object(
        'artist_id', artist.id,
        'artist_name', artist.name,
        'spotify_id', artist.spotify_id,
        'album_count', albums_found,
        'track_count', tracks_found,
        'producer_count', producers_found,
        'pending', pending,
        'failed', failed,
        'status', case
            when albums_found = 0 then 'no_albums'
            when tracks_found = 0 then 'no_tracks'
            when producers_found = 0 then 'no_producers'
            when pending_total > 0 then 'in_progress'
            else 'complete'
        end,
        'timestamp', now());
end
$$;

comment on function check_artist_pipeline_progress(uuid) is
    'What is known of an artist and what is still to come: {artist_id, artist_name, spotify_id, album_count, track_count, producer_count, pending: {stage: messages}, failed: {stage: messages}, status, timestamp}. status is no_albums, no_tracks, no_producers, in_progress or complete';

create or replace function artist_is_being_listed(p_artist_id uuid, p_patience interval) returns boolean
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_queue text;
    v_coming boolean;
begin
    perform require_artist('p_artist_id', p_artist_id);
    perform check_argument(
        p_patience between interval '0' and interval '36500 days', 'p_patience', p_patience::text, 'be from 0 to 36500 days');
    for v_queue in
        select r.queue_name
        from queue_registry r
        where r.queue_name in ('album_discovery', 'track_discovery')
            and r.active
            and not exists (
                select
                from stage_parks(r.queue_name) as p
                where p.required
                    and p.parked_until > clock_timestamp() + p_patience)
        order by r.queue_name
    loop
        execute format(
            'select exists (
                select
                from %s as q
                where q.message ? ''artistId''
                    and q.message ->> ''artistId'' = $1
                    and q.vt < clock_timestamp() + $2)',
            get_queue_table_name_safe(v_queue))
        into v_coming
        using p_artist_id::text, p_patience;
        if v_coming then
            return true;
        end if;
    end loop;
    return false;
end
$$;

comment on function artist_is_being_listed(uuid, interval) is
    'True when albums or tracks of an artist are still to come within p_patience: not when their queue is paused, or a provider that it needs is parked for longer';

revoke all on function
    pipeline_stages(),
    begin_discovery_run(uuid, jsonb),
    record_discovery_outcome(uuid, text, uuid, jsonb),
    run_stage(text, uuid),
    discovery_run_progress(uuid),
    index_queue_by_name(text),
    count_artist_messages(text, uuid),
    artist_producers(uuid),
    check_artist_pipeline_progress(uuid),
    artist_is_being_listed(uuid, interval)
from public;

grant execute on function
    artist_is_being_listed(uuid, interval),
    begin_discovery_run(uuid, jsonb),
    record_discovery_outcome(uuid, text, uuid, jsonb)
to pipeline_worker;

grant execute on function
    pipeline_stages(),
    discovery_run_progress(uuid),
    check_artist_pipeline_progress(uuid)
to pipeline_reader;

grant select on discovery_runs to pipeline_operator;
