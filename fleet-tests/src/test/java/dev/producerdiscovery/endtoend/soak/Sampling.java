package dev.producerdiscovery.endtoend.soak;

import dev.producerdiscovery.endtoend.RunningFleet;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Measures every process of the fleet, and notices when one has ended. */
final class Sampling {

    private final RunningFleet fleet;
    private final Members members;
    private final Jcmd jcmd;
    private final Connections connections;
    private final Restarts restarts;
    private final Findings findings;
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private volatile boolean lostOne;

    Sampling(RunningFleet fleet, Jcmd jcmd, Connections connections, Restarts restarts, Findings findings) {
        this.fleet = fleet;
        this.members = new Members(fleet);
        this.jcmd = jcmd;
        this.connections = connections;
        this.restarts = restarts;
        this.findings = findings;
    }

    void sample() {
        Instant start = Instant.now();
        Set<String> missing = new HashSet<>(members.names());
        for (Members.Member member : members.running()) {
            missing.remove(member.name());
            Instant at = Instant.now();
            try {
                measure(member)
                        .forEach((figure, value) ->
                                samples.add(new Sample(at, member.name(), member.pid(), figure, value)));
            } catch (IOException e) {
                if (!restarts.wasAway(member.name(), start, Instant.now())) {
                    findings.add(member.name() + " cannot be measured: " + e);
                }
            }
        }
        missing.removeIf(name -> restarts.wasAway(name, start, Instant.now()));
        missing.forEach(name -> findings.add(name + " has ended by itself"));
        lostOne |= !missing.isEmpty();
    }

    private Map<Figure, Double> measure(Members.Member member) throws IOException {
        Map<Figure, Double> values = new EnumMap<>(Figure.class);
        String url = fleet.addresses().services().get(member.name());
        if (url != null) {
            Connections.Pool pool = connections.pool(url);
            values.put(Figure.CONNECTIONS, pool.all());
            values.put(Figure.TAKEN, pool.taken());
        }
        if (member.java()) {
            Jcmd.Answer jvm = jcmd.ask(member.pid());
            values.put(Figure.HEAP, jvm.heapMegabytes());
            values.put(Figure.VIRTUAL_THREADS, (double) jvm.virtualThreads());
        }
        double threads = 0;
        double handles = 0;
        double memory = 0;
        double largest = 0;
        for (ProcessFiles files : member.files()) {
            try {
                double own = files.memory();
                threads += files.threads();
                handles += files.handles();
                memory += own;
                largest = Math.max(largest, own);
            } catch (IOException e) {
                // A process of PostgreSQL's may end while it is counted; of the others there is but one.
                if (files.pid() == member.pid()) {
                    throw e;
                }
            }
        }
        values.put(Figure.THREADS, threads);
        values.put(Figure.HANDLES, handles);
        if (member.name().equals(Members.POSTGRES)) {
            values.put(Figure.SESSIONS, (double) connections.sessions());
            values.put(Figure.LARGEST, largest);
        }
        if (member.name().equals(Members.REDIS)) {
            // It is there to keep, and gets what new artists bring.
            memory -= new RedisMemory(URI.create(fleet.addresses().backend().redisUrl())).data();
        }
        values.put(Figure.MEMORY, memory);
        return values;
    }

    /** Whether a process ended that nobody stopped: there is no point in going on. */
    boolean lostOne() {
        return lostOne;
    }

    List<Sample> samples() {
        return samples;
    }
}
