package dev.producerdiscovery.monitor;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was done to the pipeline in monitoring_events, for whoever asks later. */
@Component
public class Events {

    private final JdbcClient database;
    private final JsonMapper json;

    Events(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public void record(String type, Map<String, ?> details) {
        database.sql("select record_monitoring_event(cast(:type as text), cast(:details as jsonb))")
                .param("type", type)
                .param("details", json.writeValueAsString(details))
                .query((row, number) -> type)
                .single();
    }
}
