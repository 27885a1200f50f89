-- A few producers have thousands of credits, most have two or three.

-- The first argument says what a row is, the second which one.
create function pg_temp.id(p_kind text, p_number bigint) returns uuid
language sql
immutable
return md5(p_kind || p_number)::uuid;

insert into producers (id, name, normalized_name, email, enriched_at)
select
    pg_temp.id('producer', place),
    name,
    'producer ' || place,
    case when place % 20 = 0 then 'office' || place || '@example.org' end,
    now() - place * interval '1 second'
from pg_temp.people(1, current_setting('size.producers')::integer);

insert into producer_aliases (producer_id, alias, alias_key, source)
select pg_temp.id('producer', place * 5), name, 'alias ' || place, 'musicbrainz'
from pg_temp.people(10000000, current_setting('size.producers')::integer / 5);

insert into producer_identities (producer_id, provider, external_id)
select pg_temp.id('producer', n), 'genius', n::text
from generate_series(1, current_setting('size.producers')::integer) as n;

-- An artist has 3 albums of 10 tracks; every second artist's first album is found again as a deluxe edition.
create temporary table size as
select
    current_setting('size.credits')::integer / 3 as tracks,
    current_setting('size.credits')::integer / 30 as albums,
    current_setting('size.credits')::integer / 90 as artists;

insert into artists (id, name, spotify_id, popularity, metadata, created_at)
select
    pg_temp.id('artist', place),
    name,
    'artist' || place,
    place % 101,
    jsonb_build_object('genres', jsonb_build_array('genre ' || place % 200)),
    now() - place * interval '1 minute'
from size, pg_temp.people(20000000, size.artists);

insert into albums (id, artist_id, name, spotify_id, release_date)
select
    pg_temp.id('album', n),
    pg_temp.id('artist', 1 + n % size.artists),
    last.word,
    'album' || n,
    date '1960-01-01' + n % 24000
from size, generate_series(1, size.albums) as n
join last_words last on last.place = 1 + pg_temp.skewed(n, 10, 60000);

insert into artist_albums (artist_id, album_id)
select artist_id, id
from albums;

insert into normalized_tracks (id, artist_id, title_key, normalized_name, representative_track_id)
select
    pg_temp.id('song', n),
    pg_temp.id('artist', 1 + (n / 10) % size.artists),
    'song ' || n,
    'song ' || n,
    pg_temp.id('track', n)
from size, generate_series(0, size.tracks - 1) as n
where n / 10 % 7 <> 3;

-- Every seventh album repeats the songs of the one before.
insert into tracks (id, album_id, song_id, name, spotify_id, isrc, duration_ms, popularity)
select
    pg_temp.id('track', n),
    pg_temp.id('album', 1 + (n / 10) % size.albums),
    pg_temp.id('song', case when n / 10 % 7 = 3 then n - 10 else n end),
    first.word || ' ' || lower(last.word),
    'track' || n,
    'QZ' || lpad(n::text, 10, '0'),
    180000 + n % 90000,
    n % 101
from size, generate_series(0, size.tracks - 1) as n
join first_words first on first.place = 1 + pg_temp.skewed(n, 11, 3000)
join last_words last on last.place = 1 + pg_temp.skewed(n, 12, 60000);

insert into track_producers (track_id, producer_id, role, confidence, source, verification)
select
    pg_temp.id('track', n / 3),
    pg_temp.id('producer', 1 + case
        when n % 5 = 0 then n / 5 % current_setting('size.producers')::integer
        else pg_temp.skewed(n, 13, current_setting('size.producers')::integer)
    end),
    (array['producer', 'producer', 'writer', 'producer', 'engineer', 'co-producer', 'mixer'])[1 + n % 7],
    0.7 + (n % 30) / 100.0,
    (array['genius', 'musicbrainz', 'genius', 'discogs'])[1 + n % 4],
    (array['single source', '2 sources', 'single source'])[1 + n % 3]
from size, generate_series(0, size.tracks * 3 - 1) as n
on conflict do nothing;

insert into processing_status (entity_type, entity_id, state, attempts, last_processed_at)
select 'song', id::text, 'COMPLETED', 1, now() - interval '1 day' * random() * 60
from normalized_tracks;
