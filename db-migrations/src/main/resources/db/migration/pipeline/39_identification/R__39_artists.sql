-- Who artists are at the sources, and what these have of them.

create or replace function record_artist_lookup(
    p_artist_id uuid,
    p_source text,
    p_source_artist_id text,
    p_ask_again_at timestamptz
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_artist('p_artist_id', p_artist_id);
    perform require_short_text('p_source', p_source, 50);
    perform require_time('p_ask_again_at', p_ask_again_at);
    if p_source_artist_id is not null then
        perform require_short_text('p_source_artist_id', p_source_artist_id, 200);
    end if;
    insert into artist_lookups (artist_id, source, source_artist_id, ask_again_at)
    values (
        p_artist_id,
        p_source,
        p_source_artist_id,
        case when p_source_artist_id is null then p_ask_again_at end)
    on conflict (artist_id, source) do update
    set source_artist_id = excluded.source_artist_id,
        looked_at = now(),
        ask_again_at = excluded.ask_again_at;
end
$$;

comment on function record_artist_lookup(uuid, text, text, timestamptz) is
    'Remembers who an artist is at a source; where p_source_artist_id is null the source does not know the artist, and is asked again at p_ask_again_at';

create or replace function record_source_artist(
    p_source text,
    p_source_artist_id text,
    p_recordings jsonb,
    p_releases jsonb,
    p_left_out integer,
    p_ask_again_at timestamptz
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text('p_source', p_source, 50);
    perform require_short_text('p_source_artist_id', p_source_artist_id, 200);
    perform require_objects('p_recordings', p_recordings);
    perform require_object('p_releases', p_releases);
    perform require_not_negative('p_left_out', p_left_out);
    perform require_time('p_ask_again_at', p_ask_again_at);
    insert into source_artists (source, artist_id, recordings, releases, left_out, ask_again_at)
    values (p_source, p_source_artist_id, p_recordings, p_releases, p_left_out, p_ask_again_at)
    on conflict (source, artist_id) do update
    set recordings = excluded.recordings,
        releases = excluded.releases,
        left_out = excluded.left_out,
        observed_at = now(),
        ask_again_at = excluded.ask_again_at;
end
$$;

comment on function record_source_artist(text, text, jsonb, jsonb, integer, timestamptz) is
    'Keeps what a source has of an artist until p_ask_again_at: p_recordings as source_releases.tracks has them, p_releases what is said of whole releases by their ids, p_left_out how many recordings it has beyond these';
