package dev.producerdiscovery.simulator.traffic;

import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Every call to a provider passes here; calls to the simulator's own pages do not. Thread-safe. */
public final class TrafficFilter extends OncePerRequestFilter {

    /** Longer than any client waits. */
    private static final Duration HANG = Duration.ofMinutes(10);

    private static final String SPOILT = TrafficFilter.class.getName() + ".spoilt";

    private final Behaviours behaviours;
    private final Gate gate;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Sleep pause;

    public TrafficFilter(Behaviours behaviours, Gate gate, Ledger ledger, InstantSource clock, Sleep pause) {
        this.behaviours = behaviours;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SimulatedProvider> provider = SimulatedProvider.ofPath(request.getRequestURI());
        if (provider.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            pass(provider.get(), Endpoints.of(request.getRequestURI()), request, response, chain);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            ConnectionDrop.ask(request);
        }
    }

    private void pass(
            SimulatedProvider provider,
            String endpoint,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException, InterruptedException {
        ledger.arrived(provider, endpoint);
        pause.of(behaviours.of(provider).latency());
        switch (gate.judge(provider, endpoint)) {
            case Treatment.Pass ignored -> chain.doFilter(request, response);
            case Treatment.Spoilt(Damage damage) -> spoil(damage, request, response, chain);
            case Treatment.Failure(int status) -> Refusals.failure(provider, status, response);
            case Treatment.WebPage ignored -> Refusals.webPage(response);
            case Treatment.Throttle(var until) -> {
                ledger.toldToWait(provider, until);
                Refusals.throttled(provider, Duration.between(clock.instant(), until), response);
            }
            case Treatment.QuotaSpent(var until) -> {
                ledger.toldToWait(provider, endpoint, until);
                Refusals.quotaSpent(Duration.between(clock.instant(), until), response);
            }
            case Treatment.Drop ignored -> ConnectionDrop.ask(request);
            case Treatment.Hang ignored -> {
                pause.of(HANG);
                ConnectionDrop.ask(request);
            }
        }
        note(provider, endpoint, request, response);
    }

    private void note(
            SimulatedProvider provider, String endpoint, HttpServletRequest request, HttpServletResponse response) {
        boolean dropped = ConnectionDrop.asked(request);
        ledger.answered(provider, endpoint, outcome(request, response));
        if (request.getAttribute(Ledger.REFUSED) instanceof String what) {
            ledger.refused(provider, endpoint + ": " + what);
        }
        if (!dropped && response.getStatus() == 200) {
            gate.succeeded(provider, endpoint);
        }
    }

    private static String outcome(HttpServletRequest request, HttpServletResponse response) {
        if (ConnectionDrop.asked(request)) {
            return "closed";
        }
        return response.getStatus() + (request.getAttribute(SPOILT) == null ? "" : "-spoilt");
    }

    private static void spoil(
            Damage damage, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, whole);
        byte[] spoilt = damage.in(whole.getContentAsByteArray());
        request.setAttribute(SPOILT, true);
        response.setContentLength(spoilt.length);
        response.getOutputStream().write(spoilt);
    }
}
