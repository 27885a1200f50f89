-- As many producers as size.producers says, each with a song of two albums, an id, an alias and what is added up. Without
-- triggers, which would do it row by row.

set session_replication_role = replica;

create function pg_temp.id(p_kind text, p_number bigint) returns uuid
language sql
immutable
return md5(p_kind || p_number)::uuid;

create temporary table numbers as
select n
from generate_series(1, current_setting('size.producers')::integer) as n;

analyze numbers;

insert into producers (id, name, normalized_name, metadata, enriched_at)
select
    pg_temp.id('producer', n),
    'Producer ' || n,
    'producer ' || n,
    jsonb_build_object(
        'name_from', 'musicbrainz',
        'name_key', 'producer ' || n,
        'names', jsonb_build_object('musicbrainz', 'Producer ' || n),
        'name_keys', jsonb_build_object('musicbrainz', 'producer ' || n),
        'profile_of', jsonb_build_array('musicbrainz:m' || n)),
    now()
from numbers;

insert into producer_identities (producer_id, provider, external_id)
select pg_temp.id('producer', n), 'musicbrainz', 'm' || n
from numbers;

insert into producer_aliases (producer_id, alias, alias_key, source)
select pg_temp.id('producer', n), 'Alias ' || n, 'alias ' || n, 'musicbrainz'
from numbers;

insert into producer_names (producer_id, name_key, whole, weight)
select pg_temp.id('producer', n), 'producer ' || n, true, 1
from numbers;

insert into producer_summaries (
    producer_id, role_group, song_count, track_count, artist_count, roles, sources, verifications, name_key, has_contact)
select pg_temp.id('producer', n), 'produced', 1, 1, 1, '{producer}', '{musicbrainz}', '{}', 'producer ' || n, false
from numbers;

insert into artists (id, name, spotify_id)
select pg_temp.id('artist', n), 'Artist ' || n, 'artist' || n
from numbers
where n % 10 = 0;

insert into albums (id, artist_id, name, spotify_id, release_date)
select pg_temp.id('album', n), pg_temp.id('artist', n - n % 10 + 10), 'Album ' || n, 'album' || n, '2001-02-03'
from numbers
where n % 5 = 0;

insert into normalized_tracks (id, artist_id, title_key, normalized_name, representative_track_id)
select
    pg_temp.id('song', n),
    pg_temp.id('artist', n - n % 10 + 10),
    'song ' || n,
    'song ' || n,
    pg_temp.id('track', n)
from numbers;

insert into tracks (id, album_id, song_id, name, spotify_id, popularity)
select pg_temp.id('track', n), pg_temp.id('album', n - n % 5 + 5), pg_temp.id('song', n), 'Song ' || n, 'track' || n, 50
from numbers;

insert into credit_evidence (
    song_id, source, outcome, raw_name, name_key, raw_role, role, source_person_id, match_kind, match_strength, producer_id)
select
    pg_temp.id('song', n), 'musicbrainz', 'credited', 'Producer ' || n, 'producer ' || n, 'producer', 'producer',
    'm' || n, 'isrc', 0.9, pg_temp.id('producer', n)
from numbers;

insert into track_producers (track_id, producer_id, role, confidence, source, verification)
select pg_temp.id('track', n), pg_temp.id('producer', n), 'producer', 0.9, 'musicbrainz', 'single source'
from numbers;

insert into processing_status (entity_type, entity_id, state, last_processed_at)
select 'song', pg_temp.id('song', n)::text, 'COMPLETED', now()
from numbers
union all
select 'producer', pg_temp.id('producer', n)::text, 'COMPLETED', now()
from numbers;

set session_replication_role = origin;

analyze;
