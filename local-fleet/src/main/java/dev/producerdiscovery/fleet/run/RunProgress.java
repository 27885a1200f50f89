package dev.producerdiscovery.fleet.run;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How far a discovery run is.
 *
 * @param state one of the contract's words: {@code queued}, {@code running}, {@code waiting for … until …},
 *     {@code ambiguous}, {@code not_found}, {@code refused}, {@code complete}, {@code complete with failures}
 * @param artistId empty until the artist is known
 * @param notes what was left out on purpose, in sentences
 */
record RunProgress(
        String state,
        String artistId,
        String artistName,
        List<Stage> stages,
        List<Waiting> waiting,
        JsonNode candidates,
        List<String> notes) {

    /** @param pending waiting to be done, or being done */
    record Stage(String queue, long pending, long done, long dead) {}

    record Waiting(String provider, String until, String reason) {}

    static RunProgress from(JsonNode run) {
        List<Stage> stages = new ArrayList<>();
        run.path("stages")
                .forEach(stage -> stages.add(new Stage(
                        stage.path("queue").asString(""),
                        stage.path("pending").asLong(0) + stage.path("inFlight").asLong(0),
                        stage.path("done").asLong(0),
                        stage.path("dead").asLong(0))));
        List<Waiting> waiting = new ArrayList<>();
        run.path("waiting")
                .forEach(wait -> waiting.add(new Waiting(
                        wait.path("provider").asString(""),
                        wait.path("until").asString(""),
                        wait.path("reason").asString(""))));
        return new RunProgress(
                run.path("state").asString(""),
                run.path("artistId").asString(""),
                run.path("artistName").asString(""),
                stages,
                waiting,
                run.path("candidates"),
                run.path("notes").valueStream().map(note -> note.asString("")).toList());
    }

    boolean hasEnded() {
        return isComplete() || List.of("ambiguous", "not_found", "refused").contains(state);
    }

    boolean isComplete() {
        return state.startsWith("complete");
    }
}
