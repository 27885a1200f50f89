-- Which releases of the dump an artist's albums are.

create or replace function look_up_dumped_albums(p_wanted uuid[], p_artist_id uuid, p_now timestamptz) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    found_albums integer;
begin
    perform check_argument(p_wanted is not null, 'p_wanted', null, 'not be null');
    perform require_few('p_wanted', cardinality(p_wanted), pg_column_size(p_wanted), 10000);
    perform check_argument(p_artist_id is not null, 'p_artist_id', null, 'not be null');
    perform require_time('p_now', p_now);
    insert into album_lookups (album_id, source, release_ids)
    select
        x.id,
        'musicbrainz',
        x.release_ids
    from (
        select
            a.id,
            coalesce(
                (
                    select array_agg(k.release_id::text order by k.release_id)
                    from musicbrainz_dump_keys k
                    where k.dump_id = d.id
                        and k.kind = 'spotify'
                        and k.value = a.spotify_id),
                (
                    select array_agg(k.release_id::text order by k.release_id)
                    from musicbrainz_dump_keys k
                    where k.dump_id = d.id
                        and k.kind = 'barcode'
                        and k.value = ltrim(btrim(a.metadata ->> 'upc'), '0'))) as release_ids
        from musicbrainz_dumps d
        cross join albums a
        left join album_lookups l on l.album_id = a.id and l.source = 'musicbrainz'
        where d.kind = 'release'
            and d.state = 'in use'
            and a.spotify_id is not null
            and (l.album_id is null or l.ask_again_at <= p_now)
            and a.id in (
                select unnest(p_wanted)
                union
                select aa.album_id
                from artist_albums aa
                where aa.artist_id = p_artist_id)
    ) as x
    where x.release_ids is not null
    order by x.id
    on conflict (album_id, source) do update
    set release_ids = excluded.release_ids,
        looked_at = now(),
        ask_again_at = null;
    get diagnostics found_albums = row_count;
    return found_albums;
end
$$;

comment on function look_up_dumped_albums(uuid[], uuid, timestamptz) is
    'Remembers which releases the wanted albums and the artist''s others are, as far as the dump in use knows them, by their Spotify links, else by their barcodes; those whose look-up holds at p_now are left alone. Returns how many were found';
