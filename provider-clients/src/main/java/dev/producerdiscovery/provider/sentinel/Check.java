package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.Examination;
import java.time.Instant;

/**
 * The last look at a provider, by whichever process.
 *
 * @param since since when it has been in this condition
 * @param checkedAt when it was last asked
 */
record Check(String provider, Examination examination, Instant since, Instant checkedAt) {}
