// graphile-worker 0.18. "fast": the settings of its own measurement with batching,
// https://worker.graphile.org/docs/performance; "defaults": one job at a time.
import { Logger, makeWorkerUtils, run } from 'graphile-worker';

const WORK = {
    fast: {
        concurrentJobs: 24,
        maxPoolSize: 25,
        localQueue: { size: 500 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
    },
    defaults: {},
};

const logger = new Logger(() => (level, message) => {
    if (level === 'error') console.error(message);
});

export function create(url) {
    const open = () => makeWorkerUtils({ connectionString: url, logger });

    return {
        async install() {
            const utils = await open();
            await utils.migrate();
            await utils.release();
        },

        async producer() {
            const utils = await open();
            return {
                enqueue: bodies => bodies.length === 1
                    ? utils.addJob('benchmark', bodies[0])
                    : utils.addJobs(bodies.map(payload => ({ identifier: 'benchmark', payload }))),
                close: () => utils.release(),
            };
        },

        async park(bodies) {
            const utils = await open();
            const runAt = new Date(Date.now() + 3_600_000);
            for (let first = 0; first < bodies.length; first += 1000) {
                await utils.addJobs(bodies.slice(first, first + 1000)
                    .map(payload => ({ identifier: 'benchmark', payload, runAt })));
            }
            await utils.release();
        },

        async work(variant, handle) {
            const runner = await run({
                noHandleSignals: true,
                preset: { worker: { connectionString: url, logger, ...WORK[variant] } },
                taskList: { benchmark: payload => handle(payload.number) },
            });
            return { close: () => runner.stop() };
        },
    };
}
