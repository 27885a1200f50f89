package dev.producerdiscovery.identification.plan;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.util.List;

/** How far the sources came with a song. */
public sealed interface Identification {

    /** Nothing more is to be found out now. */
    record Complete(List<Answer> answers) implements Identification {

        public Complete {
            answers = List.copyOf(answers);
        }
    }

    /** Nobody is found yet, and a source that may know cannot be asked before a known time. */
    record Waiting(ThrottledFailure reason) implements Identification {}
}
