-- What a source lists of an artist, so that one question serves fifty of the artist's songs, and all of them get the same
-- answer: whichever is asked about first, by whichever process.

create table song_lists (
    artist_id uuid not null references artists (id) on delete cascade,
    source text not null check (source <> ''),
    source_artist_id text,
    songs jsonb not null check (jsonb_typeof(songs) = 'array'),
    conclusive boolean not null,
    observed_at timestamptz not null default now(),
    ask_again_at timestamptz not null,
    primary key (artist_id, source)
);
