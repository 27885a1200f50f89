-- Who artists are at the sources of credits, and what these have of them: read once for all songs of an artist.

create table artist_lookups (
    artist_id uuid not null references artists (id) on delete cascade,
    source text not null check (source <> ''),
    source_artist_id text check (source_artist_id <> ''),
    looked_at timestamptz not null default now(),
    ask_again_at timestamptz,
    primary key (artist_id, source)
);

create table source_artists (
    source text not null check (source <> ''),
    artist_id text not null check (artist_id <> ''),
    recordings jsonb not null check (jsonb_typeof(recordings) = 'array'),
    releases jsonb not null check (jsonb_typeof(releases) = 'object'),
    left_out integer not null check (left_out >= 0),
    observed_at timestamptz not null default now(),
    ask_again_at timestamptz not null,
    primary key (source, artist_id)
);
