-- Storing what the stages found. Every function upserts: what is not given stays as it was, metadata is merged. They run
-- inside the caller's transaction, and with the owner's rights, like all that write: services may only read these tables.

create or replace function lock_catalogue_ids(p_kind text, p_ids text[]) returns void
language sql
set search_path = pg_catalog, public, pg_temp
as $$
    -- Two sessions that find the same one at once would make two rows. In one order, or two could wait for each other.
    select pg_advisory_xact_lock(k.lock)
    from (
        select distinct hashtextextended(p_kind || ':' || id, 3) as lock
        from unnest(p_ids) as id
        where id is not null
        order by 1
    ) as k
$$;

comment on function lock_catalogue_ids(text, text[]) is
    'Until the transaction ends nobody else stores an artist or album (p_kind) that has one of these ids';

create or replace function artist_with_ids(p_spotify_id text, p_musicbrainz_id text) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return coalesce(
        (select a.id from artists a where a.musicbrainz_id = p_musicbrainz_id),
        (select f.artist_id from former_artist_ids f where f.musicbrainz_id = p_musicbrainz_id),
        (
            select a.id
            from artists a
            where a.spotify_id = p_spotify_id
                -- Two artists of MusicBrainz may have a link to one page; the first of them has it.
                and (p_musicbrainz_id is null or a.musicbrainz_id is null)));
end
$$;

comment on function artist_with_ids(text, text) is
    'The artist who has one of these ids, MusicBrainz'' first; null when there is none yet';

create or replace function artist_of_catalogue_id(p_id text) returns uuid
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return coalesce(artist_with_ids(null, p_id), artist_with_ids(p_id, null));
end
$$;

comment on function artist_of_catalogue_id(text) is
    'The artist whom one of the catalogues knows by this id, also one that led to another since; null for none';

create or replace function join_artists_of_ids(p_spotify_id text, p_musicbrainz_id text, p_former_id text) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    v_known uuid := artist_with_ids(null, p_musicbrainz_id);
    v_former artists;
    v_linked uuid;
begin
    select a.*
    into v_former
    from artists a
    where a.musicbrainz_id = p_former_id
        and p_former_id <> p_musicbrainz_id;
    if v_former.id is not null and v_known is null then
        update artists
        set musicbrainz_id = p_musicbrainz_id
        where id = v_former.id;
        v_known := v_former.id;
    elsif v_former.id <> v_known then
        if spotify_knows(v_former.spotify_id, v_former.from_musicbrainz)
            and exists (
                select
                from artists a
                where a.id = v_known
                    and spotify_knows(a.spotify_id, a.from_musicbrainz))
        then
            -- Spotify says that they are two.
            update artists
            set musicbrainz_id = null
            where id = v_former.id;
        else
            perform merge_artists(v_known, v_former.id);
        end if;
    end if;

    select a.id
    into v_linked
    from artists a
    where a.spotify_id = p_spotify_id
        and a.musicbrainz_id is null
        and a.id <> v_known
        and exists (
            select
            from artists k
            where k.id = v_known
                and not spotify_knows(k.spotify_id, k.from_musicbrainz));
    if v_linked is not null then
        perform merge_artists(older_row(v_known, v_linked), younger_row(v_known, v_linked));
    end if;
end
$$;

comment on function join_artists_of_ids(text, text, text) is
    'Makes artists one who are known by these ids apart: by a link, or because MusicBrainz'' p_former_id leads to its p_musicbrainz_id';

create or replace function lock_songs(p_artist_ids uuid[]) returns void
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('songs:' || k.id, 1))
    from (
        select distinct id
        from unnest(p_artist_ids) as id
        order by id
    ) as k;
end
$$;

comment on function lock_songs(uuid[]) is
    'Until the transaction ends nobody else sorts songs of these artists; in one order, so that nobody waits in a circle';

create or replace function words_of_artist(p_artist artists) returns jsonb
language plpgsql
stable
set search_path = pg_catalog, public, pg_temp
as $$
begin
    return words_in(
        jsonb_build_object(
            'name', p_artist.name,
            'spotify_id', p_artist.spotify_id,
            'followers', p_artist.followers,
            'popularity', p_artist.popularity,
            'image_url', p_artist.image_url),
        p_artist.metadata);
end
$$;

comment on function words_of_artist(artists) is 'What catalogues say of an artist, columns and metadata in one object';

create or replace function process_artist_atomic(p_artist_data jsonb, p_operation_id text, p_spotify_id text)
returns jsonb
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    result jsonb := earlier_result('artist', p_operation_id);
    catalogue text;
    given artists;
    known artists;
    former text;
    words jsonb;
    open text[];
begin
    if result is not null then
        return result;
    end if;
    perform require_object('p_artist_data', p_artist_data);
    given.name := require_name(p_artist_data);
    given.musicbrainz_id := given_musicbrainz_id(p_artist_data);
    given.spotify_id := given_spotify_id('p_spotify_id', p_spotify_id, given.musicbrainz_id);
    given.followers := field_integer(p_artist_data, 'followers', 0, 2147483647);
    given.popularity := field_integer(p_artist_data, 'popularity', 0, 100);
    given.image_url := field_text(p_artist_data, 'image_url');
    given.metadata := field_object(p_artist_data, 'metadata');
    catalogue := speaking_catalogue(p_artist_data, given.spotify_id, given.musicbrainz_id);

    former := field_short_text(p_artist_data, 'former_musicbrainz_id', 100);
    perform lock_catalogue_ids('artist', array[given.spotify_id, given.musicbrainz_id, former]);
    perform join_artists_of_ids(given.spotify_id, given.musicbrainz_id, former);
    select a.*
    into known
    from artists a
    where a.id = artist_with_ids(given.spotify_id, given.musicbrainz_id)
    for update;
    if exists (
        select
        from artists o
        where o.spotify_id = given.spotify_id
            and o.id is distinct from known.id)
    then
        given.spotify_id := null;
    end if;
    words := words_of_artist(given);

    if known.id is null then
        insert into artists (
            name, spotify_id, musicbrainz_id, followers, popularity, image_url, metadata, from_musicbrainz)
        values (
            given.name, given.spotify_id, given.musicbrainz_id, given.followers, given.popularity, given.image_url,
            given.metadata, words_after(catalogue, null, '{}', words))
        returning id
        into given.id;
    else
        given.id := known.id;
        open := open_to(catalogue, known.from_musicbrainz, words);
        update artists a
        -- Only MusicBrainz' word is replaced: whom Spotify tells of under another id it means.
        set spotify_id = open_word(known.from_musicbrainz, 'spotify_id', a.spotify_id, given.spotify_id),
            musicbrainz_id = coalesce(a.musicbrainz_id, given.musicbrainz_id),
            name = open_word(open, 'name', a.name, given.name),
            followers = open_word(open, 'followers', a.followers, given.followers),
            popularity = open_word(open, 'popularity', a.popularity, given.popularity),
            image_url = open_word(open, 'image_url', a.image_url, given.image_url),
            metadata = open_words(open, a.metadata, given.metadata),
            from_musicbrainz = words_after(catalogue, a.from_musicbrainz, words_of_artist(known), words)
        where a.id = known.id;
    end if;
    if former <> given.musicbrainz_id then
        insert into former_artist_ids (musicbrainz_id, artist_id)
        values (former, given.id)
        on conflict (musicbrainz_id) do update
        set artist_id = excluded.artist_id;
    end if;
    return remember_result(
        'artist',
        p_operation_id,
        jsonb_build_object('artist_id', given.id, 'created', known.id is null, 'operation_id', p_operation_id));
end
$$;

comment on function process_artist_atomic(jsonb, text, text) is
    'Stores an artist {name, followers, popularity, image_url, metadata, musicbrainz_id, former_musicbrainz_id (one that leads to it since editors merged two entries), catalogue}: {artist_id, created, operation_id}. p_spotify_id may be null where musicbrainz_id is given; catalogue tells whose word it is. Artists that these ids show to be one become one. The same operation id again changes nothing and answers the same';
