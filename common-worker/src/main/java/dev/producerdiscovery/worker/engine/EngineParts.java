package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.pgmq.MessageSender;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an engine is put together from.
 *
 * @param sender sends the messages of settlements, inside their transaction
 * @param postgres whether the database answers
 * @param clock the time of day, by which providers say when they may be called again
 * @param steady for leases and waits, which must not end or last because somebody set the clock
 */
public record EngineParts(
        WorkerSettings settings,
        PgmqClient queues,
        MessageSender sender,
        TransactionTemplate transactions,
        JsonMapper json,
        ProviderBudget budget,
        Deduplication deduplication,
        EndingListener listener,
        Outage postgres,
        InstantSource clock,
        InstantSource steady,
        RandomGenerator random,
        Pause pause) {}
