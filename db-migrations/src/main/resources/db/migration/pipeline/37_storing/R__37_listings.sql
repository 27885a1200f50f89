-- What a catalogue listed of an artist all at once.

create or replace function record_catalogue_listing(
    p_artist_id uuid,
    p_catalogue text,
    p_releases integer,
    p_left_out integer,
    p_list_again_at timestamptz
) returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_artist_id uuid := kept_row(p_artist_id);
begin
    perform require_artist('p_artist_id', v_artist_id);
    perform check_argument(
        p_catalogue in ('spotify', 'musicbrainz'), 'p_catalogue', p_catalogue, 'be one of spotify, musicbrainz');
    perform require_not_negative('p_releases', p_releases);
    perform require_not_negative('p_left_out', p_left_out);
    perform require_time('p_list_again_at', p_list_again_at);
    insert into catalogue_listings (artist_id, catalogue, releases, left_out, list_again_at)
    values (v_artist_id, p_catalogue, p_releases, p_left_out, p_list_again_at)
    on conflict (artist_id, catalogue) do update
    set releases = excluded.releases,
        left_out = excluded.left_out,
        listed_at = now(),
        list_again_at = excluded.list_again_at;
end
$$;

comment on function record_catalogue_listing(uuid, text, integer, integer, timestamptz) is
    'Notes that a catalogue listed so many releases of an artist, and left so many out because there are too many, which holds until p_list_again_at';
