package dev.producerdiscovery.monitor.deadletters;

import dev.producerdiscovery.monitor.queues.Queues;
import dev.producerdiscovery.web.InvalidField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Dead letters for programs. */
@RestController
class DeadLetterController {

    private static final int MOST_LISTED = 500;

    private final DeadLetters deadLetters;
    private final Queues queues;

    DeadLetterController(DeadLetters deadLetters, Queues queues) {
        this.deadLetters = deadLetters;
        this.queues = queues;
    }

    @GetMapping("/dead-letters")
    List<DeadLetterGroup> groups() {
        return deadLetters.groups(null);
    }

    @GetMapping("/queues/{queue}/dead-letters")
    List<DeadLetter> list(
            @PathVariable String queue,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidField("limit", "must be from 1 to " + MOST_LISTED);
        }
        if (offset < 0) {
            throw new InvalidField("offset", "must not be negative");
        }
        return deadLetters.list(queues.one(queue).name(), limit, offset);
    }

    @GetMapping("/queues/{queue}/dead-letters/{id}")
    DeadLetter one(@PathVariable String queue, @PathVariable long id) {
        return deadLetters.one(queue, id);
    }

    /** Without a body the message goes back as it was. */
    @PostMapping("/queues/{queue}/dead-letters/{id}/reprocess")
    Map<String, Integer> reprocess(
            @PathVariable String queue, @PathVariable long id, @RequestBody(required = false) @Nullable JsonNode body) {
        deadLetters.reprocess(queue, id, body);
        return Map.of("reprocessed", 1);
    }

    @PostMapping("/queues/{queue}/dead-letters/reprocess")
    Map<String, Integer> reprocess(@PathVariable String queue, @RequestBody Selection selection) {
        return Map.of("reprocessed", deadLetters.reprocess(queues.one(queue).name(), selection));
    }

    @DeleteMapping("/queues/{queue}/dead-letters/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String queue, @PathVariable long id) {
        deadLetters.discard(queue, id);
    }
}
