-- Who may do what with the catalogue and the runs: all of it is here, as R__29_engine.sql has it for the engine.

grant select on
    artist_summaries,
    catalog_credits,
    credit_roles,
    producer_popularity
to pipeline_reader;

-- Services read the catalogue and write it through functions: none of them may change a row itself.
grant select on
    album_lookups,
    albums,
    artist_albums,
    artist_lookups,
    artists,
    catalogue_listings,
    corrections,
    credit_evidence,
    former_artist_ids,
    merged_rows,
    musicbrainz_dump_entries,
    musicbrainz_dump_keys,
    musicbrainz_dumps,
    normalized_tracks,
    producer_aliases,
    producer_identities,
    producer_names,
    producer_summaries,
    producers,
    provider_facts,
    providers,
    song_lists,
    source_artists,
    source_releases,
    track_producers,
    tracks
to pipeline_worker;

grant select on
    discovery_runs,
    providers,
    run_estimates,
    run_outcomes
to pipeline_operator;

-- The monitor's timers.
grant select, insert, update on shedlock to pipeline_operator;

grant execute on function
    -- texts
    small_letters(text),
    in_one_case(text),
    search_key(text),
    trigram_key(text),
    name_search_key(text),
    -- credit roles
    producing_roles(),
    role_produces(text),
    credit_family(text),
    role_groups(text),
    -- catalogue
    kept_row(uuid),
    -- identification
    validate_producer_identification_message(jsonb),
    -- search
    find_artists(text, integer, integer),
    producers_matching(text, integer),
    search_producers(text),
    get_producer_collaborations(uuid),
    find_producers(text, text[], text, text, boolean, uuid, text, integer, integer),
    find_songs(text, integer),
    -- runs
    check_artist_pipeline_progress(uuid),
    discovery_run_progress(uuid),
    pipeline_stages()
to pipeline_reader;

grant execute on function
    -- credit roles
    require_credit_role(text, text),
    -- catalogue
    require_name(jsonb),
    require_spotify_id(text, text),
    given_musicbrainz_id(jsonb),
    given_spotify_id(text, text, text),
    require_artist(text, uuid),
    require_song(text, uuid),
    lock_producers(),
    require_producer(text, uuid),
    producer_root(uuid),
    -- credits
    song_claims(uuid),
    song_credits(uuid),
    apply_songs_credits(uuid[]),
    apply_song_credits(uuid),
    apply_producer_credits(uuid),
    -- people
    shown_key(uuid),
    producers_named(text),
    other_names(uuid),
    producer_by_name(text, text, text),
    require_person(text, text, text, text),
    name_producers(text),
    give_way(text, text, text),
    resolve_producer(text, text, text, text),
    link_producer_identity(uuid, text, text),
    link_producer_alias(uuid, text, text, text),
    producers_may_be_one(uuid, uuid),
    create_producer(text, text, text, text),
    merge_rows(uuid, uuid, text, text),
    unite_producers(uuid, uuid, text),
    unite_namesakes(uuid, text),
    learn_producer_name(uuid, text, text, text),
    name_care(text),
    better_spelling(text, text),
    show_best_name(uuid),
    prefer_producer_name(uuid, text, text, text),
    id_rank(text),
    id_comes_first(text, text),
    -- corrections
    correct_credit(uuid, uuid, text, text, text, text),
    revert_correction(uuid, text),
    merge_producers(uuid, uuid, text, text),
    part_rows(uuid, text),
    declare_distinct(uuid, uuid, text, text),
    split_producer(uuid, text, text),
    split_producer_identity(text, text, text, text),
    -- songs
    choose_representatives(uuid[]),
    forget_empty_songs(uuid[]),
    regroup_songs(uuid, jsonb),
    song_has_new_albums(uuid, timestamptz),
    song_turn(jsonb, date, text),
    turn_id(text, text, text),
    song_version(uuid),
    song_is_identified(uuid),
    songs_to_identify(uuid[]),
    -- storing
    process_artist_atomic(jsonb, text, text),
    choose_album_artist(uuid),
    process_album_atomic(jsonb, text, text),
    process_producer_atomic(jsonb, text, text),
    store_tracks(jsonb[], uuid, uuid),
    track_places(jsonb[], uuid),
    lock_songs(uuid[]),
    artists_of_the_name(uuid),
    join_artist(uuid),
    process_track_atomic(jsonb, text, text),
    process_track_batch(jsonb[], uuid, uuid),
    record_catalogue_listing(uuid, text, integer, integer, timestamptz),
    -- profiles
    complete_enrichment(uuid, text),
    producer_has_new_identities(uuid),
    record_producer_profile(uuid, jsonb, jsonb),
    record_producer_profiles(jsonb),
    claim_producer_enrichment(uuid, text[], interval),
    claim_producers_enrichment(uuid[], text[], interval),
    -- identification
    record_album_lookups(text, jsonb, timestamptz),
    record_artist_lookup(uuid, text, text, timestamptz),
    record_source_artist(text, text, jsonb, jsonb, integer, timestamptz),
    record_song_list(uuid, text, text, jsonb, boolean, timestamptz, timestamptz),
    record_source_release(text, text, jsonb, timestamptz),
    check_claim(jsonb),
    record_song_evidence(uuid, text, jsonb),
    complete_song(uuid),
    complete_song(uuid, text),
    record_song_answers(uuid, jsonb),
    settle_song(uuid, jsonb),
    settle_song(uuid, jsonb, text),
    settle_songs(jsonb),
    -- summaries
    summarise_later(),
    -- runs
    artist_is_being_listed(uuid, interval),
    estimate_run(uuid, integer),
    begin_discovery_run(uuid, jsonb),
    record_discovery_outcome(uuid, text, uuid, jsonb),
    start_artist_discovery(text),
    start_bulk_artist_discovery(text, integer, integer),
    start_album_discovery(uuid, integer),
    -- dumps
    look_up_dumped_albums(uuid[], uuid, timestamptz),
    -- facts
    record_provider_fact(text, text, text, timestamptz)
to pipeline_worker;

grant execute on function
    -- profiles
    enqueue_stale_producers(integer, integer),
    -- storing
    merge_albums(uuid, uuid),
    merge_artists(uuid, uuid),
    -- summaries
    summarise_stale(integer),
    refresh_producer_names(uuid[]),
    refresh_producer_summaries(uuid[]),
    -- dumps
    begin_musicbrainz_dump(text, text, timestamptz, bigint),
    store_musicbrainz_entries(integer, bigint, bigint, bigint, bigint, jsonb),
    complete_musicbrainz_dump(integer, bigint),
    forget_musicbrainz_dumps(integer)
to pipeline_operator;

-- Services had these once, and need not, or have them as readers.
revoke insert, update, delete on
    album_lookups,
    albums,
    artist_albums,
    artists,
    corrections,
    credit_evidence,
    normalized_tracks,
    producer_aliases,
    producer_identities,
    producers,
    provider_facts,
    source_releases,
    track_producers,
    tracks
from pipeline_worker;

revoke select on
    artist_summaries,
    catalog_credits,
    producer_popularity,
    run_outcomes
from pipeline_worker;

revoke execute on function
    credit_family(text),
    find_artists(text, integer, integer),
    find_producers(text, text[], text, text, boolean, uuid, text, integer, integer),
    find_songs(text, integer),
    get_producer_collaborations(uuid),
    producers_matching(text, integer),
    search_key(text),
    search_producers(text),
    validate_producer_identification_message(jsonb)
from pipeline_worker;

-- Without rights on the tables behind them, a reader could only ever be refused by these.
revoke execute on function
    producer_root(uuid),
    song_claims(uuid),
    song_credits(uuid)
from pipeline_reader;
