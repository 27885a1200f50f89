-- Ending the identification of songs.

create or replace function complete_songs(p_song_ids uuid[], p_versions text[]) returns void
language sql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
    -- Nobody holds a lock while a song is identified: two who do it at once come to the same result. So there need not
    -- have been a state in progress, and a song identified anew is COMPLETED from now on.
    insert into processing_status as s (entity_type, entity_id, state, attempts, last_processed_at, metadata)
    select
        'song',
        n.id::text,
        'COMPLETED',
        1,
        clock_timestamp(),
        jsonb_build_object('version', n.version)
    from unnest(p_song_ids, p_versions) as n (id, version)
    order by n.id
    on conflict (entity_type, entity_id) do update
    set
        state = 'COMPLETED',
        attempts = s.attempts + 1,
        last_processed_at = excluded.last_processed_at,
        metadata = s.metadata || excluded.metadata,
        last_error = null
$$;

comment on function complete_songs(uuid[], text[]) is
    'Notes that the identification of songs ended now, and for which song_version each';

create or replace function complete_song(p_song_id uuid, p_version text) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_song('p_song_id', p_song_id);
    perform require_short_text('p_version', p_version, 100);
    perform complete_songs(array[p_song_id], array[p_version]);
end
$$;

comment on function complete_song(uuid, text) is 'complete_songs for one';

create or replace function complete_song(p_song_id uuid) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
select complete_song(p_song_id, song_version(p_song_id))
$$;

comment on function complete_song(uuid) is 'Notes that the identification of a song as it is now ended';

create or replace function songs_to_settle(p_songs jsonb) returns jsonb
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
    -- A song may have got another track while the sources were asked. Who asked about all of it may have been faster,
    -- and what was found for a part must not replace that.
    select coalesce(jsonb_agg(o.song order by o.place), '[]')
    from jsonb_array_elements(p_songs) with ordinality as o (song, place)
    -- Row by row, and so by the indexes: the planner takes JSON for a hundred rows, and would go through the table.
    cross join lateral (
        select n.id
        from normalized_tracks n
        where n.id = (o.song ->> 'song_id')::uuid
        limit 1
    ) as n
    left join lateral (
        select s.metadata ->> 'version' as version
        from processing_status s
        where s.entity_type = 'song'
            and s.entity_id = n.id::text
            and s.state = 'COMPLETED'
        limit 1
    ) as s on s.version <> o.song ->> 'version'
    where s.version is null
        or s.version <> song_version(n.id)
$$;

comment on function songs_to_settle(jsonb) is
    'Of songs as settle_songs takes them those that are still there, and that nobody settled as they are now while this one asked about them as they were';

create or replace function settle_songs(p_songs jsonb, p_alone boolean) returns uuid[]
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_songs jsonb;
    -- An array, because the planner knows that it is short.
    v_ids uuid[] := array(
        select (s ->> 'song_id')::uuid
        from jsonb_array_elements(p_songs) as s);
begin
    if p_alone then
        perform lock_producers();
    else
        perform lock_producers_as_they_are();
    end if;
    perform
    from normalized_tracks n
    where n.id = any (v_ids)
    order by n.id
    for update;
    v_songs := songs_to_settle(p_songs);
    v_ids := array(
        select (s ->> 'song_id')::uuid
        from jsonb_array_elements(v_songs) as s
        order by 1);
    if v_ids = '{}' then
        return v_ids;
    end if;

    perform record_songs_answers(v_songs, p_alone);
    -- A source that was not asked, because others knew enough, may have spoken when less was known of the song. Which
    -- sources speak must not depend on that.
    delete from credit_evidence e
    using jsonb_array_elements(v_songs) as s
    where e.song_id = any (v_ids)
        and e.song_id = (s ->> 'song_id')::uuid
        and s ->> 'version' <> 'provisional'
        and not exists (
            select
            from jsonb_array_elements(s -> 'answers') as a
            where a ->> 'source' = e.source);
    perform apply_songs_credits(v_ids);
    perform complete_songs(array_agg((s ->> 'song_id')::uuid), array_agg(s ->> 'version'))
    from jsonb_array_elements(v_songs) as s;
    return v_ids;
end
$$;

comment on function settle_songs(jsonb, boolean) is
    'settle_songs after its arguments were checked; p_alone: with the lock of all producers, without which it raises 40001 when that turns out to be needed';

create or replace function settle_songs(p_songs jsonb) returns uuid[]
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_objects('p_songs', p_songs);
    perform require_few('p_songs', jsonb_array_length(p_songs), pg_column_size(p_songs), 1000);
    perform
        check_argument(field_uuid(s, 'song_id') is not null, 'song_id', null, 'be a UUID'),
        require_short_text('version', s ->> 'version', 100),
        check_song_answers(s -> 'answers')
    from jsonb_array_elements(p_songs) as s;
    perform check_argument(
        count(*) = count(distinct s ->> 'song_id'), 'p_songs', p_songs::text, 'name each song once')
    from jsonb_array_elements(p_songs) as s;

    -- Mostly nobody is renamed or united, which shows only under the locks that let others go on.
    begin
        return settle_songs(p_songs, false);
    exception
        when serialization_failure then
            -- Leaving the block gave its locks back, without which two could wait for each other.
            return settle_songs(p_songs, true);
    end;
end
$$;

comment on function settle_songs(jsonb) is
    'Ends the identification of songs: p_songs is an array of {song_id, version, answers: [{source, claims}]}, one answer a source that answered; what other sources said before is forgotten. Stores evidence, producers and credits and marks each song COMPLETED as it was at that version (see song_version), or ''provisional'' when a source could not be asked, which keeps what it said before. Returns the songs; left out are those that are part of another song by now, and those that were settled meanwhile with more tracks';

create or replace function settle_song(p_song_id uuid, p_answers jsonb, p_version text) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_song_answers(p_answers);
    perform require_short_text('p_version', p_version, 100);
    perform lock_producers();
    perform require_song('p_song_id', p_song_id);
    perform settle_songs(jsonb_build_array(jsonb_build_object(
        'song_id', p_song_id, 'version', p_version, 'answers', p_answers)));
    return (select count(*) from song_credits(p_song_id));
end
$$;

comment on function settle_song(uuid, jsonb, text) is 'settle_songs for one, which must be there; returns the number of credits';

create or replace function settle_song(p_song_id uuid, p_answers jsonb) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_credits integer;
begin
    perform record_song_answers(p_song_id, p_answers);
    v_credits := apply_song_credits(p_song_id);
    perform complete_song(p_song_id);
    return v_credits;
end
$$;

comment on function settle_song(uuid, jsonb) is
    'Adds answers to what other sources said of a song, as it is now, and ends its identification; p_answers as for settle_song with three arguments. Returns the number of credits';
