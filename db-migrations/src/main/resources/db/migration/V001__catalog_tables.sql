-- What the pipeline finds: artists, their albums and tracks, songs, and the people who made them.

create function set_updated_at() returns trigger
language plpgsql
as $$
begin
    new.updated_at := now();
    return new;
end
$$;

create table artists (
    id uuid primary key default gen_random_uuid(),
    name text not null check (btrim(name) <> ''),
    spotify_id text unique,
    followers integer check (followers >= 0),
    popularity integer check (popularity between 0 and 100),
    image_url text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table albums (
    id uuid primary key default gen_random_uuid(),
    -- The artist for whom the album was found first; artist_albums holds all of them.
    artist_id uuid not null references artists (id) on delete cascade,
    name text not null,
    spotify_id text unique,
    release_date date,
    cover_url text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

-- A joint album is one row in albums and belongs to several artists.
create table artist_albums (
    artist_id uuid not null references artists (id) on delete cascade,
    album_id uuid not null references albums (id) on delete cascade,
    album_group text not null default 'album',
    primary key (artist_id, album_id)
);

-- One recording of a song by an artist: remasters, deluxe editions and single releases of it share a row;
-- a remix, a live take or a re-recording has a row of its own, because other people made it.
create table normalized_tracks (
    id uuid primary key default gen_random_uuid(),
    artist_id uuid not null references artists (id) on delete cascade,
    normalized_name text not null check (normalized_name <> ''),
    representative_track_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (artist_id, normalized_name)
);

create table tracks (
    id uuid primary key default gen_random_uuid(),
    album_id uuid not null references albums (id) on delete cascade,
    song_id uuid references normalized_tracks (id) on delete set null,
    name text not null,
    spotify_id text unique,
    isrc text,
    duration_ms integer check (duration_ms >= 0),
    popularity integer check (popularity between 0 and 100),
    spotify_preview_url text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

alter table normalized_tracks
    add foreign key (representative_track_id) references tracks (id) on delete set null;

create table producers (
    id uuid primary key default gen_random_uuid(),
    name text not null check (btrim(name) <> ''),
    normalized_name text not null unique check (normalized_name <> ''),
    email text,
    image_url text,
    instagram_handle text,
    instagram_bio text,
    metadata jsonb not null default '{}',
    enriched_at timestamptz,
    enrichment_failed boolean not null default false,
    -- Set when this row turned out to be another row's person. Always names a row that is not merged itself.
    merged_into uuid references producers (id),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    check (merged_into <> id)
);

create table track_producers (
    id uuid primary key default gen_random_uuid(),
    track_id uuid not null references tracks (id) on delete cascade,
    producer_id uuid not null references producers (id) on delete cascade,
    role text not null default 'producer' check (role in (
        'producer', 'co-producer', 'additional', 'executive', 'vocal producer', 'remixer', 'programmer',
        'mixer', 'engineer', 'writer', 'composer', 'lyricist', 'other')),
    confidence real not null check (confidence between 0 and 1),
    source text not null,
    verification text not null default 'single source',
    created_at timestamptz not null default now(),
    unique (track_id, producer_id, role)
);

create index on albums (artist_id);
create index on albums (release_date);
create index on artist_albums (album_id);
create index on normalized_tracks (representative_track_id);
create index on tracks (album_id);
create index on tracks (song_id);
create index on tracks (isrc);
create index on producers (merged_into) where merged_into is not null;
create index on producers (enriched_at);
create index on track_producers (producer_id, role);

create trigger artists_updated before update on artists
    for each row execute function set_updated_at();
create trigger albums_updated before update on albums
    for each row execute function set_updated_at();
create trigger normalized_tracks_updated before update on normalized_tracks
    for each row execute function set_updated_at();
create trigger tracks_updated before update on tracks
    for each row execute function set_updated_at();
create trigger producers_updated before update on producers
    for each row execute function set_updated_at();

-- What people type is compared without accents and case. The extension's unaccent is only stable, because its
-- dictionary could be replaced; an index needs a function that is immutable, so this one names the dictionary.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create function search_key(value text) returns text
language sql
immutable
strict
parallel safe
return lower(unaccent('unaccent'::regdictionary, value));

create index artists_name_search on artists using gin (search_key(name) gin_trgm_ops);
create index albums_name_search on albums using gin (search_key(name) gin_trgm_ops);
create index tracks_name_search on tracks using gin (search_key(name) gin_trgm_ops);
create index producers_name_search on producers using gin (search_key(name) gin_trgm_ops);
