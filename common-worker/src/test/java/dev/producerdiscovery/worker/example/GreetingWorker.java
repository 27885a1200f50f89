package dev.producerdiscovery.worker.example;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Greets somebody, and lets the next stage look after the guest. */
class GreetingWorker extends BaseWorker<GreetingMessage> {

    private final JdbcClient jdbc;

    GreetingWorker(JdbcClient jdbc) {
        super("greeting", GreetingMessage.class);
        this.jdbc = jdbc;
    }

    @Override
    public Outcome handle(GreetingMessage message, Delivery delivery) {
        // The slow part, for example asking a provider: outside any transaction, while the lease is kept.
        String greeting = "Good morning, " + message.name();

        // The short part: result, next message and acknowledgement, all or nothing.
        return Outcome.done(outbox -> {
            jdbc.sql("insert into greetings (text) values (?::text)")
                    .param(greeting)
                    .update();
            outbox.send("guest", Map.of("name", message.name()), delivery.keyFor("guest", message.name(), 0));
        });
    }
}
