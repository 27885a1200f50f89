-- The five queues of the pipeline. A queue that somebody paused stays paused: active is null.

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
