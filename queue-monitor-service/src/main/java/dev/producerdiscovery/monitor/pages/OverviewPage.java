package dev.producerdiscovery.monitor.pages;

import dev.producerdiscovery.monitor.budgets.Budgets;
import dev.producerdiscovery.monitor.health.Health;
import dev.producerdiscovery.monitor.providers.ProviderChecks;
import dev.producerdiscovery.monitor.queues.Queues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The start page: everything at a glance. */
@Controller
class OverviewPage {

    private final Queues queues;
    private final Budgets budgets;
    private final ProviderChecks checks;
    private final Health health;

    OverviewPage(Queues queues, Budgets budgets, ProviderChecks checks, Health health) {
        this.queues = queues;
        this.budgets = budgets;
        this.checks = checks;
        this.health = health;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("queues", queues.all());
        model.addAttribute("budgets", budgets.all());
        model.addAttribute("checks", checks.all());
        model.addAttribute("report", health.report());
        model.addAttribute("runs", health.latestRuns());
        model.addAttribute("issues", health.openIssues());
        return "overview";
    }

    @PostMapping("/pages/pause/{queue}")
    String pause(@PathVariable String queue) {
        queues.activate(queue, false);
        return "redirect:/";
    }

    @PostMapping("/pages/resume/{queue}")
    String resume(@PathVariable String queue) {
        queues.activate(queue, true);
        return "redirect:/";
    }
}
