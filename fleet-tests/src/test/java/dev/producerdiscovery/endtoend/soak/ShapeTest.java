package dev.producerdiscovery.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource({
        "/artists/15ef4c11-1fa8-45c8-a5c9-f046d28241d1/songs, /artists/*/songs",
        "/queues/track_discovery/dead-letters/1, /queues/*/dead-letters/*",
        "/pages/tracks?q=a&page=2, /pages/tracks?page&q",
        "/webjars/htmx.org/2.0.10/htmx.min.js, /webjars/htmx.org/2.0.10/htmx.min.js"
    })
    void addresses_that_differ_in_whom_they_are_about_are_of_one_shape(String path, String shape) {
        assertThat(Shape.of(path)).isEqualTo(shape);
    }
}
