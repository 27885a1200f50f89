package dev.producerdiscovery.descriptor;

/** A provider that nobody has put into any list. */
final class Invented {

    static final Provider PROVIDER = Provider.named(
                    "hollow", "Hollow", new Gives("credits of songs that nobody sang", "1 a song", "a key"))
            .setting("key", "HOLLOW_KEY", Setting.Kind.KEY, "the key")
            .setting("api-url", "HOLLOW_API_URL", Setting.Kind.ADDRESS, "another address")
            .rate("1/s")
            .lookedAtBy("1", "id of a song")
            .endpoint("song", 3)
            .helps(Stage.PRODUCER_IDENTIFICATION)
            .credits(50, "0", "1")
            .build();

    private Invented() {}
}
