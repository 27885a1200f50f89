package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.JointSettlement;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.handling.Verdict;
import dev.producerdiscovery.worker.engine.intake.Claimed;
import dev.producerdiscovery.worker.engine.intake.Claims;
import dev.producerdiscovery.worker.engine.message.LogContext;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.pgmq.MessageSender;
import dev.producerdiscovery.worker.pgmq.OutgoingMessage;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out verdicts in one transaction: results, next messages and acknowledgements become visible together. The
 * acknowledgement comes first: it locks the message, and a message whose lease was lost has no effect at all. The
 * messages to be handled next are claimed along with it, so that one commit serves both; before the results are stored,
 * because what these lock is waited for by others until the commit, however far away the database is.
 * Throws whatever a settlement or the database throws, and then nothing has happened.
 */
final class Settler {

    private final String queue;
    private final PgmqClient queues;
    private final MessageSender sender;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Returns returns;
    private final Claims claims;

    Settler(String queue, EngineParts parts, Returns returns, Claims claims) {
        this.queue = queue;
        this.queues = parts.queues();
        this.sender = parts.sender();
        this.transactions = parts.transactions();
        this.json = parts.json();
        this.returns = returns;
        this.claims = claims;
    }

    /** @param wanted how many messages to claim along with it */
    Settled<Conclusion> settle(List<Finished> group, int wanted) {
        return transactions.execute(status -> {
            Set<Lease> held = acknowledge(group);
            Claimed next = wanted == 0 ? Claimed.nothing() : claims.alongWithSettlement(wanted);
            List<BufferedOutbox> outboxes = new ArrayList<>();
            JointSettlements joint = new JointSettlements();
            List<Conclusion> conclusions = new ArrayList<>();
            for (Finished finished : group) {
                conclusions.add(LogContext.within(
                        finished.message().envelope(), () -> conclude(finished, held, outboxes, joint)));
            }
            joint.apply();
            List<OutgoingMessage> outgoing = outboxes.stream()
                    .flatMap(outbox -> outbox.messages().stream())
                    .toList();
            if (!outgoing.isEmpty()) {
                sender.send(outgoing);
            }
            return new Settled<>(conclusions, next);
        });
    }

    private Set<Lease> acknowledge(List<Finished> group) {
        List<Lease> leases = group.stream()
                .filter(Finished::leavesTheQueue)
                .map(finished -> finished.message().lease())
                .toList();
        return leases.isEmpty() ? Set.of() : queues.archive(queue, leases);
    }

    private Conclusion conclude(
            Finished finished, Set<Lease> held, List<BufferedOutbox> outboxes, JointSettlements joint) {
        if (!finished.leavesTheQueue()) {
            return returns.giveBack(finished.message(), finished.verdict());
        }
        if (!held.contains(finished.message().lease())) {
            return Conclusion.lost();
        }
        if (finished.verdict() instanceof Verdict.Decided(Outcome.Duplicate duplicate)) {
            return new Conclusion(Ending.DUPLICATE, duplicate.reason());
        }
        if (finished.verdict() instanceof Verdict.Decided(Outcome.Done done)) {
            BufferedOutbox outbox = new BufferedOutbox(json, finished.message().envelope());
            outboxes.add(outbox);
            if (done.settlement() instanceof JointSettlement.Share<?> share) {
                joint.add(share, outbox);
            } else {
                done.settlement().apply(outbox);
            }
        }
        return new Conclusion(Ending.DONE, "");
    }
}
