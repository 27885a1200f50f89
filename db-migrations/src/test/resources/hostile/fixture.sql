-- What the sensible arguments mean.
insert into artists (id, name, spotify_id, popularity, metadata)
values ('00000000-0000-4000-8000-0000000000a1', 'Ottoline Vesper', 'artist1', 50, '{"genres": ["dream pop"]}');
insert into albums (id, artist_id, name, spotify_id)
values ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a1', 'Low Tide', 'album1');
-- As only MusicBrainz knows them.
insert into artists (id, name, musicbrainz_id)
values ('00000000-0000-4000-8000-0000000000a5', 'Nova Quill', '00000000-0000-4000-8000-0000000000e5');
insert into albums (id, artist_id, name, musicbrainz_id)
values (
    '00000000-0000-4000-8000-0000000000a4',
    '00000000-0000-4000-8000-0000000000a1',
    'High Tide',
    '00000000-0000-4000-8000-0000000000e4');
insert into normalized_tracks (id, artist_id, normalized_name)
values ('00000000-0000-4000-8000-0000000000a3', '00000000-0000-4000-8000-0000000000a1', 'undertow');
insert into tracks (album_id, song_id, name, spotify_id)
values ('00000000-0000-4000-8000-0000000000a2', '00000000-0000-4000-8000-0000000000a3', 'Undertow', 'track1');

insert into producers (id, name, normalized_name, enriched_at)
values
    ('00000000-0000-4000-8000-0000000000b1', 'Ada Vell', 'ada vell', '2001-01-01'),
    ('00000000-0000-4000-8000-0000000000b2', 'Ivo Marsh', 'ivo marsh', null);
insert into producers (id, name, normalized_name, merged_into)
values ('00000000-0000-4000-8000-0000000000b3', 'I. Marsh', 'i marsh', '00000000-0000-4000-8000-0000000000b2');
insert into corrections (id, kind, subject, object, "by")
values (
    '00000000-0000-4000-8000-0000000000c1',
    'merge',
    '00000000-0000-4000-8000-0000000000b3',
    '00000000-0000-4000-8000-0000000000b2',
    'mara');
insert into producer_identities (producer_id, provider, external_id)
values ('00000000-0000-4000-8000-0000000000b1', 'genius', '9');
select settle_song(
    '00000000-0000-4000-8000-0000000000a3',
    '[{"source": "genius", "claims": [{
        "outcome": "credited", "raw_name": "Ada Vell", "person_name": "Ada Vell", "name_key": "ada vell",
        "raw_name_key": "ada vell", "raw_role": "Producer", "role": "producer", "source_person_id": "9",
        "source_song_id": "78", "match_kind": "title and artist", "match_strength": 0.7, "aliases": []}]}]');

select begin_discovery_run('00000000-0000-4000-8000-0000000000d1', '{"artistName": "Ottoline Vesper"}');
select pg_enqueue('track_discovery', '{"_idempotencyKey": "key"}');
select pg_dequeue('track_discovery', 1, 3600);
select pg_enqueue('track_discovery_dlq', '{"albumId": "1"}');
select acquire_processing_lock('song', '1', 30, 'run', 'worker 1');
select worker_park('spotify', '*', now() + interval '1 hour', 'down', true);

insert into musicbrainz_dumps (kind, stamp, taken_at, lines, bytes)
values ('work', '2031-01-31 00:10:02+00', '2031-01-31 00:10:02+00', 7, 700);

create table canary as
select 'alive'::text as state;
grant select on canary to pipeline_reader;
