package dev.producerdiscovery.endtoend.soak;

import java.time.Instant;

/** @param pid tells one life of a process from the next one */
record Sample(Instant at, String process, long pid, Figure figure, double value) {}
