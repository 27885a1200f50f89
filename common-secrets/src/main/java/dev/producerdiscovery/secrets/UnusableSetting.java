package dev.producerdiscovery.secrets;

/** A setting that holds what it cannot hold. Names it and says what is wrong, and never shows the value. */
final class UnusableSetting extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String setting;

    UnusableSetting(String setting, String problem) {
        super(setting + " holds " + problem + "; its value is not shown");
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
