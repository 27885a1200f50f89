package dev.producerdiscovery.artistdiscovery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front door of the pipeline. */
@RestController
@RequestMapping("/discover")
class DiscoverController {

    private final Discoveries discoveries;
    private final RunStore runs;

    DiscoverController(Discoveries discoveries, RunStore runs) {
        this.discoveries = discoveries;
        this.runs = runs;
    }

    /** Several runs that were accepted together. */
    record StartedRuns(List<StartedRun> runs) {}

    @Operation(summary = "Discover who produced an artist's songs, or those of several artists")
    @ApiResponse(
            responseCode = "202",
            description = "Accepted; Location leads to the progress. A list of artists is answered with a list of runs",
            content = @Content(schema = @Schema(oneOf = {StartedRun.class, StartedRuns.class})))
    @PostMapping
    ResponseEntity<?> discover(@RequestBody DiscoverRequest request, HttpServletRequest http) {
        List<StartedRun> runs = discoveries.start(request.asked(), request.refreshes()).stream()
                .map(run -> run.below(http.getContextPath()))
                .toList();
        if (request.isList()) {
            return ResponseEntity.accepted().body(new StartedRuns(runs));
        }
        StartedRun run = runs.getFirst();
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, run.progress())
                .body(run);
    }

    @Operation(summary = "How far a discovery run is")
    @GetMapping("/{correlationId}")
    RunProgress progress(@PathVariable UUID correlationId) {
        return runs.progress(correlationId);
    }
}
