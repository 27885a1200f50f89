package dev.producerdiscovery.migrations;

import java.util.Locale;

/** The database roles that the migrations create. A person's or service's login is one of these or a member of one. */
public enum PipelineRole {
    /** What the services connect as: the queues, the catalogue, no DDL. */
    WORKER,
    /** A worker that may also pause, repair, replay and force-release. */
    OPERATOR,
    /** Views and read functions only. */
    READER;

    /** The role's name in the database. */
    public String roleName() {
        return "pipeline_" + name().toLowerCase(Locale.ROOT);
    }

    /** The environment variable that holds the role's password, for the one-shot job. */
    String passwordVariable() {
        return "PIPELINE_" + name() + "_PASSWORD";
    }
}
