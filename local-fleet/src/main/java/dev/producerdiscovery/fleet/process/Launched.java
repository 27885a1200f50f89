package dev.producerdiscovery.fleet.process;

/** @param instance what the process says of itself when it is asked; no other process ever says the same */
record Launched(Process process, String instance) {}
