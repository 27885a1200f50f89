package dev.producerdiscovery.monitor.budgets;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Budgets for programs. */
@RestController
class BudgetController {

    private final Budgets budgets;

    BudgetController(Budgets budgets) {
        this.budgets = budgets;
    }

    @GetMapping("/budgets")
    List<Budget> all() {
        return budgets.all();
    }
}
