-- Songs of one title are looked for with every track that is stored. The expression is that of song_title_key.

create index normalized_tracks_title_idx
    on normalized_tracks (artist_id, regexp_replace(normalized_name, ' ~[0-9]+$', ''));
