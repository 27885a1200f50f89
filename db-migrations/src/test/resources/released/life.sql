-- A little of everything that a database in use holds. Functions of the contract, so that it fits every release.
select begin_discovery_run('00000000-0000-4000-8000-000000000001', '{"artistName": "Glass Harbour"}');
select process_artist_atomic('{"name": "Glass Harbour", "popularity": 40}', 'op', 'upgrade-artist');
select process_album_atomic(jsonb_build_object('name', 'Low Tide', 'artist_id', id), 'op', 'upgrade-album')
from artists
where spotify_id = 'upgrade-artist';
select process_track_batch(
    array(
        select jsonb_build_object('name', 'Undertow ' || n, 'spotify_id', 'upgrade-track-' || n)
        from generate_series(1, 20) n),
    a.id,
    a.artist_id)
from albums a
where a.spotify_id = 'upgrade-album';
select process_track_batch(
    array['{"name": "Undertow 1", "spotify_id": "upgrade-other", "normalized_name": "undertow 1 ~124"}'::jsonb],
    a.id,
    a.artist_id)
from albums a
where a.spotify_id = 'upgrade-album';
select process_producer_atomic('{"name": "Ada Vell"}', 'op', 'ada vell');
select process_producer_atomic('{"name": "Bó Lindqvist"}', 'op', 'bo lindqvist');
insert into producer_aliases (producer_id, alias, alias_key, source)
select id, 'A. Vell', 'a vell', 'musicbrainz'
from producers
where normalized_name = 'ada vell';
insert into producer_identities (producer_id, provider, external_id)
select id, 'musicbrainz', 'mb-1'
from producers
where normalized_name = 'ada vell';
insert into credit_evidence
    (song_id, source, outcome, raw_name, name_key, raw_role, role, match_kind, match_strength, producer_id)
select s.id, 'musicbrainz', 'credited', 'Ada Vell', 'ada vell', 'producer', 'producer', 'isrc', 0.9, p.id
from normalized_tracks s
cross join producers p
where p.normalized_name = 'ada vell';
select apply_song_credits(id)
from normalized_tracks;
select acquire_processing_lock('song', 'held'), acquire_processing_lock('song', 'done'),
    acquire_processing_lock('song', 'failed');
select complete_processing('song', 'done'), fail_processing('song', 'failed', 'no answer');

select pg_enqueue(
    queue.name,
    jsonb_build_object(
        'n', n,
        '_idempotencyKey', queue.name || n,
        '_correlationId', '00000000-0000-4000-8000-000000000001',
        'artistId', (select id from artists where spotify_id = 'upgrade-artist')))
from unnest(array['album_discovery', 'track_discovery', 'producer_identification']) as queue (name)
cross join generate_series(1, 30) n;
select worker_claim('track_discovery', interval '1 hour', 5);
select pgmq_archive('track_discovery', n)
from generate_series(11, 20) n;
select move_to_dead_letter_queue('track_discovery', 'track_discovery_dlq', n::text, 'broken')
from generate_series(21, 25) n;
select reprocess_from_dlq('track_discovery_dlq', '1');
select record_problematic_message('track_discovery', '30', '{}', 'odd');
select worker_report_issue('track-discovery', 'outage', 'no answer', '{}', 1);
insert into queue_metrics (queue_name, operation, started_at, processed_count, success_count)
values ('track_discovery', 'process', now(), 5, 5);
insert into provider_budgets (provider, bucket, "window", used, "limit")
values ('genius', 'daily', interval '1 day', 3, 100);
update queue_registry
set active = false
where queue_name = 'social_enrichment';
