package dev.producerdiscovery.monitor.pages;

import dev.producerdiscovery.monitor.deadletters.DeadLetters;
import dev.producerdiscovery.monitor.deadletters.Selection;
import dev.producerdiscovery.monitor.queues.Queues;
import dev.producerdiscovery.web.InvalidField;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One queue: its stuck messages and its dead letters, and what can be done about them. */
@Controller
@RequestMapping("/pages/queues/{queue}")
class QueuePage {

    private static final int STUCK_MINUTES = 15;
    private static final int DEAD_LETTERS_A_PAGE = 25;
    private static final int MOST_PAGES = 10_000;

    private final Queues queues;
    private final DeadLetters deadLetters;

    QueuePage(Queues queues, DeadLetters deadLetters) {
        this.queues = queues;
        this.deadLetters = deadLetters;
    }

    @GetMapping
    String queue(@PathVariable String queue, @RequestParam(defaultValue = "1") int page, Model model) {
        if (page < 1 || page > MOST_PAGES) {
            throw new InvalidField("page", "must be from 1 to " + MOST_PAGES);
        }
        model.addAttribute("queue", queues.one(queue));
        model.addAttribute("stuck", queues.stuck(queue, STUCK_MINUTES));
        model.addAttribute("groups", deadLetters.groups(queue));
        model.addAttribute("letters", deadLetters.list(queue, DEAD_LETTERS_A_PAGE, (page - 1) * DEAD_LETTERS_A_PAGE));
        model.addAttribute("page", page);
        model.addAttribute("pageSize", DEAD_LETTERS_A_PAGE);
        return "queue";
    }

    @PostMapping("/reset")
    String reset(@PathVariable String queue) {
        return back(queue, "reset", queues.reset(queue, STUCK_MINUTES));
    }

    @PostMapping("/reprocess")
    String reprocess(@PathVariable String queue, @RequestParam long id) {
        deadLetters.reprocess(queue, id, null);
        return back(queue, "reprocessed", 1);
    }

    @PostMapping("/reprocess-all")
    String reprocessAll(@PathVariable String queue, @RequestParam String reason) {
        return back(queue, "reprocessed", deadLetters.reprocess(queue, Selection.withReason(reason)));
    }

    @PostMapping("/discard")
    String discard(@PathVariable String queue, @RequestParam long id) {
        deadLetters.discard(queue, id);
        return back(queue, "discarded", 1);
    }

    /** What was done is told in the address, because pages keep no session. */
    private static String back(String queue, String done, int messages) {
        return "redirect:/pages/queues/" + queue + "?" + done + "=" + messages;
    }
}
