// The process in which one contender runs, see ContenderHost.java: the same commands, the same answers.
// Arguments: the engine, the URL of its database, SQL that asks whether a due job is left.
import { createInterface } from 'node:readline';
import pg from 'pg';

const [engine, url, unfinished] = process.argv.slice(2);
const PATIENCE = 120_000;

// Whatever a library prints must not be taken for an answer.
console.log = console.info = console.debug = console.error;

const database = new pg.Pool({ connectionString: url, max: 4, idleTimeoutMillis: 100 });
const contender = await import(`./${engine}.mjs`).then(module => module.create(url));

const now = () => performance.now() * 1000;
const cpu = () => { const used = process.cpuUsage(); return used.user + used.system; };
const sleep = millis => new Promise(wake => setTimeout(wake, millis));
const micros = values => values.map(value => Math.round(value)).join(',');

// Which of the expected jobs were handled, and when each of them first was.
class Handled {
    constructor(first, count) {
        this.first = first;
        this.startedAt = new Float64Array(count);
        this.left = count;
        this.again = 0;
        this.firstStart = 0;
        this.complete = new Promise(resolve => { this.resolve = resolve; });
    }

    handle(number) {
        const at = now();
        this.firstStart ||= at;
        const place = number - this.first;
        if (place < 0 || place >= this.startedAt.length) return;
        if (this.startedAt[place]) {
            this.again++;
        } else {
            this.startedAt[place] = at;
            if (--this.left === 0) this.resolve();
        }
    }

    async await() {
        let timer;
        await Promise.race([this.complete, new Promise(late => { timer = setTimeout(late, PATIENCE); })]);
        clearTimeout(timer);
        return this.left === 0;
    }
}

let current = null;
let worker = null;

const body = number => {
    const start = { number, _idempotencyKey: `benchmark:${number}`, padding: '' };
    start.padding = 'x'.repeat(200 - JSON.stringify(start).length);
    return start;
};

const bodies = (first, count) => Array.from({ length: count }, (_, place) => body(first + place));

const handler = effects => async number => {
    current?.handle(number);
    if (effects) await database.query('insert into effects (number) values ($1::integer)', [number]);
};

async function finished() {
    for (const end = now() + PATIENCE * 1000; now() < end; await sleep(1)) {
        const { rows } = await database.query({ text: unfinished, rowMode: 'array' });
        if (!rows[0][0]) return true;
    }
    return false;
}

const commands = {
    async install() {
        await contender.install();
        return '';
    },

    async enqueue(variant, first, count, group) {
        const producer = await contender.producer(variant);
        const calls = [];
        const used = cpu();
        const start = now();
        for (let number = first; number < first + count; number += group) {
            const before = now();
            await producer.enqueue(bodies(number, Math.min(group, first + count - number)));
            calls.push(now() - before);
        }
        const took = now() - start;
        const spent = cpu() - used;
        await producer.close();
        return `took=${Math.round(took)} cpu=${spent} samples=${micros(calls)}`;
    },

    async park(count) {
        await contender.park(bodies(0, count));
        return '';
    },

    async drain(variant, batch, first, count) {
        const handled = current = new Handled(first, count);
        const used = cpu();
        const working = await contender.work(variant, handler(false));
        const complete = await handled.await() && await finished();
        const took = now() - handled.firstStart;
        const spent = cpu() - used;
        await working.close();
        const missing = complete ? 0 : Math.max(1, handled.left);
        return `took=${Math.round(took)} cpu=${spent} missing=${missing} again=${handled.again}`;
    },

    async latency(variant, first, count, gap) {
        const handled = current = new Handled(first, count);
        const working = worker ?? await contender.work(variant, handler(false));
        const producer = await contender.producer(variant);
        const enqueuedAt = [];
        let next = now();
        for (let place = 0; place < count; place++) {
            next += gap * (0.7 + 0.6 * Math.random());
            await sleep(Math.max(0, (next - now()) / 1000));
            enqueuedAt.push(now());
            await producer.enqueue([body(first + place)]);
        }
        await handled.await();
        await producer.close();
        if (!worker) await working.close();
        const samples = enqueuedAt
            .map((at, place) => handled.startedAt[place] && handled.startedAt[place] - at)
            .filter(Boolean);
        return `missing=${handled.left} samples=${micros(samples)}`;
    },

    async work(variant, batch, effects) {
        worker = await contender.work(variant, handler(effects === 'effects'));
        return '';
    },

    async rest() {
        await worker?.close();
        worker = null;
        return '';
    },
};

const value = word => /^-?\d+$/.test(word) ? Number(word) : word;

for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'quit') break;
    const [command, ...words] = line.split(' ');
    try {
        process.stdout.write(`reply ${await commands[command](...words.map(value))}\n`);
    } catch (error) {
        console.error(error);
        process.stdout.write(`failed ${String(error).replaceAll('\n', ' ')}\n`);
    }
}
process.exit(0);
