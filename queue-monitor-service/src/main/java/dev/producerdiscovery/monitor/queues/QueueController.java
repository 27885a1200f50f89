package dev.producerdiscovery.monitor.queues;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Queues for programs. */
@RestController
@RequestMapping("/queues")
class QueueController {

    private static final String STUCK_MINUTES = "15";

    private final Queues queues;

    QueueController(Queues queues) {
        this.queues = queues;
    }

    @GetMapping
    List<QueueState> all() {
        return queues.all();
    }

    @GetMapping("/{name}")
    QueueState one(@PathVariable String name) {
        return queues.one(name);
    }

    @PostMapping("/{name}/pause")
    QueueState pause(@PathVariable String name) {
        queues.activate(name, false);
        return queues.one(name);
    }

    @PostMapping("/{name}/resume")
    QueueState resume(@PathVariable String name) {
        queues.activate(name, true);
        return queues.one(name);
    }

    @GetMapping("/{name}/stuck")
    List<StuckMessage> stuck(@PathVariable String name, @RequestParam(defaultValue = STUCK_MINUTES) int minutes) {
        return queues.stuck(name, minutes);
    }

    @PostMapping("/{name}/stuck/reset")
    Map<String, Integer> reset(@PathVariable String name, @RequestParam(defaultValue = STUCK_MINUTES) int minutes) {
        return Map.of("reset", queues.reset(name, minutes));
    }
}
