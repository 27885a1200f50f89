-- Joining rows of the two catalogues that were stored apart.

create or replace function older_row(p_one uuid, p_other uuid) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- Who was told of a row knows it by its id, and the older one was told of more often.
    return (
        select r.id
        from (
            select t.id, t.created_at
            from tracks t
            where t.id in (p_one, p_other)
            union all
            select a.id, a.created_at
            from albums a
            where a.id in (p_one, p_other)
            union all
            select a.id, a.created_at
            from artists a
            where a.id in (p_one, p_other)
        ) as r
        order by
            r.created_at,
            r.id
        limit 1
    );
end
$$;

comment on function older_row(uuid, uuid) is 'Of two artists, albums or tracks the one that was found first';

create or replace function younger_row(p_one uuid, p_other uuid) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return case older_row(p_one, p_other) when p_one then p_other else p_one end;
end
$$;

comment on function younger_row(uuid, uuid) is 'Of two artists, albums or tracks the one that was found last';

create or replace function join_album(p_album_id uuid, p_artist_id uuid) returns uuid
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_album albums;
    v_other uuid;
    v_kept uuid := p_album_id;
begin
    select a.*
    into v_album
    from albums a
    where a.id = p_album_id;
    if v_album.musicbrainz_id is null then
        v_other := same_album(v_album, p_artist_id, 'spotify');
    elsif not spotify_knows(v_album.spotify_id, v_album.from_musicbrainz) then
        v_other := same_album(v_album, p_artist_id, 'musicbrainz');
    end if;
    if v_other is not null then
        v_kept := older_row(p_album_id, v_other);
        perform merge_albums(v_kept, younger_row(p_album_id, v_other));
    end if;
    return v_kept;
end
$$;

comment on function join_album(uuid, uuid) is
    'Makes an album that only one catalogue knows one with that of the artist''s that it is at the other, if there is one; returns the album that stays';
