-- What was learnt about albums and releases, for all songs and all replicas.

create or replace function record_album_lookups(p_source text, p_lookups jsonb, p_ask_again_at timestamptz) returns integer
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    recorded integer;
begin
    perform require_short_text('p_source', p_source, 50);
    perform require_objects('p_lookups', p_lookups);
    perform require_time('p_ask_again_at', p_ask_again_at);
    perform
        check_argument(field_uuid(l, 'album_id') is not null, 'album_id', null, 'be a UUID'),
        check_argument(
            case jsonb_typeof(l -> 'release_ids')
                when 'array' then not jsonb_path_exists(l -> 'release_ids', 'strict $[*] ? (@.type() != "string")')
            end,
            'release_ids',
            left(l ->> 'release_ids', 200),
            'be a JSON array of texts')
    from jsonb_array_elements(p_lookups) as l;
    perform
        case when a.id is null then raise_unknown('album_id', 'album', l ->> 'album_id') end
    from jsonb_array_elements(p_lookups) as l
    left join albums a on a.id = field_uuid(l, 'album_id');
    insert into album_lookups (album_id, source, release_ids, ask_again_at)
    select
        l.album_id,
        p_source,
        l.release_ids,
        case when cardinality(l.release_ids) = 0 then p_ask_again_at end
    from jsonb_to_recordset(p_lookups) as l (album_id uuid, release_ids text[])
    order by l.album_id
    on conflict (album_id, source) do update
    set release_ids = excluded.release_ids,
        looked_at = now(),
        ask_again_at = excluded.ask_again_at;
    get diagnostics recorded = row_count;
    return recorded;
end
$$;

comment on function record_album_lookups(text, jsonb, timestamptz) is
    'Remembers which releases of a source albums are: p_lookups is an array of {album_id, release_ids}. An album that is none is asked for again at p_ask_again_at. Returns how many';

create or replace function record_source_release(
    p_source text,
    p_release_id text,
    p_tracks jsonb,
    p_ask_again_at timestamptz
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_source', p_source, 50);
    perform require_short_text('p_release_id', p_release_id, 200);
    perform require_objects('p_tracks', p_tracks);
    perform require_time('p_ask_again_at', p_ask_again_at);
    insert into source_releases (source, release_id, tracks, ask_again_at)
    values (p_source, p_release_id, p_tracks, p_ask_again_at)
    on conflict (source, release_id) do update
    set tracks = excluded.tracks,
        observed_at = now(),
        ask_again_at = excluded.ask_again_at;
end
$$;

comment on function record_source_release(text, text, jsonb, timestamptz) is
    'Keeps what a source says of the tracks of a release, until p_ask_again_at';
