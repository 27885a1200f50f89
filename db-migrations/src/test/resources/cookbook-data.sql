-- What the recipes of docs/database.md find: an invented artist, the people behind one song, and things gone wrong.

insert into artists (id, name, spotify_id, popularity, metadata)
values ('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'Ottoline Vesper', '0ttolineVesper0000000a', 61, '{"genres": ["dream pop"]}');

insert into albums (id, artist_id, name)
values ('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'Paper Tides');

insert into artist_albums (artist_id, album_id)
values ('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb');

insert into normalized_tracks (id, artist_id, normalized_name)
values ('55555555-5555-4555-8555-555555555555', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'lantern glass');

insert into tracks (id, album_id, song_id, name, popularity)
values (
    '33333333-3333-4333-8333-333333333333',
    'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
    '55555555-5555-4555-8555-555555555555',
    'Lantern Glass',
    48);

insert into producers (id, name, normalized_name, email)
values
    ('11111111-1111-4111-8111-111111111111', 'Dario Quell', 'dario quell', 'studio@quell.example'),
    ('22222222-2222-4222-8222-222222222222', 'D. Quell', 'd quell', null),
    ('44444444-4444-4444-8444-444444444444', 'Dario Quell', 'dario quell ~genius:2', null);

insert into credit_evidence (
    song_id, source, outcome, raw_name, name_key, raw_role, role, match_kind, match_strength, producer_id)
values
    ('55555555-5555-4555-8555-555555555555', 'musicbrainz', 'credited', 'Dario Quell', 'dario quell', 'producer',
        'producer', 'position on the album', 0.95, '11111111-1111-4111-8111-111111111111'),
    ('55555555-5555-4555-8555-555555555555', 'genius', 'credited', 'Dario Quell', 'dario quell', 'Writers',
        'writer', 'title and artist', 0.8, '44444444-4444-4444-8444-444444444444');

insert into corrections (id, kind, subject, object, role, "by")
values (
    '77777777-7777-4777-8777-777777777777',
    'add_credit',
    '55555555-5555-4555-8555-555555555555',
    '11111111-1111-4111-8111-111111111111',
    'mixer',
    'bert');

select apply_song_credits('55555555-5555-4555-8555-555555555555');

select begin_discovery_run('cccccccc-cccc-4ccc-8ccc-cccccccccccc', '{"artistName": "Ottoline Vesper"}');

-- Read half an hour ago by workers that are gone: 4711 and 4712 of one queue, one of another.
select setval(pg_get_serial_sequence('pgmq.q_track_discovery', 'msg_id'), 4710);
select pg_enqueue('track_discovery', '{"offset": 0}');
select pg_enqueue('track_discovery', '{"offset": 50}');
select pg_enqueue('album_discovery', '{"offset": 0}');
select pg_dequeue('track_discovery', 2, 7200);
select pg_dequeue('album_discovery', 1, 7200);
update pgmq.q_track_discovery set last_read_at = now() - interval '30 minutes';
update pgmq.q_album_discovery set last_read_at = now() - interval '30 minutes';

-- Dead: 42 to 45.
select setval(pg_get_serial_sequence('pgmq.q_producer_identification', 'msg_id'), 41);
select setval(pg_get_serial_sequence('pgmq.q_producer_identification_dlq', 'msg_id'), 41);
select pg_enqueue('producer_identification', '{"trackId": "33333333-3333-4333-8333-333333333333"}');
select pg_enqueue('producer_identification', '{"trackId": "misprint"}');
select pg_enqueue('producer_identification', '{"trackId": "33333333-3333-4333-8333-333333333333", "n": 1}');
select pg_enqueue('producer_identification', '{}');
select move_to_dead_letter_queue('producer_identification', 'producer_identification_dlq', '42', 'gave up');
select move_to_dead_letter_queue('producer_identification', 'producer_identification_dlq', '43', 'bad message: trackId');
select move_to_dead_letter_queue('producer_identification', 'producer_identification_dlq', '44', 'genius: no answer');
select move_to_dead_letter_queue('producer_identification', 'producer_identification_dlq', '45', 'bad message: empty');

-- Two entities in progress: one is freed by force, the other was given up by its worker.
select acquire_processing_lock('artist', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 30, null, 'worker-1');
select acquire_processing_lock('album', 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', 30, null, 'worker-2');
update processing_status set last_processed_at = now() - interval '2 hours' where entity_type = 'album';
update processing_locks set last_heartbeat = now() - interval '2 hours' where entity_type = 'album';

select worker_heartbeat('social_enrichment', 'worker-3', interval '10 minutes');
select worker_park('spotify', 'album', now() + interval '3 hours', 'its 550 calls of 24 hours to album are spent');
select worker_report_issue('track_discovery', 'defect: NullPointerException', 'name is null', '{}');

insert into queue_metrics (queue_name, operation, started_at, finished_at, processed_count, success_count, created_at)
values
    ('track_discovery', 'process', now(), now(), 3, 3, now()),
    ('track_discovery', 'process', now(), now(), 3, 3, now() - interval '40 days');

insert into monitoring_events (event_type, created_at)
values ('old', now() - interval '40 days');

insert into processed_operations (kind, operation_id, result, created_at)
values ('artist', 'old', '{}', now() - interval '40 days');
