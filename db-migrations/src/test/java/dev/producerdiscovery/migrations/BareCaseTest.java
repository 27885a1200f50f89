package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Nothing leaves it to the database's locale what a letter, a digit or a capital is: {@code R__10_ascii.sql} and {@code R__30_letters.sql}
 * decide, and what they offer is used everywhere else.
 */
class BareCaseTest {

    private static final Database DB = TestServer.plain().migrated();

    /** Also in a generated function and in SQL within SQL. */
    private static final String BARE =
            "(^|[^a-z_.])(lower|upper|initcap|casefold)\\s*\\(|\\milike\\M|~\\*|~~\\*|\\\\[dDwW]|citext";

    @Test
    void no_function_asks_the_locale() {
        assertThat(DB.column("""
                        select p.oid::regprocedure
                        from pg_proc p
                        where p.pronamespace::regnamespace::text in ('public', 'queue_mgmt', 'worker_queues', 'pgmq')
                            -- Schema pgmq knows none of our functions.
                            and regexp_replace(p.prosrc, 'lower\\([^()]*collate "C"\\)', '', 'g') ~ ?
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        """, BARE)).isEmpty();
    }

    @Test
    void no_view_index_or_constraint_asks_the_locale() {
        assertThat(DB.column("""
                        select definition
                        from (
                            select pg_get_viewdef(oid) from pg_class where relkind = 'v'
                            union all
                            select pg_get_indexdef(indexrelid) from pg_index
                            union all
                            select pg_get_constraintdef(oid) from pg_constraint where contype = 'c'
                        ) as d (definition)
                        where definition ~ ?
                            and definition !~ 'pg_catalog|information_schema|pg_'
                        """, BARE)).isEmpty();
    }

    @Test
    void no_service_asks_the_locale() throws IOException {
        Pattern bare = Pattern.compile("(?<![\\w.])(lower|upper|initcap)\\(|\\bilike\\b|\\s!?~\\*");
        assertThat(JavaSources.all().stream()
                        .flatMap(source -> source.lines().skip(1))
                        .filter(line -> bare.matcher(line).find()))
                .isEmpty();
    }
}
