package dev.producerdiscovery.provider.instagram;

import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.json.MalformedAnswerException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meta and the data providers name and wrap the same few fields in different ways. */
final class InstagramReader {

    private InstagramReader() {}

    static InstagramProfile profile(Json json) {
        return Stream.of(
                        json.at("business_discovery"),
                        json.at("data").at("user"),
                        json.at("data"),
                        json.at("user"),
                        json)
                .filter(candidate -> candidate.has("username"))
                .findFirst()
                .map(InstagramReader::read)
                .orElseThrow(() -> new MalformedAnswerException("the answer has no username"));
    }

    private static InstagramProfile read(Json json) {
        return new InstagramProfile(
                json.required("username").toLowerCase(Locale.ROOT),
                first(json::text, "name", "full_name"),
                json.text("biography"),
                first(json::text, "website", "external_url"),
                followers(json),
                first(json::address, "profile_picture_url", "profile_pic_url_hd", "profile_pic_url"));
    }

    private static @Nullable Long followers(Json json) {
        return Stream.of("followers_count", "follower_count")
                .flatMap(field -> Optional.ofNullable(json.number(field)).stream())
                .findFirst()
                .orElseGet(() -> json.at("edge_followed_by").number("count"));
    }

    private static @Nullable String first(Function<String, @Nullable String> reader, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> Optional.ofNullable(reader.apply(field)).stream())
                .findFirst()
                .orElse(null);
    }
}
