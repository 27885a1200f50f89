package dev.producerdiscovery.worker.budget;

import io.github.bucket4j.Bucket;

/** Where the token buckets are that all replicas share. May throw when that place does not answer. */
@FunctionalInterface
interface SharedBuckets {

    Bucket bucket(String provider, Rate rate);
}
