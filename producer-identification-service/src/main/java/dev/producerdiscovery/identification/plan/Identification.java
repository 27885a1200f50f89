package dev.producerdiscovery.identification.plan;

import dev.producerdiscovery.identification.evidence.Answer;
import java.util.List;

/** How far the sources came with a song. */
public sealed interface Identification {

    /** Nothing more is to be found out now. */
    record Complete(List<Answer> answers) implements Identification {

        public Complete {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Somebody is found, but by a source that is asked only because a better one could not be: good enough to be shown
     * meanwhile, and to be replaced when that one answers.
     */
    record Provisional(List<Answer> answers) implements Identification {

        public Provisional {
            answers = List.copyOf(answers);
        }
    }
}
