// pg-boss 12. "fast": workers are woken by NOTIFY and go on without a pause as long as batches of 100 come back full,
// https://timgit.github.io/pg-boss/#/./api/workers; "defaults": one job every two seconds, as that page says.
import { PgBoss } from 'pg-boss';

const WORK = {
    fast: { batchSize: 100, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5, localConcurrency: 2 },
    defaults: {},
};

export function create(url) {
    const open = async options => {
        const boss = new PgBoss({ connectionString: url, ...options });
        boss.on('error', error => console.error(error));
        await boss.start();
        return boss;
    };
    // Maintenance belongs to the worker; a sender needs none.
    const sender = () => open({ supervise: false, schedule: false, migrate: false, max: 1 });

    return {
        async install() {
            const boss = await open({});
            await boss.createQueue('fast', { notify: true });
            await boss.createQueue('defaults');
            await boss.stop({ graceful: false });
        },

        async producer(variant) {
            const boss = await sender();
            return {
                enqueue: bodies => bodies.length === 1
                    ? boss.send(variant, bodies[0])
                    : boss.insert(variant, bodies.map(data => ({ data }))),
                close: () => boss.stop({ graceful: false }),
            };
        },

        async park(bodies) {
            const boss = await sender();
            const startAfter = new Date(Date.now() + 3_600_000);
            for (let first = 0; first < bodies.length; first += 1000) {
                await boss.insert('fast', bodies.slice(first, first + 1000).map(data => ({ data, startAfter })));
            }
            await boss.stop({ graceful: false });
        },

        async work(variant, handle) {
            const boss = await open({ useListenNotify: variant === 'fast' });
            await boss.work(variant, WORK[variant], async jobs => {
                for (const job of jobs) await handle(job.data.number);
            });
            return { close: () => boss.stop({ graceful: true, timeout: 5000 }) };
        },
    };
}
