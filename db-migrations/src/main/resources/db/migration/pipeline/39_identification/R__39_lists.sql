-- What was learnt of an artist's songs at a source, for all songs and all replicas.

create or replace function record_song_list(
    p_artist_id uuid,
    p_source text,
    p_source_artist_id text,
    p_songs jsonb,
    p_conclusive boolean,
    p_ask_again_at timestamptz,
    p_not_before timestamptz
) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_artist('p_artist_id', p_artist_id);
    perform require_short_text('p_source', p_source, 50);
    perform case when p_source_artist_id is not null then require_short_text('p_source_artist_id', p_source_artist_id, 200) end;
    perform require_objects('p_songs', p_songs);
    perform check_argument(p_conclusive is not null, 'p_conclusive', null, 'be true or false');
    perform require_time('p_ask_again_at', p_ask_again_at);
    perform case when p_not_before is not null then require_time('p_not_before', p_not_before) end;
    insert into song_lists as l (artist_id, source, source_artist_id, songs, conclusive, ask_again_at)
    values (p_artist_id, p_source, p_source_artist_id, p_songs, p_conclusive, p_ask_again_at)
    on conflict (artist_id, source) do update
    set source_artist_id = excluded.source_artist_id,
        songs = excluded.songs,
        conclusive = excluded.conclusive,
        observed_at = now(),
        ask_again_at = excluded.ask_again_at
    -- Else songs that were asked about meanwhile would have had another list.
    where l.ask_again_at <= now()
        or l.observed_at < p_not_before;
    return found;
end
$$;

comment on function record_song_list(uuid, text, text, jsonb, boolean, timestamptz, timestamptz) is
    'Keeps which songs a source lists of an artist, until p_ask_again_at; p_source_artist_id is null where the source was found not to know the artist. False when there is a list already that holds and is not older than p_not_before: that one stays';
