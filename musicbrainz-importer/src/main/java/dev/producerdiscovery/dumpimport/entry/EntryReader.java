package dev.producerdiscovery.dumpimport.entry;

import dev.producerdiscovery.dumpimport.file.Kind;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines of one kind of dump, without ever holding a whole one. Thread-safe. */
public abstract sealed class EntryReader permits ArtistReader, ReleaseReader, WorkReader {

    static final JsonMapper JSON = JsonMapper.shared();

    EntryReader() {}

    /** A reader of the lines of such a dump. */
    public static EntryReader of(Kind kind) {
        return switch (kind) {
            case RELEASE -> new ReleaseReader();
            case WORK -> new WorkReader();
            case ARTIST -> new ArtistReader();
        };
    }

    /**
     * What the line says that is worth keeping.
     *
     * @return empty when it is readable but of no use
     * @throws BrokenLineException when it is no such thing
     * @throws tools.jackson.core.JacksonException when it is no JSON
     * @throws tools.jackson.core.exc.JacksonIOException when there is no reading on
     */
    public final Optional<Entry> read(InputStream line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLineException("it is no JSON object");
            }
            Optional<Entry> entry = read(parser);
            if (parser.nextToken() != null) {
                throw new BrokenLineException("something follows its JSON object");
            }
            return entry;
        }
    }

    /** Reads from the object's start to its end. */
    abstract Optional<Entry> read(JsonParser parser);
}
