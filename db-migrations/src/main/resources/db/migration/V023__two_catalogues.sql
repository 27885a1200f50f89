-- Artists, albums and tracks may be known to Spotify, to MusicBrainz, or to both: then they are one row with both ids.

alter table artists
    add column musicbrainz_id text,
    add column from_musicbrainz text[];
alter table albums
    add column musicbrainz_id text,
    add column from_musicbrainz text[];
alter table tracks
    add column musicbrainz_id text,
    add column from_musicbrainz text[];

create unique index artists_musicbrainz_id on artists (musicbrainz_id) where musicbrainz_id is not null;
create unique index albums_musicbrainz_id on albums (musicbrainz_id) where musicbrainz_id is not null;
-- A recording is on many releases, and on each of them once.
create unique index tracks_musicbrainz_id on tracks (musicbrainz_id, album_id) where musicbrainz_id is not null;

comment on column artists.musicbrainz_id is 'The artist''s id at MusicBrainz; null while only Spotify knows the artist';
comment on column albums.musicbrainz_id is 'The release''s id at MusicBrainz; null while only Spotify knows the album';
comment on column tracks.musicbrainz_id is
    'The recording''s id at MusicBrainz, which tracks of several albums may share; null while only Spotify knows the track';
comment on column artists.from_musicbrainz is
    'In which columns, and under which keys of metadata, MusicBrainz'' word stands until Spotify gives its own; null for none';
comment on column albums.from_musicbrainz is
    'In which columns, and under which keys of metadata, MusicBrainz'' word stands until Spotify gives its own; null for none';
comment on column tracks.from_musicbrainz is
    'In which columns, and under which keys of metadata, MusicBrainz'' word stands until Spotify gives its own; null for none';

create table catalogue_listings (
    artist_id uuid not null references artists (id) on delete cascade,
    catalogue text not null check (catalogue in ('spotify', 'musicbrainz')),
    releases integer not null check (releases >= 0),
    left_out integer not null check (left_out >= 0),
    listed_at timestamptz not null default now(),
    list_again_at timestamptz not null,
    primary key (artist_id, catalogue)
);

comment on table catalogue_listings is
    'What a catalogue listed of an artist whose releases come all at once, so that the next run need not ask. Written by record_catalogue_listing';
comment on column catalogue_listings.artist_id is 'The artist';
comment on column catalogue_listings.catalogue is 'Who listed: spotify or musicbrainz';
comment on column catalogue_listings.releases is 'How many releases were taken';
comment on column catalogue_listings.left_out is 'How many were left unread because there are too many';
comment on column catalogue_listings.listed_at is 'When';
comment on column catalogue_listings.list_again_at is 'Until when that holds';

-- Rows that turned out to be one. Messages that are under way, links and notes name the row that is gone.
create table merged_rows (
    gone_id uuid primary key,
    kept_id uuid not null check (kept_id <> gone_id),
    merged_at timestamptz not null default now()
);

create index merged_rows_kept on merged_rows (kept_id);

comment on table merged_rows is
    'Artists, albums, tracks and songs that turned out to be others and are part of these now. Written by merge_artists, merge_albums and merge_tracks, read by kept_row';
comment on column merged_rows.gone_id is 'The id that the row had';
comment on column merged_rows.kept_id is 'The row that it is part of; never one that is gone itself';
comment on column merged_rows.merged_at is 'When';

create table former_artist_ids (
    musicbrainz_id text primary key check (musicbrainz_id <> ''),
    artist_id uuid not null references artists (id) on delete cascade
);

create index former_artist_ids_artist on former_artist_ids (artist_id);

comment on table former_artist_ids is
    'Ids of MusicBrainz that lead to another one since editors there merged two entries of an artist';
comment on column former_artist_ids.musicbrainz_id is 'The id that is no more';
comment on column former_artist_ids.artist_id is 'Whose it was';

-- A track as process_track_batch is given it, read once for all that is done with it.
create type given_track as (
    place bigint,
    name text,
    spotify_id text,
    musicbrainz_id text,
    title_key text,
    seconds integer,
    duration_ms integer,
    isrc text,
    popularity integer,
    preview_url text,
    metadata jsonb,
    song_id uuid
);

comment on type given_track is 'A track that is to be stored, as store_tracks reads it';
