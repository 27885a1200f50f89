-- Writing the credits of a song to all its tracks.

-- However many songs: one statement, so that the triggers that add credits up run once and not once a song.
create or replace function apply_songs_credits(p_song_ids uuid[]) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_credits integer;
begin
    if p_song_ids = '{}' then
        return 0;
    end if;
    -- The track stage locks the same rows when it adds tracks to songs, so no track misses its credits.
    perform
    from normalized_tracks n
    where n.id = any (p_song_ids)
    order by n.id
    for update;

    with credit as materialized (
        select
            c.song_id,
            c.producer_id,
            c.role,
            c.confidence,
            c.source,
            c.verification
        from songs_credits(p_song_ids) as c
    ),
    withdrawn as (
        delete from track_producers tp
        using tracks t
        where t.song_id = any (p_song_ids)
            and tp.track_id = t.id
            and not exists (
                select
                from credit c
                where c.song_id = t.song_id
                    and c.producer_id = tp.producer_id
                    and c.role = tp.role)
    ),
    stored as (
        insert into track_producers as tp (track_id, producer_id, role, confidence, source, verification)
        select
            t.id,
            c.producer_id,
            c.role,
            c.confidence,
            c.source,
            c.verification
        from credit c
        join tracks t on t.song_id = c.song_id
        where t.song_id = any (p_song_ids)
        order by
            t.id,
            c.producer_id,
            c.role
        on conflict (track_id, producer_id, role) do update
        set
            confidence = excluded.confidence,
            source = excluded.source,
            verification = excluded.verification
        where (tp.confidence, tp.source, tp.verification)
            is distinct from (excluded.confidence, excluded.source, excluded.verification)
    )
    select count(*)
    into v_credits
    from credit;
    return v_credits;
end
$$;

comment on function apply_songs_credits(uuid[]) is
    'Recomputes the credits of all tracks of these songs from evidence and corrections; returns how many the songs have together. Repeating it changes nothing';

create or replace function apply_song_credits(p_song_id uuid) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from normalized_tracks n where n.id = p_song_id) then
        raise exception 'p_song_id names no song: %', coalesce(p_song_id::text, 'null')
            using errcode = 'P0002';
    end if;
    return apply_songs_credits(array[p_song_id]);
end
$$;

comment on function apply_song_credits(uuid) is
    'Recomputes the credits of all tracks of a song from evidence and corrections; returns how many the song has. Repeating it changes nothing';

create or replace function apply_producer_credits(p_producer_id uuid) returns integer
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_songs uuid[] := array(
        select e.song_id
        from credit_evidence e
        join producers p on p.id = e.producer_id
        where p.id = p_producer_id
            or p.merged_into = p_producer_id
        union
        select k.subject
        from corrections k
        join producers p on p.id = k.object
        where k.kind in ('add_credit', 'confirm_credit', 'reject_credit')
            and k.reverted_at is null
            and (p.id = p_producer_id or p.merged_into = p_producer_id));
begin
    perform producer_root(p_producer_id);
    perform apply_songs_credits(v_songs);
    return cardinality(v_songs);
end
$$;

comment on function apply_producer_credits(uuid) is
    'Recomputes the credits of every song that concerns a producer, after it was merged, split or corrected; returns how many songs';
