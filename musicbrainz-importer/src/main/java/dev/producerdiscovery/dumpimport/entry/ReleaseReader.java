package dev.producerdiscovery.dumpimport.entry;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Of a release what it is, its tracks and who made them, one track after another: there are releases with thousands. */
final class ReleaseReader extends EntryReader {

    private static final Shape GROUP = new Shape(Map.of(
            "id", Shape.VALUE,
            "title", Shape.VALUE,
            "primary-type", Shape.VALUE,
            "secondary-types", Shape.VALUE,
            "first-release-date", Shape.VALUE));

    private static final Shape COVER = new Shape(Map.of("front", Shape.VALUE));

    @Override
    Optional<Entry> read(JsonParser parser) {
        ReleaseDraft release = new ReleaseDraft();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "id" -> release.id(text(parser));
                case "barcode" -> release.barcode(text(parser));
                case "status" -> release.status(text(parser));
                case "title", "disambiguation", "date", "country" -> release.text(field, text(parser));
                case "release-group" -> release.part(field, GROUP.read(parser));
                case "cover-art-archive" -> release.part(field, COVER.read(parser));
                case "artist-credit" -> release.artists(Credits.SHAPE.read(parser));
                case "relations" -> release.relations(Relations.SHAPE.read(parser));
                case "media" -> {
                    if (value == JsonToken.START_ARRAY) {
                        media(parser, release);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return release.entry();
    }

    private static void media(JsonParser parser, ReleaseDraft release) {
        release.beginMedia();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                release.beginMedium();
                medium(parser, release);
                release.endMedium();
            } else {
                parser.skipChildren();
            }
        }
        release.endMedia();
    }

    private static void medium(JsonParser parser, ReleaseDraft release) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("position")) {
                release.mediumPosition(Shape.VALUE.read(parser));
            } else if (field.equals("tracks") && value == JsonToken.START_ARRAY) {
                release.beginTracks();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode track = ReleaseTrack.SHAPE.read(parser);
                    release.track(track);
                }
                release.endTracks();
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String text(JsonParser parser) {
        return Shape.VALUE.read(parser).asString("");
    }
}
