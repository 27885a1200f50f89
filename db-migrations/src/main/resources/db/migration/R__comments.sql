-- What every table and column means. psql's \d+ shows it, and docs/database.md is made from it.

comment on table artists is
    'Artists as Spotify names them';
comment on column artists.id is 'Row id';
comment on column artists.name is 'The name as Spotify writes it';
comment on column artists.spotify_id is 'Null only for an artist that Spotify does not know';
comment on column artists.followers is 'How many follow the artist at Spotify; null where Spotify does not tell';
comment on column artists.popularity is 'Spotify''s figure, 0 to 100; null where Spotify does not tell';
comment on column artists.image_url is 'Picture to show';
comment on column artists.metadata is 'What else is known; genres is an array';
comment on column artists.created_at is 'When the row was made';
comment on column artists.updated_at is 'When the row last changed';

comment on table albums is
    'Albums, singles and EPs';
comment on column albums.id is 'Row id';
comment on column albums.artist_id is 'The artist for whom the album was found first; artist_albums holds all of them';
comment on column albums.name is 'Name';
comment on column albums.spotify_id is 'Id at Spotify';
comment on column albums.release_date is
    'Padded with January and the first where Spotify knows only the year or month; metadata has release_date_precision';
comment on column albums.cover_url is 'Picture to show';
comment on column albums.metadata is
    'What else is known: release_date_precision, upc, total_tracks, album_type, artists, label';
comment on column albums.created_at is 'When the row was made';
comment on column albums.updated_at is 'When the row last changed';

comment on table artist_albums is
    'Which artists an album belongs to: a joint album is one row in albums and belongs to several';
comment on column artist_albums.artist_id is 'The artist';
comment on column artist_albums.album_id is 'The album';
comment on column artist_albums.album_group is
    'How the album belongs to the artist: album, single, compilation, appears_on';

comment on table normalized_tracks is
    'Songs: one recording by an artist. Remasters, deluxe editions and single releases share a row; a remix, a live take or a re-recording has one of its own, because other people made it';
comment on column normalized_tracks.id is 'Row id';
comment on column normalized_tracks.artist_id is 'The artist';
comment on column normalized_tracks.normalized_name is
    'Key of the title and of what makes the recording another one; unique for an artist';
comment on column normalized_tracks.representative_track_id is 'The track that stands for the song where one is shown';
comment on column normalized_tracks.created_at is 'When the row was made';
comment on column normalized_tracks.updated_at is 'When the row last changed';

comment on table tracks is
    'Tracks as they are on albums';
comment on column tracks.id is 'Row id';
comment on column tracks.album_id is 'The album';
comment on column tracks.song_id is 'The song that the track is';
comment on column tracks.name is 'Name';
comment on column tracks.spotify_id is 'Id at Spotify';
comment on column tracks.isrc is 'International Standard Recording Code, upper case';
comment on column tracks.duration_ms is 'Length in milliseconds';
comment on column tracks.popularity is 'Spotify''s figure, 0 to 100';
comment on column tracks.spotify_preview_url is 'Sound sample at Spotify';
comment on column tracks.metadata is 'What else is known: artists, disc_number, track_number, explicit, versions';
comment on column tracks.created_at is 'When the row was made';
comment on column tracks.updated_at is 'When the row last changed';

comment on table producers is
    'People and groups who made songs. A row that turned out to be somebody else stays, and points to that person';
comment on column producers.id is 'Row id';
comment on column producers.name is 'The name to show';
comment on column producers.normalized_name is 'Key of the name, unique';
comment on column producers.email is 'Mail address for business';
comment on column producers.image_url is 'Picture to show';
comment on column producers.instagram_handle is 'Without the @';
comment on column producers.instagram_bio is 'Biography at Instagram';
comment on column producers.metadata is 'What else is known';
comment on column producers.enriched_at is 'When profiles were last looked for';
comment on column producers.enrichment_failed is 'Whether the last look failed';
comment on column producers.merged_into is 'The row that this one''s person really is; never itself a merged row';
comment on column producers.created_at is 'When the row was made';
comment on column producers.updated_at is 'When the row last changed';

comment on table track_producers is
    'Credits: one row a track, person and role, computed from the evidence and from corrections';
comment on column track_producers.id is 'Row id';
comment on column track_producers.track_id is 'The track';
comment on column track_producers.producer_id is 'The person';
comment on column track_producers.role is
    'What the person did; who produced a song are the roles producer, co-producer and additional';
comment on column track_producers.confidence is '0 to 1';
comment on column track_producers.source is 'The strongest source';
comment on column track_producers.verification is 'single source, n sources, by a person, or disputed';
comment on column track_producers.created_at is 'When the row was made';

comment on table queue_registry is
    'The queues that the system knows. Pausing one here pauses its consumption everywhere';
comment on column queue_registry.id is 'Row id';
comment on column queue_registry.queue_name is 'The queue';
comment on column queue_registry.display_name is 'Name for people';
comment on column queue_registry.description is 'What the queue is for';
comment on column queue_registry.active is 'False pauses consumption within seconds';
comment on column queue_registry.created_at is 'When the row was made';
comment on column queue_registry.updated_at is 'When the row last changed';

comment on table processing_status is
    'What has been done with an entity, and whether somebody is at it';
comment on column processing_status.id is 'Row id';
comment on column processing_status.entity_type is 'artist, album, track, song, producer';
comment on column processing_status.entity_id is 'Its id';
comment on column processing_status.state is 'PENDING, IN_PROGRESS, COMPLETED or FAILED';
comment on column processing_status.attempts is 'How often the processing began';
comment on column processing_status.last_processed_at is
    'When the state last changed or its holder gave a sign of life';
comment on column processing_status.metadata is 'recovered_at, recovered_from and recoveries after a time-out';
comment on column processing_status.last_error is 'Why it failed last';
comment on column processing_status.created_at is 'When the row was made';
comment on column processing_status.updated_at is 'When the row last changed';

comment on table processing_locks is
    'Who holds an entity that is in progress';
comment on column processing_locks.id is 'Row id';
comment on column processing_locks.entity_type is 'Kind of the entity';
comment on column processing_locks.entity_id is 'Its id';
comment on column processing_locks.worker_id is 'The holder';
comment on column processing_locks.acquired_at is 'When the lock was taken';
comment on column processing_locks.last_heartbeat is 'The holder''s last sign of life';
comment on column processing_locks.ttl_seconds is 'How long after the last sign of life anybody may claim the lock';
comment on column processing_locks.correlation_id is 'The run on whose behalf';
comment on column processing_locks.metadata is 'claimed_from and claimed_at when it was taken over';

comment on table processed_operations is
    'What a named operation answered: the same operation again changes nothing and answers the same';
comment on column processed_operations.kind is 'artist, album, track, producer';
comment on column processed_operations.operation_id is 'Chosen by the caller';
comment on column processed_operations.result is 'The answer';
comment on column processed_operations.created_at is 'When the row was made';

comment on table discovery_runs is
    'What was asked and what the artist stage made of it. How far a run is, discovery_run_progress tells';
comment on column discovery_runs.id is 'Row id';
comment on column discovery_runs.correlation_id is 'Carried by every message of the run';
comment on column discovery_runs.asked is 'The request';
comment on column discovery_runs.state is 'queued, running, ambiguous, not_found or refused';
comment on column discovery_runs.artist_id is 'The artist that was settled on';
comment on column discovery_runs.candidates is 'Who could be meant, when the name is ambiguous';
comment on column discovery_runs.started_at is 'When it began';
comment on column discovery_runs.finished_at is
    'Set for runs that ended without an artist; otherwise the end follows from the queues';
comment on column discovery_runs.updated_at is 'When the row last changed';

comment on table provider_budgets is
    'Quotas, bans and outages of outside services, by provider and group of endpoints (bucket); the same for all replicas and across restarts';
comment on column provider_budgets.id is 'Row id';
comment on column provider_budgets.provider is 'spotify, musicbrainz, genius, discogs, wikidata, instagram';
comment on column provider_budgets.bucket is 'A group of endpoints with one limit; * is the whole provider';
comment on column provider_budgets."window" is 'Length of the rolling window in which calls count';
comment on column provider_budgets.used is 'Calls in the window';
comment on column provider_budgets."limit" is 'Most calls in the window';
comment on column provider_budgets.parked_until is 'No call before this time';
comment on column provider_budgets.reason is 'Why it is parked';
comment on column provider_budgets.outage is 'True when the park ends as soon as the provider answers';
comment on column provider_budgets.created_at is 'When the row was made';
comment on column provider_budgets.updated_at is 'When the row last changed';

comment on table provider_usage is
    'Calls to providers, counted in slots of time';
comment on column provider_usage.provider is 'The provider';
comment on column provider_usage.bucket is 'The group of endpoints';
comment on column provider_usage.slot is 'Beginning of the slot';
comment on column provider_usage.calls is 'How many';

comment on table provider_facts is
    'What was found out about a provider, so that nobody has to find it out again';
comment on column provider_facts.provider is 'The provider';
comment on column provider_facts.fact is 'What the fact is about';
comment on column provider_facts.value is 'The fact';
comment on column provider_facts.observed_at is 'When it was seen';

comment on table stage_providers is
    'Which providers a stage asks';
comment on column stage_providers.queue_name is 'The stage';
comment on column stage_providers.provider is 'The provider';
comment on column stage_providers.required is 'True when the stage can do nothing without it';

comment on table worker_issues is
    'What went wrong in workers, an open row an issue';
comment on column worker_issues.id is 'Row id';
comment on column worker_issues.worker_name is 'The worker';
comment on column worker_issues.issue_type is 'Kind of the issue';
comment on column worker_issues.message is 'What happened, for people';
comment on column worker_issues.details is 'count says how often it occurred';
comment on column worker_issues.resolved is 'True when the cause is gone';
comment on column worker_issues.created_at is 'When the row was made';
comment on column worker_issues.updated_at is 'When the row last changed';

comment on table queue_metrics is
    'What workers processed, a row a batch';
comment on column queue_metrics.id is 'Row id';
comment on column queue_metrics.queue_name is 'The queue';
comment on column queue_metrics.operation is 'What was done';
comment on column queue_metrics.started_at is 'When it began';
comment on column queue_metrics.finished_at is 'When it ended';
comment on column queue_metrics.processed_count is 'Messages handled';
comment on column queue_metrics.success_count is 'Of these, finished';
comment on column queue_metrics.error_count is 'Of these, failed';
comment on column queue_metrics.details is 'What else is known';
comment on column queue_metrics.created_at is 'When the row was made';

comment on table monitoring_events is
    'What timers and operators did and found';
comment on column monitoring_events.id is 'Row id';
comment on column monitoring_events.event_type is
    'message_moved_to_dlq, message_reprocessed_from_dlq, stuck_messages_reset, stuck_messages_checked, lock_force_released, scaling_recommendation …';
comment on column monitoring_events.details is 'What else is known';
comment on column monitoring_events.created_at is 'When the row was made';

comment on table pgmq_dead_letter_items is
    'Every message that ever went to a dead letter queue; the live message is in that queue itself';
comment on column pgmq_dead_letter_items.id is 'Row id';
comment on column pgmq_dead_letter_items.queue_name is 'The queue it came from';
comment on column pgmq_dead_letter_items.msg is 'Its body';
comment on column pgmq_dead_letter_items.failed_at is 'When it was given up';
comment on column pgmq_dead_letter_items.fail_count is 'How often it had failed';
comment on column pgmq_dead_letter_items.details is
    'original_message_id, dlq_name, dlq_message_id, failure_reason, custom_metadata';

comment on table queue_mgmt.problematic_messages is
    'Messages that somebody should look at';
comment on column queue_mgmt.problematic_messages.id is 'Row id';
comment on column queue_mgmt.problematic_messages.queue_name is 'The queue';
comment on column queue_mgmt.problematic_messages.message_id is 'Its id in the queue';
comment on column queue_mgmt.problematic_messages.message_body is 'Its body';
comment on column queue_mgmt.problematic_messages.error_type is 'Kind of the problem';
comment on column queue_mgmt.problematic_messages.error_details is 'What is wrong';
comment on column queue_mgmt.problematic_messages.created_at is 'When the row was made';
comment on column queue_mgmt.problematic_messages.resolved is 'Whether somebody dealt with it';
comment on column queue_mgmt.problematic_messages.resolution_details is 'How';

comment on schema queue_mgmt is 'What operators keep about queues';
comment on function set_updated_at() is 'Trigger function that keeps updated_at current';
comment on function search_key(text) is
    'How text that people search for is compared: without accents and case';
