package dev.producerdiscovery.monitor.health;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The health report for programs. */
@RestController
class HealthController {

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    @GetMapping("/health-report")
    Map<String, Object> report() {
        return health.report();
    }

    @GetMapping("/issues")
    List<Issue> issues() {
        return health.openIssues();
    }

    @GetMapping("/runs")
    List<Map<String, Object>> runs() {
        return health.latestRuns();
    }
}
