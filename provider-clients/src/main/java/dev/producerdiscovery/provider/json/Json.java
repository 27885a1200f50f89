package dev.producerdiscovery.provider.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A lenient view of one JSON object of an answer. Reading never throws, except {@link #required}: a value of the wrong
 * type counts as missing, whole numbers may be written as floats or strings, and blank text is no text.
 *
 * <p>What the provider always gives but did not this time is noted as one of the {@link Gaps}, shared by all views of one
 * answer, so that the caller can ask again before it believes that something is not there. Not thread-safe.
 */
public final class Json {

    private final JsonNode node;
    private final String place;
    private final Gaps gaps;

    private Json(JsonNode node, String place, Gaps gaps) {
        this.node = node;
        this.place = place;
        this.gaps = gaps;
    }

    public static Json of(JsonNode node) {
        return new Json(node, "", new Gaps());
    }

    /** What was expected of the answer, as far as it has been read. */
    public Gaps gaps() {
        return gaps;
    }

    /** Whether the field is there with a value other than null. */
    public boolean has(String field) {
        return !(value(field).isMissingNode() || value(field).isNull());
    }

    /** Whether the field is not there at all; null is a value here. */
    public boolean lacks(String field) {
        return value(field).isMissingNode();
    }

    /** Notes a gap when the field is not there at all; null is a value here. */
    public Json expectKey(String field) {
        note(field, !lacks(field));
        return this;
    }

    public @Nullable String text(String field) {
        return Scalars.text(value(field));
    }

    /** The text when it is an http or https address: whatever else stands there must not end up on a page. */
    public @Nullable String address(String field) {
        String text = text(field);
        return Scalars.isAddress(text) ? text : null;
    }

    /** The text, or empty with a gap noted when there is none. Text that is there but blank is an answer. */
    public String expected(String field) {
        note(field, has(field));
        String text = text(field);
        return text == null ? "" : text;
    }

    /** @throws MalformedAnswerException when there is no such text */
    public String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new MalformedAnswerException("the answer has no " + field);
        }
        return text;
    }

    /** @throws MalformedAnswerException when there is no such number */
    public long requiredNumber(String field) {
        Long number = number(field);
        if (number == null) {
            throw new MalformedAnswerException("the answer has no " + field);
        }
        return number;
    }

    public @Nullable Long number(String field) {
        return Scalars.number(value(field));
    }

    public @Nullable Integer integer(String field) {
        Long number = number(field);
        return number == null || number != number.intValue() ? null : Integer.valueOf(number.intValue());
    }

    public @Nullable Boolean flag(String field) {
        JsonNode value = value(field);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** The object in that field, or an empty one. */
    public Json at(String field) {
        JsonNode value = value(field);
        return new Json(value.isObject() ? value : MissingNode.getInstance(), placeOf(field), gaps);
    }

    /** The objects of the list in that field that {@code read} can make something of; each other row is a gap. */
    public <T> List<T> rows(String field, Function<Json, Optional<T>> read) {
        return slots(field, read).stream().flatMap(Optional::stream).toList();
    }

    /** Like {@link #rows}, with a gap noted when the list itself is missing. */
    public <T> List<T> expectedRows(String field, Function<Json, Optional<T>> read) {
        note(field, value(field).isArray());
        return rows(field, read);
    }

    /**
     * Like {@link #rows}, for an answer that is nothing without its list.
     *
     * @throws MalformedAnswerException when there is no such list
     */
    public <T> List<T> requiredRows(String field, Function<Json, Optional<T>> read) {
        if (!value(field).isArray()) {
            throw new MalformedAnswerException("the answer has no " + field);
        }
        return rows(field, read);
    }

    /**
     * Like {@link #requiredRows}, each row in its place, for lists where the place means something.
     *
     * @throws MalformedAnswerException when there is no such list
     */
    public <T> List<Optional<T>> requiredSlots(String field, Function<Json, Optional<T>> read) {
        if (!value(field).isArray()) {
            throw new MalformedAnswerException("the answer has no " + field);
        }
        return slots(field, read);
    }

    /** How many rows the list holds, readable or not. */
    public int size(String field) {
        return value(field).isArray() ? value(field).size() : 0;
    }

    /** The texts of the list in that field; each row that is none is a gap. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        int row = 0;
        for (JsonNode element : elements(field)) {
            String text = Scalars.text(element);
            if (text != null) {
                texts.add(text);
            } else {
                gaps.missing(Gaps.row(placeOf(field), row));
            }
            row++;
        }
        return List.copyOf(texts);
    }

    /** The fields of the object in that field that have a text. */
    public Map<String, String> textsByKey(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        at(field).node.properties().forEach(entry -> {
            String text = Scalars.text(entry.getValue());
            if (text != null) {
                texts.put(entry.getKey(), text);
            }
        });
        return Map.copyOf(texts);
    }

    private <T> List<Optional<T>> slots(String field, Function<Json, Optional<T>> read) {
        List<Optional<T>> slots = new ArrayList<>();
        for (JsonNode row : elements(field)) {
            String at = Gaps.row(placeOf(field), slots.size());
            Optional<T> item = row.isObject() ? read.apply(new Json(row, at, gaps)) : Optional.empty();
            if (item.isEmpty()) {
                gaps.missing(at);
            }
            slots.add(item);
        }
        return List.copyOf(slots);
    }

    private void note(String field, boolean there) {
        if (there) {
            gaps.given(placeOf(field));
        } else {
            gaps.missing(placeOf(field));
        }
    }

    private String placeOf(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    private JsonNode value(String field) {
        return node.path(field);
    }

    private Iterable<JsonNode> elements(String field) {
        JsonNode value = value(field);
        return value.isArray() ? value.values() : List.of();
    }
}
