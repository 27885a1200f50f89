-- What the tables behind the credits mean, as far as the migration that made them does not say it.

comment on table credit_evidence is
    'What sources say about songs: one row a claim. Outcomes none_found and ambiguous are answers too: asked, nobody credited. track_producers is computed from it. Written by record_song_evidence, which replaces all that a source said of a song';
comment on column credit_evidence.id is 'Row id';
comment on column credit_evidence.song_id is 'The song (normalized_tracks) that the claim is about; it counts for all its tracks';
comment on column credit_evidence.source is 'Who says so: musicbrainz, genius, discogs, or title (the song''s own title names somebody)';
comment on column credit_evidence.outcome is
    'credited: this row names somebody. none_found: the source knows the song and names nobody, or does not know it. ambiguous: it could not be told which of its songs is meant';
comment on column credit_evidence.raw_name is 'The name as the source prints it for this song; null unless credited';
comment on column credit_evidence.name_key is 'Key of the name under which the source keeps the person; null unless credited';
comment on column credit_evidence.raw_role is 'The role in the source''s own words; null unless credited';
comment on column credit_evidence.role is 'The role in ours, the same names as in track_producers; null unless credited';
comment on column credit_evidence.source_person_id is
    'The person''s id at the source, which decides whom the claim means; null where the source has none';
comment on column credit_evidence.source_song_id is 'The recording or page at the source that makes the claim; null where there is none';
comment on column credit_evidence.source_url is 'Where a person can read the claim; null where there is no page';
comment on column credit_evidence.match_kind is
    'How our song was matched to the source''s, in words: by position on the album, ISRC, Spotify id, title and artist. Null when nothing was matched';
comment on column credit_evidence.match_strength is
    '0 to 1: how sure it is that the source speaks of this song and of this role. Null when nothing was matched';
comment on column credit_evidence.producer_id is
    'Whom the claim means, as resolved then; may be a row that was merged since. Null unless credited';
comment on column credit_evidence.observed_at is 'When the source was asked last';
comment on column credit_evidence.ask_again_at is
    'When an answer that credits nobody is worth a new question; null for credits, which hold until somebody asks for a refresh';

comment on table album_lookups is
    'The releases of a source that an album was found to be, so that one question serves all its songs. Written and read by producer identification';
comment on column album_lookups.album_id is 'The album';
comment on column album_lookups.source is 'The source that was asked: musicbrainz';
comment on column album_lookups.release_ids is 'Ids at the source; empty when it does not know the album';
comment on column album_lookups.looked_at is 'When it was asked last';
comment on column album_lookups.ask_again_at is 'When "not known there" is worth a new question; null when releases were found';

comment on table source_releases is
    'The credits of every track of a release as a source gave them: its songs share one call, also those found later. Written and read by producer identification';
comment on column source_releases.source is 'The source: musicbrainz';
comment on column source_releases.release_id is 'The release''s id there';
comment on column source_releases.tracks is
    'Array of {disc, position, title, length_ms, recording_id, isrcs, credits}; empty for a release that the source does not have';
comment on column source_releases.observed_at is 'When it was read';
comment on column source_releases.ask_again_at is 'Until then it is not read again';

comment on table artist_lookups is
    'Who an artist is at a source of credits, so that one question serves all songs. Written and read by producer identification';
comment on column artist_lookups.artist_id is 'The artist';
comment on column artist_lookups.source is 'The source that was asked: musicbrainz';
comment on column artist_lookups.source_artist_id is 'The artist''s id there; null when it does not know the artist';
comment on column artist_lookups.looked_at is 'When it was asked last';
comment on column artist_lookups.ask_again_at is 'When "not known there" is worth a new question, at the latest: an album of the artist that is found there makes it worth one before; null when the artist was found';

comment on table source_artists is
    'What a source has of an artist, read page by page for all songs, also those found later. Written and read by producer identification';
comment on column source_artists.source is 'The source: musicbrainz';
comment on column source_artists.artist_id is 'The artist''s id there, also one that was merged into another since';
comment on column source_artists.recordings is
    'Array as in source_releases.tracks, with {artists, spotify_tracks}: the recordings that the artist is credited for as an artist';
comment on column source_artists.releases is 'By the ids of the artist''s releases, the credits of each as a whole; those without any are left out';
comment on column source_artists.left_out is
    'How many recordings the source has beyond these, too many to read or missing in its own list; then songs that are not among these are looked up album by album. 0 when these are all';
comment on column source_artists.observed_at is 'When it was read';
comment on column source_artists.ask_again_at is 'Until then it is not read again';

comment on table song_lists is
    'The songs that a source lists of an artist: each of the artist''s songs is looked for here before the source is asked about it. Written and read by producer identification';
comment on column song_lists.artist_id is 'The artist';
comment on column song_lists.source is 'The source: genius';
comment on column song_lists.source_artist_id is 'The artist''s id there; null when the source was found not to know the artist';
comment on column song_lists.songs is 'Array of {id, title, artists}, the artists by their names; those that the artist is a guest on are among them';
comment on column song_lists.conclusive is
    'Whether a song of the artist that is not here has no page there: not when there are more songs than are read, or hardly any of the artist''s is here, so that the list may be a namesake''s';
comment on column song_lists.observed_at is 'When it was read';
comment on column song_lists.ask_again_at is 'Until then it is not read again';

comment on table producer_aliases is
    'Further names of a producer. An alias stays with the row it was learnt for when that is merged, so that a merge can be undone. Searches look here too';
comment on column producer_aliases.id is 'Row id';
comment on column producer_aliases.producer_id is 'Whose name it is; may be a merged row';
comment on column producer_aliases.alias is 'As the source writes it';
comment on column producer_aliases.alias_key is 'Key under which names are compared, as producers.normalized_name';
comment on column producer_aliases.source is 'Who says so';
comment on column producer_aliases.created_at is 'When it was learnt';

comment on table producer_identities is
    'Who a producer is at a provider. Ids decide before names do: one id never belongs to two producers, and two different ids at one provider are two people';
comment on column producer_identities.id is 'Row id';
comment on column producer_identities.producer_id is 'The producer; may be a merged row';
comment on column producer_identities.provider is 'Whose id it is, as in providers';
comment on column producer_identities.external_id is 'The person''s id there';
comment on column producer_identities.created_at is 'When it was learnt';

comment on table corrections is
    'What a person (or a proof by ids) decided about people and credits: obeyed by every later run until reverted. Written by merge_producers, split_producer, declare_distinct, correct_credit and identification; taken back by revert_correction';
comment on column corrections.id is 'What revert_correction takes';
comment on column corrections.kind is
    'merge: two rows are one person. distinct: they are not. add_credit, confirm_credit, reject_credit: who made a song';
comment on column corrections.subject is
    'merge: the producer that became part of object; distinct: one of the two; credits: the song (normalized_tracks)';
comment on column corrections.object is 'merge: the producer that stays; distinct: the other one; credits: the producer';
comment on column corrections.role is 'Credits: the role meant; null in a rejection means every role. Null for merge and distinct';
comment on column corrections."by" is 'Who said so; identification for what ids prove';
comment on column corrections.reason is 'Why, in words; null when nothing was said';
comment on column corrections.created_at is 'When it was said';
comment on column corrections.reverted_at is 'When it was taken back or a newer word replaced it; null while it is in force';
comment on column corrections.reverted_by is 'Who took it back; null while it is in force';
