package dev.producerdiscovery.benchmarks.contender;

/** What every job carries: its number, a key to deduplicate by, and as much padding as makes 200 bytes. */
final class JobBody {

    private static final int BYTES = 200;

    private JobBody() {}

    /** @return a JSON object */
    static String of(int number) {
        String start = "{\"number\":" + number + ",\"_idempotencyKey\":\"benchmark:" + number + "\",\"padding\":\"";
        return start + "x".repeat(BYTES - start.length() - 2) + "\"}";
    }
}
