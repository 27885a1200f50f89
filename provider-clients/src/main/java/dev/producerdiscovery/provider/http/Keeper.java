package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.AnswerCache;
import dev.producerdiscovery.provider.cache.Question;
import dev.producerdiscovery.provider.cache.Validators;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where an answer goes that is believed, so that the next one who asks need not call. */
interface Keeper {

    void keep(JsonNode body, Validators validators);

    /** That there is no such thing. */
    void keepAbsent();

    /** Keeps the answer to one question. */
    static Keeper of(AnswerCache cache, Question question) {
        return new Keeper() {
            @Override
            public void keep(JsonNode body, Validators validators) {
                cache.keep(question, body, validators);
            }

            @Override
            public void keepAbsent() {
                cache.keepAbsent(question);
            }
        };
    }

    /**
     * Keeps each thing of a list as the answer to the question for it alone.
     *
     * @param list the field that holds them, in the order of the questions, with null for what there is not
     */
    static Keeper ofEach(AnswerCache cache, List<Question> questions, String list) {
        return new Keeper() {
            @Override
            public void keep(JsonNode body, Validators ofTheList) {
                JsonNode things = body.path(list);
                for (int i = 0; i < Math.min(questions.size(), things.size()); i++) {
                    if (things.get(i).isObject()) {
                        cache.keep(questions.get(i), things.get(i), Validators.none());
                    } else {
                        cache.keepAbsent(questions.get(i));
                    }
                }
            }

            @Override
            public void keepAbsent() {
                // That there is no such list says nothing of what would be in it.
            }
        };
    }
}
