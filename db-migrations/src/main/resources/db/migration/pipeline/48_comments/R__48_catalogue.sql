-- What the tables of the catalogue mean. psql's \d+ shows it, and docs/database.md is made from it.

comment on table artists is
    'Artists, one row for whom Spotify and MusicBrainz both know. Written by process_artist_atomic; never deleted by a service';
comment on column artists.id is 'Stands for the artist in all messages after artist_discovery';
comment on column artists.name is 'As Spotify writes it, or MusicBrainz where Spotify does not';
comment on column artists.spotify_id is 'Null while only MusicBrainz knows the artist';
comment on column artists.followers is 'People who follow the artist at Spotify; null where Spotify does not tell';
comment on column artists.popularity is 'Spotify''s figure, 0 to 100; null where Spotify does not tell';
comment on column artists.image_url is 'Picture to show; null where there is none';
comment on column artists.metadata is 'What else the catalogues say: genres (array of texts), url, disambiguation, country, began, ended';
comment on column artists.created_at is 'When the artist was found first';
comment on column artists.updated_at is 'When the row last changed';

comment on table albums is
    'Albums, singles and EPs. A joint album is one row; artist_albums says to whom it belongs. Written by process_album_atomic';
comment on column albums.id is 'Stands for the album in the messages of track_discovery';
comment on column albums.artist_id is 'Among whose songs its tracks are: of its artists that are known the one credited first; artist_albums has them all';
comment on column albums.name is 'As Spotify writes it, or MusicBrainz where Spotify does not';
comment on column albums.spotify_id is 'Null while only MusicBrainz knows the album';
comment on column albums.release_date is
    'Where only the year or the month is known, padded with January and the first: metadata.release_date_precision says which. Null where no date is given';
comment on column albums.cover_url is 'Picture to show; null where there is none';
comment on column albums.metadata is
    'What else the catalogues say: release_date_precision (year, month, day), release_date_raw (what was given in place of a date), upc, total_tracks, album_type, artists, label; of a further edition recordings: ids of those that are taken from it';
comment on column albums.created_at is 'When the album was found first';
comment on column albums.updated_at is 'When the row last changed';

comment on table artist_albums is
    'Which artists an album belongs to. Written by process_album_atomic, read wherever an artist''s albums are counted or listed';
comment on column artist_albums.artist_id is 'The artist';
comment on column artist_albums.album_id is 'The album';
comment on column artist_albums.album_group is
    'How the album belongs to this artist: album, single, compilation or appears_on';

comment on table normalized_tracks is
    'Songs: a row is one recording of an artist. Remasters, deluxe editions and single releases share it; a remix, a live take or a re-recording has a row of its own, because other people made it. Songs are what is identified. Written together with their tracks';
comment on column normalized_tracks.id is 'What tracks.song_id, credit_evidence.song_id and corrections.subject name';
comment on column normalized_tracks.artist_id is 'Among whose songs it is';
comment on column normalized_tracks.normalized_name is
    'What people read: title_key and, where there are, seconds; unique for an artist';
comment on column normalized_tracks.title_key is
    'Key of the title and of what makes this recording another one than the plain song, such as a remix';
comment on column normalized_tracks.seconds is
    'The length by which it is told from the artist''s first song of the title; null for that one';
comment on column normalized_tracks.representative_track_id is
    'The track to show for the song, and by whose title sources are asked: the plainest title, then the earliest release. Null before it has one';
comment on column normalized_tracks.created_at is 'When the song was found first';
comment on column normalized_tracks.updated_at is 'When a track of the song was last stored';

comment on table tracks is
    'Tracks as they are on albums: one row a track of Spotify or a recording of MusicBrainz on a release, or both. Written by process_track_batch and process_track_atomic';
comment on column tracks.id is 'Stands for the track in the messages of producer_identification';
comment on column tracks.album_id is 'The album it is on';
comment on column tracks.song_id is 'The song that it is a release of; null only when that song''s row was deleted';
comment on column tracks.name is 'The title as Spotify writes it, or MusicBrainz where Spotify does not';
comment on column tracks.spotify_id is 'Null while only MusicBrainz knows the track';
comment on column tracks.isrc is
    'International Standard Recording Code in upper case, by which identification finds the recording elsewhere; null where none is known';
comment on column tracks.duration_ms is 'Length in milliseconds';
comment on column tracks.popularity is 'Spotify''s figure, 0 to 100; null where Spotify does not tell';
comment on column tracks.spotify_preview_url is 'Sound sample at Spotify; null where there is none';
comment on column tracks.metadata is
    'What else the catalogues say: artists, disc_number, track_number, explicit, spotify_ids (to which MusicBrainz links the recording); and versions: what the title says of the recording, like "2011 remaster"; recording_key: by which other tracks of the title are found';
comment on column tracks.created_at is 'When the track was found first';
comment on column tracks.updated_at is 'When the row last changed';

comment on table producers is
    'People and groups who are credited with songs, in whatever role. A row that turned out to be somebody else stays and points to that person (merged_into), so that this can be undone. Written by identification (resolve_producer), enrichment (record_producer_profile) and people (merge_producers and others)';
comment on column producers.id is 'Stays valid for ever; producer_root gives the row that stands for it now';
comment on column producers.name is 'The name to show, in the spelling of the most careful source';
comment on column producers.normalized_name is
    'Key of the name that is shown. Unique: of several people of one name, the one whose id comes first has the plain key, the others'' end with what tells them apart';
comment on column producers.email is 'Mail address for business; null while none was found';
comment on column producers.image_url is 'Picture to show; null while none was found';
comment on column producers.instagram_handle is 'Without the @; null while none was found';
comment on column producers.instagram_bio is 'Biography at Instagram; null while none was found';
comment on column producers.metadata is
    'name_from (the source of the name), names (how each source spells it), name_keys (the keys of these), bio, profiles (array of {site, url, sources}), profile_answers (array of {source, external_id, found, failure}: what the last look for profiles gave), profile_of (the ids, as provider:id, that were known to it)';
comment on column producers.enriched_at is 'When profiles were last looked for; null when never';
comment on column producers.enrichment_failed is
    'True when a source failed in that last look; enqueue_stale_producers then asks again';
comment on column producers.merged_into is
    'The row that this one''s person really is; never itself a merged row. Null for a row that stands for itself';
comment on column producers.created_at is 'When the person was named first';
comment on column producers.updated_at is 'When the row last changed';

comment on table track_producers is
    'Credits: one row a track, person and role. Computed by apply_song_credits from credit_evidence and corrections, the same for all tracks of a song: a row changed by hand is overwritten; use correct_credit';
comment on column track_producers.id is 'Changes when a credit goes and comes again';
comment on column track_producers.track_id is 'The track';
comment on column track_producers.producer_id is 'The person; always a row that is not merged, once the song was computed anew';
comment on column track_producers.role is
    'What the person did. credit_roles tells which roles make somebody a producer of the song';
comment on column track_producers.confidence is
    '0 to 1: how sure the credit is, all sources together; 1 only by a person''s word';
comment on column track_producers.source is
    'The strongest source: musicbrainz, genius, discogs, title; person when somebody said so';
comment on column track_producers.verification is
    'single source; n sources; disputed (another source names only other people); by a person';
comment on column track_producers.created_at is 'When the credit was computed first';
