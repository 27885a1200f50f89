package dev.producerdiscovery.simulator.control;

import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import dev.producerdiscovery.simulator.spotify.TokenOffice;
import dev.producerdiscovery.simulator.traffic.Gate;
import dev.producerdiscovery.simulator.traffic.Ledger;
import dev.producerdiscovery.simulator.truth.Truth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is in the catalogue, what is true about it, and what callers did. */
@RestController
class ControlController {

    private final Catalogue catalogue;
    private final Lazy<Truth> truth;
    private final Ledger ledger;
    private final Gate gate;
    private final Behaviours behaviours;
    private final TokenOffice tokens;

    ControlController(
            Catalogue catalogue,
            Lazy<Truth> truth,
            Ledger ledger,
            Gate gate,
            Behaviours behaviours,
            TokenOffice tokens) {
        this.catalogue = catalogue;
        this.truth = truth;
        this.ledger = ledger;
        this.gate = gate;
        this.behaviours = behaviours;
        this.tokens = tokens;
    }

    /** Under the services' address too, so that whatever watches them can watch this. */
    @GetMapping({"/_health", "/actuator/health"})
    Map<String, @Nullable Object> health() {
        return Json.object(
                "status",
                "UP",
                "artists",
                artists().size(),
                "tracks",
                catalogue.tracks().size());
    }

    @GetMapping("/_artists")
    List<Map<String, @Nullable Object>> artists() {
        return catalogue.acts().stream()
                .filter(act -> act.kind() == Act.Kind.ARTIST)
                .map(TruthAnswers::artist)
                .toList();
    }

    @GetMapping("/_truth")
    ResponseEntity<Object> truth(@RequestParam("artist") String artist) {
        List<Map<String, @Nullable Object>> found = truth.get().acts(artist).stream()
                .map(act -> TruthAnswers.truth(act, truth.get()))
                .toList();
        return found.isEmpty()
                ? ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.NOT_FOUND, "No artist has the name or Spotify id '" + artist + "'"))
                        .build()
                : ResponseEntity.ok(Json.object("artists", found));
    }

    @GetMapping("/_stats")
    Map<String, @Nullable Object> stats() {
        return StatsAnswer.of(ledger);
    }

    /** Everything but the catalogue is as it was at the start. */
    @PostMapping("/_reset")
    Map<String, @Nullable Object> reset() {
        behaviours.reset();
        gate.reset();
        ledger.reset();
        tokens.reset();
        return health();
    }
}
