package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.musicbrainz.MusicBrainzSources;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Songs of an artist that are asked about at the same time. */
class SharedListTest extends IdentificationStage {

    private static final String TIN_FOXES = "a1a1a1a1-0000-4000-8000-000000000001";
    private static final int SONGS = 4;

    @Autowired
    MusicBrainzClient client;

    @Autowired
    DataSource ofWorker;

    private final AtomicInteger reads = new AtomicInteger();
    private volatile List<Thread> threads = List.of();

    /** As each message of a refresh does. */
    @Test
    void a_long_list_is_read_by_one_for_all_also_by_those_who_need_it_of_different_ages() throws Exception {
        UUID track = track("Harbour Lights", 1);
        jdbc.sql("select record_artist_lookup(:artist, 'musicbrainz', :there, now())")
                .param("artist", catalogue.artist())
                .param("there", TIN_FOXES)
                .query()
                .listOfRows();
        jdbc.sql("select record_source_artist('musicbrainz', :there, '[]', '{}', 0, now() + interval '1 day')")
                .param("there", TIN_FOXES)
                .query()
                .listOfRows();
        Song song = new SongReader(JdbcClient.create(ofWorker), JsonMapper.shared(), Duration.ofMinutes(10))
                .songOf(track, Instant.now())
                .orElseThrow()
                .song();
        CreditSource source = source();
        threads = IntStream.range(0, SONGS)
                .mapToObj(number -> Thread.ofPlatform()
                        .unstarted(() -> new WorkScope(
                                        Optional.empty(),
                                        Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number))
                                .within(() -> source.ask(song))))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(reads).hasValue(1);
    }

    private CreditSource source() {
        JdbcClient watched = JdbcClient.create(new DelegatingDataSource(ofWorker) {

            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }
        });
        Duration day = Duration.ofDays(1);
        return MusicBrainzSources.of(client, watched, JsonMapper.shared(), day, day, day, 3, InstantSource.system())
                .byArtist();
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("prepareStatement")
                            && String.valueOf(args[0]).contains("from source_artists")) {
                        reads.incrementAndGet();
                        awaitTheOthers(Thread.currentThread());
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Until each of them reads as well, or waits for this one. */
    private void awaitTheOthers(Thread reading) {
        Awaitility.await()
                .until(() -> threads.stream()
                        .filter(other -> !other.equals(reading))
                        .map(Thread::getState)
                        .allMatch(state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING));
    }
}
