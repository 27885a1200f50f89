package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;

public final class Instagram implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "instagram",
                        "Instagram",
                        new Gives(
                                "biography, picture, followers of professional accounts",
                                "1 a profile",
                                "Meta's Business Discovery: an own professional account and an access token; or"
                                        + " another data provider of your choice"))
                .setting("api-key", "INSTAGRAM_API_KEY", Kind.KEY, "access token")
                .setting("user-id", "INSTAGRAM_USER_ID", Kind.KEY, "id of the own professional account")
                .setting("api-url", "INSTAGRAM_API_URL", Kind.ADDRESS, "for another data provider: where it is")
                .setting(
                        "lookup-path",
                        "INSTAGRAM_LOOKUP_PATH",
                        Kind.OPTION,
                        "for another data provider: where it has a profile, such as `/v1/info?username={handle}`")
                .setting(
                        "key-header",
                        "INSTAGRAM_KEY_HEADER",
                        Kind.OPTION,
                        "for another data provider: the header that takes the key; `Authorization: Bearer` by default")
                // Its own account, a professional one
                .lookedAtBy("instagram", "handle of an account")
                // The address of a picture ends after some days.
                .endpoint("profile", 1)
                .helps(Stage.SOCIAL_ENRICHMENT)
                .personPage("https://www.instagram.com/")
                .build();
    }
}
