package dev.producerdiscovery.monitor.providers;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outside APIs for programs. */
@RestController
class ProviderController {

    private final ProviderChecks checks;

    ProviderController(ProviderChecks checks) {
        this.checks = checks;
    }

    @GetMapping("/providers")
    List<ProviderCheck> all() {
        return checks.all();
    }
}
