package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.JointSettlement;
import dev.producerdiscovery.worker.JointSettlement.Result;
import dev.producerdiscovery.worker.JointSettlement.Share;
import dev.producerdiscovery.worker.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the shares of a group in its joint settlements, so that each of these is carried out once. */
final class JointSettlements {

    private final Map<JointSettlement<?>, List<Result<?>>> shares = new LinkedHashMap<>();

    void add(Share<?> share, Outbox outbox) {
        shares.computeIfAbsent(share.joint(), joint -> new ArrayList<>()).add(new Result<>(share.value(), outbox));
    }

    void apply() {
        shares.forEach(JointSettlements::apply);
    }

    /** Each list holds shares of its own settlement only, so they are of its type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void apply(JointSettlement<?> joint, List<Result<?>> results) {
        ((JointSettlement) joint).apply(List.copyOf(results));
    }
}
