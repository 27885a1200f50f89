package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.instagram.InstagramClient;
import dev.producerdiscovery.provider.instagram.InstagramProfile;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a person writes at Instagram, asked with a handle that another source links to the person. The picture's address
 * expires within days, so it is not kept.
 */
@Component
@Order(5)
class InstagramSource implements ProfileSource {

    private final InstagramClient instagram;

    InstagramSource(InstagramClient instagram) {
        this.instagram = instagram;
    }

    @Override
    public String provider() {
        return InstagramClient.PROVIDER;
    }

    @Override
    public boolean isConfigured() {
        return instagram.isConfigured();
    }

    @Override
    public Optional<Findings> ask(String handle) {
        return instagram.profile(handle).map(InstagramSource::findings);
    }

    private static Findings findings(InstagramProfile profile) {
        List<ProfileLink> links =
                Optional.ofNullable(profile.website()).flatMap(website -> ProfileLink.of(website, true)).stream()
                        .toList();
        return Findings.of(InstagramClient.PROVIDER).withLinks(links).withOwnWords(profile.biography());
    }
}
