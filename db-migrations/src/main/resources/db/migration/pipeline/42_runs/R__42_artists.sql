-- How far an artist is, whichever runs asked for it.

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
join credit_roles r on r.label = c.role and r.produces
where n.artist_id = p_artist_id
$$;

comment on function artist_producers(uuid) is 'Who produced an artist''s songs, in the roles that credit_roles says produce';

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
    -- Messages may name a row that is part of the artist's by now, or an id that leads to it.
    ids text[];
    stage text := regexp_replace(p_queue_name, '_dlq$', '');
begin
    if stage = 'artist_discovery' then
        select a.*
        into artist
        from artists a
        where a.id = p_artist_id;
        ids := array_remove(
            array[artist.spotify_id, artist.musicbrainz_id]
                || array(select f.musicbrainz_id from former_artist_ids f where f.artist_id = artist.id),
            null);
        execute format(
            'select count(*)
            from %s as q
            where (q.message ? ''artistId'' and q.message ->> ''artistId'' = any ($1))
                or (q.message ? ''artistName'' and small_letters(q.message ->> ''artistName'') = small_letters($2))',
            get_queue_table_name_safe(p_queue_name))
        into counted
        using ids, artist.name;
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
        ids := p_artist_id::text || array(select m.gone_id::text from merged_rows m where m.kept_id = p_artist_id);
        execute format(
            'select count(*)
            from %s as q
            where q.message ? ''artistId''
                and q.message ->> ''artistId'' = any ($1)',
            get_queue_table_name_safe(p_queue_name))
        into counted
        using ids;
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
    select a.*
    into artist
    from artists a
    where a.id = kept_row(check_artist_pipeline_progress.artist_id);
    perform require_artist('artist_id', coalesce(artist.id, check_artist_pipeline_progress.artist_id));

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
        'musicbrainz_id', artist.musicbrainz_id,
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
    'What is known of an artist and what is still to come: {artist_id, artist_name, spotify_id, musicbrainz_id, album_count, track_count, producer_count, pending: {stage: messages}, failed: {stage: messages}, status, timestamp}. status is no_albums, no_tracks, no_producers, in_progress or complete';

create or replace function artist_is_being_listed(p_artist_id uuid, p_patience interval) returns boolean
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_kept uuid := kept_row(p_artist_id);
    v_ids text[];
    v_queues text[] := '{}';
begin
    perform require_artist('p_artist_id', v_kept);
    perform check_argument(
        p_patience between interval '0' and interval '36500 days', 'p_patience', p_patience::text, 'be from 0 to 36500 days');
    -- Messages under way may name a row that is part of the artist's by now.
    v_ids := v_kept::text || array(select m.gone_id::text from merged_rows m where m.kept_id = v_kept);
    -- By name and not put together, so that the plans are kept: this is asked for each song.
    if exists (
        select
        from pgmq.q_album_discovery as q
        where q.message ? 'artistId'
            and q.message ->> 'artistId' = any (v_ids)
            and q.vt < clock_timestamp() + p_patience)
    then
        v_queues := array['album_discovery'];
    end if;
    if exists (
        select
        from pgmq.q_track_discovery as q
        where q.message ? 'artistId'
            and q.message ->> 'artistId' = any (v_ids)
            and q.vt < clock_timestamp() + p_patience)
    then
        v_queues := v_queues || text 'track_discovery';
    end if;
    return v_queues <> '{}'
        and exists (
            select
            from queue_registry r
            where r.queue_name = any (v_queues)
                and r.active
                and not exists (
                    select
                    from stage_parks(r.queue_name) as p
                    where p.required
                        and p.parked_until > clock_timestamp() + p_patience));
end
$$;

comment on function artist_is_being_listed(uuid, interval) is
    'True when albums or tracks of an artist are still to come within p_patience: not when their queue is paused, or a provider that it needs is parked for longer';
