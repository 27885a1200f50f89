package dev.producerdiscovery.simulator.control;

import dev.producerdiscovery.simulator.behaviour.BehaviourChange;
import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import dev.producerdiscovery.simulator.behaviour.SpotifyTerms;
import dev.producerdiscovery.simulator.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What shall go wrong from now on. */
@RestController
@RequestMapping("/_faults")
class FaultController {

    private final Behaviours behaviours;

    FaultController(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    /**
     * @param provider its path, or {@code *} for all; null where only Spotify's terms change
     * @param change what shall be different at that provider
     */
    record Request(
            @Nullable String provider,
            @Nullable BehaviourChange change,
            @Nullable Boolean developmentMode,
            @Nullable Integer tokenLifeSeconds) {}

    @GetMapping
    Map<String, @Nullable Object> current() {
        Map<String, @Nullable Object> answer = Json.object("spotify_terms", behaviours.spotify());
        for (SimulatedProvider provider : SimulatedProvider.values()) {
            answer.put(provider.path(), behaviours.of(provider));
        }
        return answer;
    }

    @PostMapping
    Map<String, @Nullable Object> change(@RequestBody Request request) {
        BehaviourChange change = request.change();
        if (change != null) {
            providers(request.provider()).forEach(provider -> behaviours.change(provider, change));
        }
        behaviours.changeSpotify(terms -> new SpotifyTerms(
                request.developmentMode() == null ? terms.developmentMode() : request.developmentMode(),
                request.tokenLifeSeconds() == null
                        ? terms.tokenLife()
                        : Duration.ofSeconds(request.tokenLifeSeconds())));
        return current();
    }

    private static List<SimulatedProvider> providers(@Nullable String name) {
        if ("*".equals(name)) {
            return List.of(SimulatedProvider.values());
        }
        return List.of(SimulatedProvider.named(String.valueOf(name))
                .orElseThrow(() -> new IllegalArgumentException("provider must be * or one of "
                        + Arrays.stream(SimulatedProvider.values())
                                .map(SimulatedProvider::path)
                                .collect(Collectors.joining(", "))
                        + ", not '" + name + "'")));
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refusal.getMessage()));
    }
}
