package dev.producerdiscovery.worker.example;

import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for the flowers of several guests at once, because the florist charges by the call. */
class FlowersWorker extends BatchWorker<GreetingMessage> {

    private static final int BUNCH = 8;

    /** A provider that answers for many at once, in their order. */
    interface Florist {
        List<String> flowersFor(List<String> names);
    }

    private final JdbcClient jdbc;
    private final Florist florist;

    FlowersWorker(JdbcClient jdbc, Florist florist) {
        super("greeting", GreetingMessage.class, BUNCH);
        this.jdbc = jdbc;
        this.florist = florist;
    }

    @Override
    public List<Outcome> handle(List<Received<GreetingMessage>> messages) {
        List<String> flowers = florist.flowersFor(messages.stream()
                .map(received -> String.valueOf(received.message().name()))
                .toList());
        return flowers.stream().map(this::stored).toList();
    }

    private Outcome stored(String flower) {
        return Outcome.done(outbox -> jdbc.sql("insert into greetings (text) values (?::text)")
                .param(flower)
                .update());
    }
}
