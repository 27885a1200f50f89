-- What pages and people at a console read: credits with merged producers resolved, and who did how much.

-- Locks the views from the outermost inwards, as readers do: in the order in which they are made below, a search and
-- this file would wait for each other. Giving a view to its owner locks it and changes nothing.
alter view if exists artist_summaries owner to current_user;
alter view if exists producer_popularity owner to current_user;

-- A merged producer's credits count for the one it was merged into; this serves finding them from there.
create index if not exists producers_root on producers (coalesce(merged_into, id));

create or replace view catalog_credits as
select
    coalesce(p.merged_into, p.id) as producer_id,
    tp.track_id,
    coalesce(t.song_id, t.id) as song_id,
    coalesce(s.artist_id, al.artist_id) as artist_id,
    tp.role,
    r.produces as produced,
    tp.confidence,
    tp.source,
    tp.verification,
    t.popularity,
    tp.producer_id as credited_as
from track_producers tp
join producers p on p.id = tp.producer_id
join tracks t on t.id = tp.track_id
join albums al on al.id = t.album_id
left join normalized_tracks s on s.id = t.song_id
-- Every role is there. An outer join costs nothing where nobody asks for it.
left join credit_roles r on r.label = tp.role;

comment on view catalog_credits is
    'One row a credit of a track, with merged producers resolved; "produced" tells the roles that make somebody a producer of the song';
comment on column catalog_credits.producer_id is 'The person; a merged row stands for the one it was merged into';
comment on column catalog_credits.credited_as is 'The row that the credit names; producer_id, unless it is merged';
comment on column catalog_credits.track_id is 'The track';
comment on column catalog_credits.song_id is
    'The song that the track is a release of; the track itself when it has none';
comment on column catalog_credits.artist_id is 'Whose song it is';
comment on column catalog_credits.role is 'What the person did';
comment on column catalog_credits.produced is
    'Whether the role makes the person a producer of the song (credit_roles)';
comment on column catalog_credits.confidence is '0 to 1';
comment on column catalog_credits.source is 'The strongest source';
comment on column catalog_credits.verification is 'single source, n sources, disputed or by a person';
comment on column catalog_credits.popularity is 'The track''s at Spotify, 0 to 100; null where Spotify does not tell';

create or replace view producer_popularity as
select
    p.id as producer_id,
    p.name as producer_name,
    s.track_count,
    s.artist_count,
    s.avg_track_popularity
from producer_summaries s
join producers p on p.id = s.producer_id
where s.role_group = 'produced';

comment on view producer_popularity is
    'How much each producer produced (in the roles that credit_roles says produce), for how many artists, and how popular it is';
comment on column producer_popularity.producer_id is 'The producer; merged rows have none of their own';
comment on column producer_popularity.producer_name is 'The name to show';
comment on column producer_popularity.track_count is 'Tracks produced; releases of one song count each';
comment on column producer_popularity.artist_count is 'Artists whose songs these are';
comment on column producer_popularity.avg_track_popularity is
    'Average of the tracks'' popularity at Spotify, 0 to 100; null when none is known';

create or replace view artist_summaries as
select
    a.id,
    a.name,
    a.spotify_id,
    a.followers,
    a.popularity,
    array(
        select jsonb_array_elements_text(
            case jsonb_typeof(a.metadata->'genres') when 'array' then a.metadata->'genres' else '[]' end)
    ) as genres,
    (select count(*) from artist_albums aa where aa.artist_id = a.id) as albums,
    (select count(*) from normalized_tracks s where s.artist_id = a.id) as songs,
    made.songs_with_producer,
    made.producers,
    a.created_at,
    a.musicbrainz_id
from artists a
cross join lateral (
    select
        count(distinct t.song_id) as songs_with_producer,
        count(distinct coalesce(p.merged_into, p.id)) as producers
    from normalized_tracks s
    join tracks t on t.song_id = s.id
    join track_producers tp on tp.track_id = t.id
    join producers p on p.id = tp.producer_id
    join credit_roles r on r.label = tp.role and r.produces
    where s.artist_id = a.id
) made;

comment on view artist_summaries is
    'What was found of each artist: albums, songs (recordings), those with a known producer, and how many producers';
comment on column artist_summaries.id is 'The artist';
comment on column artist_summaries.name is 'As Spotify writes it, or MusicBrainz where Spotify does not';
comment on column artist_summaries.spotify_id is 'Null while only MusicBrainz knows the artist';
comment on column artist_summaries.followers is 'At Spotify; null where Spotify does not tell';
comment on column artist_summaries.popularity is 'At Spotify, 0 to 100; null where Spotify does not tell';
comment on column artist_summaries.genres is 'Empty where Spotify names none';
comment on column artist_summaries.albums is 'Albums found, joint ones and those the artist only appears on included';
comment on column artist_summaries.songs is 'Recordings found; releases of one count once';
comment on column artist_summaries.songs_with_producer is
    'Of these, recordings for which somebody is credited as a producer';
comment on column artist_summaries.producers is 'How many people that is';
comment on column artist_summaries.musicbrainz_id is 'Null while only Spotify knows the artist';
comment on column artist_summaries.created_at is 'When the artist was found first';
