-- Artists, songs and producers that there are, and what is refused of those that are given.

create or replace function require_name(p_data jsonb) returns text
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
select require_text('name', field_text(p_data, 'name'))
$$;

comment on function require_name(jsonb) is 'The name in a row''s data; a blank one raises 22023';

create or replace function require_spotify_id(p_name text, p_value text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform require_short_text(p_name, p_value, 100);
    return btrim(p_value);
end
$$;

comment on function require_spotify_id(text, text) is 'The id; a blank or endless one raises 22023';

create or replace function given_musicbrainz_id(p_data jsonb) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return field_short_text(p_data, 'musicbrainz_id', 100);
end
$$;

comment on function given_musicbrainz_id(jsonb) is
    'The id of MusicBrainz in a row''s data; null when absent; an endless one raises 22023';

create or replace function given_spotify_id(p_name text, p_value text, p_musicbrainz_id text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform check_argument(
        p_value is not null or p_musicbrainz_id is not null, p_name, p_value, 'be given where musicbrainz_id is not');
    return case when p_value is not null then require_spotify_id(p_name, p_value) end;
end
$$;

comment on function given_spotify_id(text, text, text) is
    'The id of Spotify, which may be null beside one of MusicBrainz; a blank or endless one, or none of both, raises 22023';

create or replace function speaking_catalogue(p_data jsonb, p_spotify_id text, p_musicbrainz_id text) returns text
language plpgsql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_catalogue text := coalesce(
        field_text(p_data, 'catalogue'),
        case when p_spotify_id is null then 'musicbrainz' else 'spotify' end);
begin
    perform check_argument(
        case v_catalogue
            when 'spotify' then p_spotify_id is not null
            when 'musicbrainz' then p_musicbrainz_id is not null
        end,
        'catalogue',
        v_catalogue,
        'be spotify or musicbrainz, and one whose id is given');
    return v_catalogue;
end
$$;

comment on function speaking_catalogue(jsonb, text, text) is
    'Whose word a row''s data are: spotify or musicbrainz. Without a word about it Spotify''s, where Spotify knows the row; another catalogue, or one whose id is missing, raises 22023';

create or replace function kept_row(p_id uuid) returns uuid
language plpgsql
stable
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return coalesce((select m.kept_id from merged_rows m where m.gone_id = p_id), p_id);
end
$$;

comment on function kept_row(uuid) is
    'The row of an artist, album, track or song that stands for this id: its own, or what that was merged into; null for null';

create or replace function require_artist(p_name text, p_artist_id uuid) returns void
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from artists a where a.id = p_artist_id) then
        perform raise_unknown(p_name, 'artist', p_artist_id::text);
    end if;
end
$$;

comment on function require_artist(text, uuid) is 'Raises P0002 naming the argument, unless there is such an artist';

create or replace function require_song(p_name text, p_song_id uuid) returns void
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not exists (select from normalized_tracks n where n.id = p_song_id) then
        perform raise_unknown(p_name, 'song', p_song_id::text);
    end if;
end
$$;

comment on function require_song(text, uuid) is 'Raises P0002 naming the argument, unless there is such a song';

create or replace function lock_producers() returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    -- A name or id that is learnt can concern any rows, and uniting two of them the songs of both. One lock for all keeps
    -- the order the same everywhere, so that nobody waits in a circle.
    select pg_advisory_xact_lock(hashtextextended('producer-discovery:producers', 1))
$$;

comment on function lock_producers() is
    'Makes changes to the set of producers one after another until the transaction ends; take it before any song row, and never after lock_producers_as_they_are';

create or replace function lock_producers_as_they_are() returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    select pg_advisory_xact_lock_shared(hashtextextended('producer-discovery:producers', 1))
$$;

comment on function lock_producers_as_they_are() is
    'Until the transaction ends nobody who takes lock_producers renames or unites anybody; others may hold this too. Never lock_producers after it: two who did would wait for each other';

create or replace function lock_new_people(p_keys text[]) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    -- Two songs that name the same new person at once would make two rows. Always in one order, or two could wait for
    -- each other.
    select pg_advisory_xact_lock(k.lock)
    from (
        select distinct hashtextextended(key, 2) as lock
        from unnest(p_keys) as key
        order by 1
    ) as k
$$;

comment on function lock_new_people(text[]) is
    'Until the transaction ends nobody else who calls this makes rows for people of these names and ids; after lock_producers_as_they_are and the rows of songs';

create or replace function require_producer(p_name text, p_producer_id uuid) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_root uuid;
begin
    select coalesce(p.merged_into, p.id)
    into v_root
    from producers p
    where p.id = p_producer_id;
    if v_root is null then
        perform raise_unknown(p_name, 'producer', p_producer_id::text);
    end if;
    return v_root;
end
$$;

comment on function require_producer(text, uuid) is
    'The row that stands for a producer; an unknown one raises P0002 naming the argument';

create or replace function producer_root(p_producer_id uuid) returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
select require_producer('p_producer_id', p_producer_id)
$$;

comment on function producer_root(uuid) is 'The row that stands for this producer: itself, or what it was merged into';
