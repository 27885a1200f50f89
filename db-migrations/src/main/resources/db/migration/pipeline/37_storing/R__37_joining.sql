-- Which rows of the two catalogues are one track.

create or replace function track_key(p_metadata jsonb, p_name text) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select coalesce(p_metadata ->> 'recording_key', search_key(p_name))
$$;

comment on function track_key(jsonb, text) is 'By what titles of an album are compared';

create or replace function tracks_left(p_given given_track[], p_album_id uuid) returns uuid[]
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_recordings text[] := array(select g.musicbrainz_id from unnest(p_given) as g);
begin
    return (
        select array_agg(t.id) filter (where t.musicbrainz_id <> all (v_recordings))
        from tracks t
        where t.album_id = p_album_id
            and t.musicbrainz_id is not null
        -- Who tells of fewer tells of some, and says nothing of the others.
        having count(*) <= cardinality(v_recordings)
    );
end
$$;

comment on function tracks_left(given_track[], uuid) is
    'The tracks of a release whose recording its page at MusicBrainz has no more: editors merge recordings; null for none';

create or replace function match_tracks(p_given given_track[], p_catalogue text, p_album_id uuid)
returns table (place bigint, track_id uuid)
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_pair record;
    v_places bigint[] := '{}';
    v_tracks uuid[] := '{}';
    v_left uuid[] := case p_catalogue when 'musicbrainz' then tracks_left(p_given, p_album_id) end;
begin
    -- Mostly no other catalogue has spoken.
    if not exists (
        select
        from tracks t
        where t.album_id = p_album_id
            and case p_catalogue
                when 'spotify' then t.spotify_id is null
                else t.musicbrainz_id is null or t.id = any (v_left)
            end)
    then
        return;
    end if;
    for v_pair in
        with pair as (
            select
                g.place,
                t.id,
                coalesce(t.spotify_id, t.musicbrainz_id) as known_as,
                case p_catalogue
                    when 'spotify' then t.metadata -> 'spotify_ids' ? g.spotify_id
                    else g.metadata -> 'spotify_ids' ? t.spotify_id
                end as linked,
                g.isrc = t.isrc as same_isrc,
                g.metadata -> 'disc_number' = t.metadata -> 'disc_number'
                    and g.metadata -> 'track_number' = t.metadata -> 'track_number' as same_position,
                track_key(g.metadata, g.name) = track_key(t.metadata, t.name) as same_title,
                abs(g.duration_ms - t.duration_ms) as apart,
                p_catalogue = 'musicbrainz' and t.musicbrainz_id is not null as left_behind
            from unnest(p_given) as g
            join tracks t on t.album_id = p_album_id
            where case p_catalogue
                    when 'spotify' then
                        t.spotify_id is null
                        and not exists (
                            select
                            from tracks own
                            where own.spotify_id = g.spotify_id
                                and own.musicbrainz_id is not null)
                    else
                        (t.musicbrainz_id is null or t.id = any (v_left))
                        and not exists (
                            select
                            from tracks own
                            where own.album_id = p_album_id
                                and own.musicbrainz_id = g.musicbrainz_id
                                and (own.spotify_id is not null or t.musicbrainz_id is not null))
                end
        ),
        alike as (
            select
                p.*,
                count(*) filter (where p.alike) over (partition by p.place) as of_given,
                count(*) filter (where p.alike) over (partition by p.id) as of_known
            from (
                select
                    q.*,
                    q.same_title and q.apart <= 5000 and not q.left_behind as alike
                from pair q
            ) as p
        ),
        ruled as (
            select
                a.*,
                case
                    when a.linked then 1
                    when a.same_isrc then 2
                    when a.same_position and a.same_title then 3
                    when a.alike and a.of_given = 1 and a.of_known = 1 then 4
                end as rule
            from alike a
        )
        select
            r.place,
            r.id
        from ruled r
        where r.rule is not null
        order by
            r.rule,
            r.same_position desc nulls last,
            r.apart nulls last,
            r.place,
            r.known_as collate "C"
    loop
        if not v_pair.place = any (v_places) and not v_pair.id = any (v_tracks) then
            v_places := v_places || v_pair.place;
            v_tracks := v_tracks || v_pair.id;
        end if;
    end loop;
    return query
        select
            m.place,
            m.track_id
        from unnest(v_places, v_tracks) as m (place, track_id);
end
$$;

comment on function match_tracks(given_track[], text, uuid) is
    'Which tracks of an album, as only the other catalogue knows them, tracks of p_catalogue are: by link, else by ISRC, else by place and title, else the only one of the title and, within five seconds, the length. Tracks whose recording MusicBrainz'' page has no more may be others of its tracks by all but the last';

create or replace function join_given_tracks(p_given given_track[], p_catalogue text, p_album_id uuid) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_pair record;
begin
    for v_pair in
        select
            m.track_id,
            g.spotify_id,
            g.musicbrainz_id,
            (
                select own.id
                from tracks own
                where p_catalogue = 'spotify'
                    and own.spotify_id = g.spotify_id
                union all
                select own.id
                from tracks own
                where p_catalogue = 'musicbrainz'
                    and own.musicbrainz_id = g.musicbrainz_id
                    and own.album_id = p_album_id
            ) as own_id
        from match_tracks(p_given, p_catalogue, p_album_id) as m
        join unnest(p_given) as g on g.place = m.place
    loop
        if v_pair.own_id is not null then
            perform merge_tracks(older_row(v_pair.own_id, v_pair.track_id), younger_row(v_pair.own_id, v_pair.track_id));
        else
            update tracks t
            set spotify_id = coalesce(t.spotify_id, case p_catalogue when 'spotify' then v_pair.spotify_id end),
                musicbrainz_id = case p_catalogue
                    when 'musicbrainz' then v_pair.musicbrainz_id
                    else coalesce(t.musicbrainz_id, v_pair.musicbrainz_id)
                end
            where t.id = v_pair.track_id;
        end if;
    end loop;
end
$$;

comment on function join_given_tracks(given_track[], text, uuid) is
    'Gives the rows of tracks that the other catalogue told of the ids by which p_catalogue knows them; where it has rows of its own for them, the two become one';
