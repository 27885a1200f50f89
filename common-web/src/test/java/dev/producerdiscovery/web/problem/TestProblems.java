package dev.producerdiscovery.web.problem;

import tools.jackson.databind.json.JsonMapper;

/** Answers for tests of filters that stand alone. */
public final class TestProblems {

    private TestProblems() {}

    public static Problems problems() {
        return new Problems(JsonMapper.shared());
    }
}
