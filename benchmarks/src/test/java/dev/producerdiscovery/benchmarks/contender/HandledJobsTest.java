package dev.producerdiscovery.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandledJobsTest {

    private final HandledJobs handled = new HandledJobs(5, 3);

    @Test
    void is_complete_when_each_expected_job_was_handled() throws InterruptedException {
        handled.handle(5);
        handled.handle(7);
        assertThat(handled.await(Duration.ZERO)).isFalse();
        assertThat(handled.missing()).isEqualTo(1);
        handled.handle(6);
        assertThat(handled.await(Duration.ZERO)).isTrue();
    }

    @Test
    void a_job_that_is_handled_again_counts_as_such_and_stands_for_no_other() {
        handled.handle(5);
        handled.handle(5);
        assertThat(handled.again()).isEqualTo(1);
        assertThat(handled.missing()).isEqualTo(2);
    }

    @Test
    void a_job_of_another_run_counts_for_nothing() {
        handled.handle(4);
        handled.handle(8);
        assertThat(handled.missing()).isEqualTo(3);
    }
}
