-- The five queues of the pipeline, and which providers each stage asks. A queue that somebody paused stays paused: active
-- is null.

select
    register_queue('artist_discovery', 'Artist discovery', 'Finds the one artist that a name or id means', null),
    register_queue('album_discovery', 'Album discovery', 'Finds an artist''s albums, a page a message', null),
    register_queue('track_discovery', 'Track discovery', 'Finds an album''s tracks and the songs they are', null),
    register_queue('producer_identification', 'Producer identification', 'Finds out who made a song', null),
    register_queue('social_enrichment', 'Social enrichment', 'Finds a producer''s profiles and contacts', null);

-- An artist's progress looks for its messages among all of them.
select
    index_queue_by(queue.name, 'q', queue.field),
    index_queue_by(dead_letter_queue_of(queue.name), 'q', queue.field)
from (values
    ('artist_discovery', 'artistId'),
    ('album_discovery', 'artistId'),
    ('track_discovery', 'artistId'),
    ('producer_identification', 'artistId'),
    ('social_enrichment', 'producerId')
) as queue (name, field);

-- In the first stage an artist may have no more than a name, as somebody typed it. Compared by small_letters, in every
-- database alike: an index by the letters of the database's locale gives way to one by these (q_..._artist_idx).
select index_queue_by_name(queue.name)
from (values
    ('artist_discovery'),
    (dead_letter_queue_of('artist_discovery'))
) as queue (name);

-- Where a provider limits groups of endpoints for themselves, a stage waits only for those that it calls.
insert into stage_providers (queue_name, provider, required, buckets)
values
    ('artist_discovery', 'spotify', true, array['search', 'artist']),
    ('album_discovery', 'spotify', true, array['artist-albums']),
    ('track_discovery', 'spotify', true, array['album', 'album-tracks', 'tracks']),
    ('producer_identification', 'musicbrainz', false, null),
    ('producer_identification', 'genius', false, null),
    ('producer_identification', 'discogs', false, null),
    ('social_enrichment', 'musicbrainz', false, null),
    ('social_enrichment', 'genius', false, null),
    ('social_enrichment', 'discogs', false, null),
    ('social_enrichment', 'wikidata', false, null),
    ('social_enrichment', 'instagram', false, null)
on conflict (queue_name, provider) do update
set required = excluded.required,
    buckets = excluded.buckets;
