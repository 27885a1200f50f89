package dev.producerdiscovery.web;

/**
 * A value that the caller sent is refused: answered with 400, naming the field. Request records throw it from their
 * constructors, controllers from wherever they notice.
 */
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String message;

    /** @param reason completes the sentence that starts with the field's name, for example {@code must not be blank} */
    public InvalidField(String field, String reason) {
        this.field = field;
        this.message = field + " " + reason;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public String field() {
        return field;
    }
}
