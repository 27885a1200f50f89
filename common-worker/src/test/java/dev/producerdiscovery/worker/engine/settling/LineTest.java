package dev.producerdiscovery.worker.engine.settling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final int ELEMENTS = 200_000;

    private final Line<Integer> line = new Line<>(2);

    @Test
    void a_group_is_taken_in_the_order_of_arrival_and_is_no_larger_than_it_may_be() {
        IntStream.rangeClosed(1, 3).forEach(line::add);

        assertThat(line.take()).containsExactly(1, 2);
        assertThat(line.takeComplete()).isEmpty();
        assertThat(line.take()).containsExactly(3);
        assertThat(line.isEmpty()).isTrue();
    }

    @Test
    void who_wants_a_whole_group_never_gets_part_of_one_while_another_takes_too() throws Exception {
        AtomicBoolean allAdded = new AtomicBoolean();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<List<List<Integer>>> any = threads.submit(taking(allAdded, line::take));
            Future<List<List<Integer>>> whole = threads.submit(taking(allAdded, line::takeComplete));
            IntStream.range(0, ELEMENTS).forEach(line::add);
            allAdded.set(true);

            assertThat(whole.get()).allSatisfy(group -> assertThat(group).hasSize(2));
            List<List<Integer>> all = new ArrayList<>(any.get());
            all.addAll(whole.get());
            all.add(line.take());
            assertThat(all.stream().flatMap(List::stream)).hasSize(ELEMENTS).doesNotHaveDuplicates();
        }
    }

    private static Callable<List<List<Integer>>> taking(AtomicBoolean allAdded, Callable<List<Integer>> take) {
        return () -> {
            List<List<Integer>> taken = new ArrayList<>();
            while (true) {
                boolean last = allAdded.get();
                List<Integer> group = take.call();
                if (!group.isEmpty()) {
                    taken.add(group);
                } else if (last) {
                    return taken;
                }
            }
        };
    }
}
