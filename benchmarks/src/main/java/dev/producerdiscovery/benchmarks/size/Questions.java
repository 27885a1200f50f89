package dev.producerdiscovery.benchmarks.size;

import java.util.List;

/** What the pages, the timers and people at a console ask of the database, as they ask it. */
final class Questions {

    private static final String NAMES =
            "select name from producers tablesample bernoulli (0.2) repeatable (7) limit :count";

    private static final String ARTISTS =
            "select id::text from artists tablesample bernoulli (2) repeatable (7) limit :count";

    /** Who has many credits is asked for as much more often. */
    private static final String CREDITED = """
            select producer_id::text
            from track_producers tablesample bernoulli (0.02) repeatable (7)
            limit :count
            """;

    private static final String NOTHING = "select '' limit :count";

    static final List<SizeQuestion> ALL = List.of(
            search("exact", """
                    select name, name
                    from (%s) as known
                    """.formatted(NAMES)),
            search("two letters swapped", """
                    select left(name, 2) || substr(name, 4, 1) || substr(name, 3, 1) || substr(name, 5), name
                    from (%s) as known
                    where substr(name, 3, 2) !~ '\\s'
                    """.formatted(NAMES)),
            search("a letter missing", """
                    select left(name, 2) || substr(name, 4), name
                    from (%s) as known
                    where substr(name, 3, 1) !~ '\\s' and name ~ '^[[:alpha:]]{4}'
                    """.formatted(NAMES)),
            search("accents where there are none", """
                    select translate(name, 'aeo', 'áéö'), name
                    from (%s) as known
                    """.formatted(NAMES)),
            search("without the accents there are", """
                    select search_key(name), name
                    from producers tablesample bernoulli (5) repeatable (7)
                    where name ~ '[łøéóåç]'
                    limit :count
                    """),
            search("two letters", """
                    select left(name, 2)
                    from (%s) as known
                    """.formatted(NAMES)),
            search("one letter", """
                    select left(name, 1)
                    from (%s) as known
                    """.formatted(NAMES)),
            search("the first four letters", """
                    select left(name, 4)
                    from (%s) as known
                    """.formatted(NAMES)),
            search("a surname", """
                    select substr(name, strpos(name, ' ') + 1)
                    from (%s) as known
                    """.formatted(NAMES)),
            search("other scripts", """
                    select left(name, 1 + (hashtext(name) & 3))
                    from producers tablesample bernoulli (10) repeatable (7)
                    where name ~ '^[^\\x01-\\x024f]'
                    limit :count
                    """),
            search("a given name at the end, without a space", """
                    select substr(name, 2)
                    from producers tablesample bernoulli (10) repeatable (7)
                    where name ~ '^[\\u2e80-\\u9fff\\uac00-\\ud7af]'
                    limit :count
                    """),
            search("nobody's name", "select 'xq' || n || 'wvz kpf' from generate_series(1, :count) as n"),
            new SizeQuestion(
                    "get_producer_collaborations",
                    100,
                    CREDITED,
                    "select * from get_producer_collaborations(cast(:about as uuid))"),
            new SizeQuestion(
                    "check_artist_pipeline_progress",
                    100,
                    ARTISTS,
                    "select check_artist_pipeline_progress(cast(:about as uuid))"),
            new SizeQuestion("get_queue_monitoring_data", 100, NOTHING, "select * from get_queue_monitoring_data()"),
            new SizeQuestion("get_system_health", 100, NOTHING, "select get_system_health()"),
            new SizeQuestion("queue_monitoring_view", 100, NOTHING, "select * from queue_monitoring_view"),
            new SizeQuestion(
                    "dlq_messages", 100, NOTHING, "select * from dlq_messages order by moved_at desc limit 50"),
            new SizeQuestion("dead_letter_details", 100, NOTHING, "select * from dead_letter_details limit 50"),
            new SizeQuestion("queue_stats, the last day", 100, NOTHING, """
                    select *
                    from queue_stats
                    where hour > now() - interval '1 day'
                    order by hour desc, queue_name
                    """),
            new SizeQuestion("producer_popularity, the first 50", 100, NOTHING, """
                    select *
                    from producer_popularity
                    order by track_count desc
                    limit 50
                    """),
            new SizeQuestion(
                    "producer_popularity, one producer",
                    100,
                    CREDITED,
                    "select * from producer_popularity where producer_id = cast(:about as uuid)"),
            new SizeQuestion(
                    "artist_summaries, one artist",
                    100,
                    ARTISTS,
                    "select * from artist_summaries where id = cast(:about as uuid)"),
            new SizeQuestion(
                    "catalog_credits, one producer",
                    100,
                    CREDITED,
                    "select * from catalog_credits where producer_id = cast(:about as uuid)"),
            new SizeQuestion("find_producers, everybody", 100, NOTHING, "select * from find_producers()"),
            new SizeQuestion(
                    "find_producers, with a contact",
                    100,
                    NOTHING,
                    "select * from find_producers(p_has_contact => true, p_sort => 'popularity')"),
            new SizeQuestion(
                    "find_producers, by a source",
                    100,
                    NOTHING,
                    "select * from find_producers(p_source => 'discogs', p_roles => array['mixer'])"),
            new SizeQuestion(
                    "find_producers, by name", 100, NAMES, "select * from find_producers(cast(:about as text))"),
            new SizeQuestion("find_producers, two letters and a filter", 100, """
                    select left(name, 2)
                    from (%s) as known
                    """.formatted(NAMES), """
                    select *
                    from find_producers(cast(:about as text), p_roles => array['mixer'], p_has_contact => true)
                    """),
            new SizeQuestion(
                    "find_producers, several roles",
                    100,
                    NOTHING,
                    "select * from find_producers(p_roles => array['mixer', 'engineer'])"),
            new SizeQuestion(
                    "adding a producer's credits up",
                    100,
                    CREDITED,
                    "select refresh_producer_summaries(array[cast(:about as uuid)])"),
            new SizeQuestion(
                    "find_producers, of an artist",
                    100,
                    ARTISTS,
                    "select * from find_producers(p_artist_id => cast(:about as uuid))"),
            new SizeQuestion("find_artists, everybody", 100, NOTHING, "select * from find_artists()"),
            new SizeQuestion("find_artists, by name", 100, """
                    select name
                    from artists tablesample bernoulli (2) repeatable (7)
                    limit :count
                    """, "select * from find_artists(cast(:about as text))"),
            new SizeQuestion("find_songs", 100, """
                    select name
                    from tracks tablesample bernoulli (0.2) repeatable (7)
                    limit :count
                    """, "select * from find_songs(cast(:about as text))"),
            new SizeQuestion(
                    "find_songs, one or two letters", 100, """
                    select left(name, 1 + (hashtext(name) & 1))
                    from tracks tablesample bernoulli (0.2) repeatable (7)
                    limit :count
                    """, "select * from find_songs(cast(:about as text))"),
            new SizeQuestion(
                    "find_artists, one or two letters", 100, """
                    select left(name, 1 + (hashtext(name) & 1))
                    from artists tablesample bernoulli (2) repeatable (7)
                    limit :count
                    """, "select * from find_artists(cast(:about as text))"),
            new SizeQuestion(
                    "discovery_run_progress",
                    100,
                    "select correlation_id::text from discovery_runs order by id limit :count",
                    "select discovery_run_progress(cast(:about as uuid))"));

    private Questions() {}

    private static SizeQuestion search(String kind, String terms) {
        return new SizeQuestion(
                "search_producers: " + kind, 50, terms, "select * from search_producers(cast(:about as text))");
    }
}
