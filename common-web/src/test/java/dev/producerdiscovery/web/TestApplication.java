package dev.producerdiscovery.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as possible, with one way into each kind of failure. */
@SpringBootApplication
class TestApplication {

    record Order(
            @Nullable String name,
            @Nullable Integer count,
            @Nullable List<Line> lines) {
        Order {
            if (name != null && name.isBlank()) {
                throw new InvalidField("name", "must not be blank");
            }
        }
    }

    record Line(UUID id) {}

    enum Sort {
        NAME,
        TRACKS
    }

    @RestController
    static class TestController {

        @GetMapping("/things")
        Map<String, Object> things(@RequestParam int page, @RequestParam(defaultValue = "NAME") Sort sort) {
            return Map.of("page", page, "sort", sort);
        }

        @GetMapping("/things/{id}")
        Map<String, Object> thing(@PathVariable UUID id) {
            throw new NotFound("No thing has the id " + id + ".");
        }

        @PostMapping("/things")
        ResponseEntity<Map<String, Object>> order(@RequestBody Order order) {
            return ResponseEntity.accepted().body(Map.of("name", String.valueOf(order.name())));
        }

        @GetMapping("/defect")
        String defect() {
            throw new IllegalStateException("jdbc:postgresql://inside/secret");
        }

        @GetMapping("/database/{kind}")
        String database(@PathVariable String kind) {
            throw switch (kind) {
                case "away" -> new DataAccessResourceFailureException("no connection to 10.0.0.1");
                case "argument" ->
                    new DataIntegrityViolationException(
                            "bad",
                            new SQLException("ERROR: limit_count must not be negative: -1\n  Where: x", "22023"));
                case "unknown" ->
                    new DataIntegrityViolationException(
                            "bad", new SQLException("ERROR: artist_id is unknown: 7", "P0002"));
                default -> new DataIntegrityViolationException("bad", new SQLException("ERROR: secret", "23505"));
            };
        }
    }
}
