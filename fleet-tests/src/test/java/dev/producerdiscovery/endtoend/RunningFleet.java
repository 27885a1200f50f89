package dev.producerdiscovery.endtoend;

import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.process.PropertiesFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fleet of the end-to-end tests, with the simulator as the only provider; ends with the JVM. */
public final class RunningFleet {

    static final String SPOTIFY_SECRET = "PRODUCER_DISCOVERY_PROVIDERS_SPOTIFY_CLIENT_SECRET";

    /** What must never be seen anywhere; the simulator takes any. */
    static final Map<String, String> KEYS = Map.of(
            SPOTIFY_SECRET,
            "5p0t1fy-client-secret-of-these-tests",
            "PRODUCER_DISCOVERY_PROVIDERS_GENIUS_ACCESS_TOKEN",
            "g3n1u5-access-token-of-these-tests");

    private static final RunningFleet INSTANCE = new RunningFleet();

    private final FleetHome home;
    private final Fleet fleet;
    private volatile FleetAddresses addresses;
    private volatile JdbcClient database;
    private boolean ended;

    private RunningFleet() {
        home = new FleetHome(Path.of("target", "fleet").toAbsolutePath());
        fleet = new Fleet(home, KEYS, System.out);
        try {
            delete(home.root());
            Files.createDirectories(home.root());
            Files.createSymbolicLink(home.root().resolve("apps"), Applications.unpacked());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        // What ends in peace leaves the file by which all later ones start in half the time.
        fleet.up();
        fleet.down();
        addresses = fleet.up();
        database = JdbcClient.create(owner());
    }

    public static RunningFleet get() {
        return INSTANCE;
    }

    /** Starts whatever does not run, where another fleet of the tests may have taken its port meanwhile. */
    public synchronized void up() {
        if (!ended) {
            addresses = fleet.up();
            database = JdbcClient.create(owner());
        }
    }

    /** After whoever is starting something: what is started behind its back would outlive it. */
    private synchronized void end() {
        ended = true;
        fleet.down();
    }

    /** What {@code kill -9} does to every service; the database stays. */
    void killServices() {
        for (String service : addresses.services().keySet()) {
            kill(service);
        }
    }

    public void kill(String component) {
        process(component).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** What a component runs as, while it runs. */
    public Optional<ProcessHandle> process(String component) {
        String pid = PropertiesFile.read(home.root().resolve("run").resolve(component + ".process"))
                .getOrDefault("pid", "-1");
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    }

    public FleetHome home() {
        return home;
    }

    /** Redis forgets everything. */
    void flushRedis() {
        URI redis = URI.create(addresses.backend().redisUrl());
        try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
            String commands = "AUTH " + redis.getUserInfo().replace(':', ' ') + "\r\nFLUSHALL\r\n";
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String answer = answers.readLine() + answers.readLine();
            if (!"+OK+OK".equals(answer)) {
                throw new IllegalStateException("Redis answers " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JdbcClient database() {
        return database;
    }

    public FleetAddresses addresses() {
        return addresses;
    }

    public Simulator simulator() {
        return new Simulator(addresses.simulator());
    }

    Search search() {
        return new Search(database, addresses, home.logs());
    }

    DiscoveryClient discovery() {
        return new DiscoveryClient(addresses.artistDiscovery());
    }

    /** Forgets everything that was found or is still asked for, so that a test sees only its own run. */
    void forgetResults() {
        database.sql("select pgmq.purge_queue(queue_name) from pgmq.list_queues()")
                .query()
                .listOfRows();
        database.sql(
                        "truncate artists, producers, run_outcomes, processing_status, processed_operations, source_releases, source_artists cascade")
                .update();
    }

    /** Everything that was found out about the people themselves, as text that two runs can be compared by. */
    List<String> profiles() {
        return database.sql("""
                        select concat_ws(' | ', root.name, root.email, root.image_url, root.instagram_handle,
                            root.instagram_bio, root.metadata -> 'profiles', root.metadata ->> 'bio',
                            string_agg(i.provider || ':' || i.external_id, ' ' order by i.provider, i.external_id))
                        from producers root
                        left join producers part on coalesce(part.merged_into, part.id) = root.id
                        left join producer_identities i on i.producer_id = part.id
                        where root.merged_into is null
                        group by root.id
                        """).<String>query((row, number) -> String.valueOf(row.getString(1))).list().stream()
                .sorted()
                .toList();
    }

    /** Everything that a person would see of an artist's credits, as text that two runs can be compared by. */
    List<String> credits() {
        return database.sql("""
                        select concat_ws(' | ', artists.name, albums.name, tracks.spotify_id, producers.name,
                            track_producers.role, track_producers.confidence, track_producers.source,
                            track_producers.verification)
                        from tracks
                        join albums on albums.id = tracks.album_id
                        join artists on artists.id = albums.artist_id
                        left join track_producers on track_producers.track_id = tracks.id
                        left join producers on producers.id = track_producers.producer_id
                        """).<String>query((row, number) -> String.valueOf(row.getString(1))).list().stream()
                .sorted()
                .toList();
    }

    public long deadLetters() {
        return database.sql("select count(*) from dlq_messages")
                .query(Long.class)
                .single();
    }

    public long waitingMessages() {
        return database.sql("select coalesce(sum(visible + in_flight + delayed), 0) from get_queue_monitoring_data()")
                .query(Long.class)
                .single();
    }

    private DataSource owner() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(addresses.backend().jdbcUrl());
        dataSource.setUser(addresses.backend().ownerUser());
        dataSource.setPassword(addresses.backend().password());
        return dataSource;
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (var paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
